package dev.proviso.document;

/**
 * A stretch of a document, as a reader counts them. The passages of a text, one after another, are the whole text.
 *
 * @param number of the clause; empty for what is no clause
 * @param title the heading without its number; empty for the front matter and what stands before the first heading
 * @param heading the line that opens it, with its end; empty where the title is
 * @param body all that follows, unchanged
 */
public record Passage(Kind kind, String number, String title, String heading, String body) {

    public enum Kind {
        FRONT_MATTER,
        CLAUSE,
        /** What belongs to no clause: the introduction, or a part under a heading without a number. */
        OTHER
    }

    public String text() {
        return heading + body;
    }
}
