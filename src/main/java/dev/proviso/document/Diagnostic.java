package dev.proviso.document;

import java.util.Optional;

/**
 * A mistake, or a doubt, with its place.
 *
 * @param code a stable name for the kind of mistake ({@code unknown-purpose}), by which a warning is acknowledged
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param span what to underline
 * @param message one plain sentence in the author's words
 * @param suggestion the nearest right thing, to stand in place of the span; empty where there is none
 */
public record Diagnostic(
        Severity severity, String code, int line, int column, Span span, String message, Optional<String> suggestion) {

    public enum Severity {
        /** Keeps a version from being submitted. */
        ERROR,
        /** Must be acknowledged. */
        WARNING
    }
}
