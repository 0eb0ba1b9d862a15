package dev.proviso.convert;

import java.util.List;

/** A piece of a document as it was read, whatever it was read from. Text is Markdown already, but for what is called plain. */
sealed interface Piece {

    /**
     * @param level from 1
     * @param plain without marks
     * @param title whether its style says that it is the title of all
     */
    record Heading(int level, String plain, boolean title) implements Piece {}

    /** @param bold whether all of it is, as people write headings without a style */
    record Paragraph(String plain, String markdown, boolean bold) implements Piece {}

    /**
     * An entry of a list.
     *
     * @param depth from 0
     * @param marker {@code -}, or a number with what follows it ({@code 3.})
     */
    record Item(int depth, String marker, String markdown) implements Piece {}

    /** @param rows each with its cells; the first is the head */
    record Table(List<List<String>> rows) implements Piece {}

    /** A footnote, which belongs to the clause that refers to it. */
    record Note(String markdown) implements Piece {}

    /** What is Markdown in its source, and stays as it is. */
    record Raw(String markdown) implements Piece {}
}
