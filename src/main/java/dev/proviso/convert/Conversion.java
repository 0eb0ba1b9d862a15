package dev.proviso.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was read of one file so far. A file that would become too long is given up at once. */
final class Conversion {

    /** The longest text that is made, in UTF-16 units; about a hundred pages. */
    static final int LONGEST = 390 * 1024;

    /** A table with more columns is left out. */
    static final int MOST_COLUMNS = 100;

    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private String title = "";
    private int length;

    void add(Piece piece) throws UnreadableFile {
        length += length(piece);
        if (length > LONGEST) {
            throw tooLong();
        }
        pieces.add(piece);
    }

    static UnreadableFile tooLong() {
        return new UnreadableFile("The text of the file is longer than 390 KB. Divide it into several documents.");
    }

    private static int length(Piece piece) {
        if (piece instanceof Piece.Heading heading) {
            return heading.plain().length();
        }
        if (piece instanceof Piece.Paragraph paragraph) {
            return paragraph.markdown().length();
        }
        if (piece instanceof Piece.Item item) {
            return item.markdown().length();
        }
        if (piece instanceof Piece.Table table) {
            return length(table);
        }
        return piece instanceof Piece.Note note
                ? note.markdown().length()
                : ((Piece.Raw) piece).markdown().length();
    }

    /** As it will be written: each row has as many cells as the longest. */
    private static int length(Piece.Table table) {
        int columns = Math.min(
                MOST_COLUMNS, table.rows().stream().mapToInt(List::size).max().orElse(0));
        long cells = table.rows().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        return (int) Math.min(LONGEST + 1L, cells + table.rows().size() * (3L * columns + 2));
    }

    /** Each sentence once. */
    void warn(String sentence) {
        warnings.add(sentence);
    }

    /** Whether that is asked for the first time. */
    boolean isFirst(String name) {
        return names.add(name);
    }

    /** What the file itself says is its title. */
    void titled(String said) {
        if (title.isEmpty()) {
            title = said.strip();
        }
    }

    Optional<String> title() {
        return Optional.of(title).filter(said -> !said.isEmpty());
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
