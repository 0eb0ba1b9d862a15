package dev.proviso.convert;

import dev.proviso.convert.Piece.Item;
import dev.proviso.convert.Piece.Paragraph;
import java.util.regex.Pattern;

/** Entries of lists: those that Markdown knows become entries, and a letter or another number stays in front of its words. */
final class Markers {

    /** Deeper ones stand where the deepest do. */
    static final int DEEPEST = 7;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}[.)]");
    private static final Pattern BULLET = Pattern.compile("[^\\p{L}\\p{N}]{0,3}|[o§v]|-");

    private Markers() {}

    /** @param marker as it was printed: a bullet, {@code 3.}, {@code (a)}, {@code 1.2} */
    static Piece item(int depth, String marker, Inline words) {
        String printed = marker.strip();
        int level = Math.max(0, Math.min(DEEPEST, depth));
        if (BULLET.matcher(printed).matches()) {
            return new Item(level, "-", words.markdown());
        }
        String plain = (printed + " " + words.plain()).strip();
        if (NUMBER.matcher(printed).matches()
                && !(words.isBold() && words.plain().length() <= 120)) {
            return new Item(level, printed, words.markdown());
        }
        String markdown = Markdown.lineStart(Markdown.escaped(printed) + " " + words.markdown());
        return new Paragraph(plain, markdown, words.isBold());
    }
}
