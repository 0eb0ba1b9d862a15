package dev.proviso.document;

/**
 * How the author put a rule, and where it stands.
 *
 * @param clause the number of its clause
 * @param title the title of its clause
 * @param sentence the sentence with white space folded, without its label and with its full stop
 */
public record Wording(String clause, String title, String sentence, Span span) {}
