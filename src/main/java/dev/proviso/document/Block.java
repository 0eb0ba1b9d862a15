package dev.proviso.document;

/** A fenced block of the text that the machine reads. */
sealed interface Block {

    /** The line that opens it. */
    Span opening();

    Fragment content();

    record Rules(Span opening, Fragment content) implements Block {}

    /** @param table the table's name, as written */
    record Table(String table, Span opening, Fragment content) implements Block {}
}
