package dev.proviso.convert;

import java.util.List;

/**
 * What became of a file.
 *
 * @param title of the document; empty if the file names none
 * @param markdown the text of the document without front matter: its heading, its clauses, and below each that it has no rule yet
 * @param clauses in their order
 * @param warnings a sentence for each thing that was left out or had to be guessed
 */
public record Converted(String title, String markdown, List<Clause> clauses, List<String> warnings) {

    /** A text that was made of a file before, read again. */
    public static Converted of(String markdown) {
        return new Converted("", markdown, ClauseWriter.clauses(markdown), List.of());
    }

    /** @param depth of its heading, from 2 */
    public record Clause(String number, String title, int depth) {}
}
