package dev.proviso.document;

import java.util.Optional;

/**
 * A numbered part of the legal text.
 *
 * @param number {@code 2.2}, or {@code preamble}
 * @param title the heading without its number ({@code Purposes})
 * @param depth the heading's level, from 1
 * @param noRule why the clause decides nothing, where it says so
 */
public record Clause(String number, String title, int depth, Optional<String> noRule, Span heading) {}
