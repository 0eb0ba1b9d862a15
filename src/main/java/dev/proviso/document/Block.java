package dev.proviso.document;

/** A fenced block of the text that the machine reads. */
sealed interface Block {

    /** Gives the place of the line that opens it. */
    Span opening();

    Fragment content();

    record Rules(Span opening, Fragment content) implements Block {}

    /**
     * A table of facts.
     *
     * @param table the table's name, as written
     */
    record Table(String table, Span opening, Fragment content) implements Block {}
}
