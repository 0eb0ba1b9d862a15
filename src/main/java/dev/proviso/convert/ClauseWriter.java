package dev.proviso.convert;

import dev.proviso.convert.Piece.Item;
import dev.proviso.convert.Piece.Note;
import dev.proviso.convert.Piece.Paragraph;
import dev.proviso.convert.Piece.Raw;
import dev.proviso.convert.Piece.Table;
import dev.proviso.convert.Sections.Section;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what was read as the text of a document: clauses with headings, and below each that it has no rule yet. */
final class ClauseWriter {

    private static final String NO_RULE =
            "```rules\nNo rule: nobody has written yet what is enforced of this clause.\n```";

    /** After so many entries a list has a blank line: no document has more than 1,000 lines without one. */
    private static final int MOST_ENTRIES = 100;

    private final Conversion conversion;
    private final StringBuilder text = new StringBuilder();

    /** An entry of the open list, below which others may stand. */
    private record Open(int depth, int content) {}

    private final Deque<Open> open = new ArrayDeque<>();

    private boolean topIsBullet;
    private int entries;

    private ClauseWriter(Conversion conversion) {
        this.conversion = conversion;
    }

    /** @param fallback the title of a document that has none */
    static Converted written(Conversion conversion, String fallback) throws UnreadableFile {
        if (conversion.pieces().isEmpty()) {
            throw new UnreadableFile("There is no text in the file.");
        }
        return new ClauseWriter(conversion)
                .written(Sections.of(conversion.pieces(), conversion.title(), conversion), fallback);
    }

    /** A part of a document, as it is pasted into one: without a title, and with headings only where it has some. */
    static String part(Conversion conversion) throws UnreadableFile {
        ClauseWriter writer = new ClauseWriter(conversion);
        Sections sections = Sections.ofPart(conversion.pieces());
        sections.all().forEach(section -> writer.write(section, section.isClause()));
        String markdown = writer.text.toString();
        if (markdown.length() > Conversion.LONGEST) {
            throw Conversion.tooLong();
        }
        return markdown;
    }

    private Converted written(Sections sections, String fallback) throws UnreadableFile {
        String title = sections.title().isEmpty() ? fallback : sections.title();
        block("# " + Markdown.escaped(title));
        List<Section> all = sections.all();
        Set<String> parents = parents(all);
        for (int i = 0; i < all.size(); i++) {
            Section section = all.get(i);
            boolean isParent = parents.contains(section.number())
                    || i + 1 < all.size()
                            && all.get(i + 1).isClause()
                            && all.get(i + 1).level() > section.level();
            write(section, section.isClause() && !isParent);
        }
        String markdown = text.append('\n').toString();
        if (markdown.getBytes(StandardCharsets.UTF_8).length > Conversion.LONGEST) {
            throw Conversion.tooLong();
        }
        return new Converted(title, markdown, clauses(markdown), conversion.warnings());
    }

    /** Numbers of which others are a part. */
    private static Set<String> parents(List<Section> sections) {
        Set<String> parents = new HashSet<>();
        for (Section section : sections) {
            String number = section.number();
            for (int dot = number.indexOf('.'); dot > 0; dot = number.indexOf('.', dot + 1)) {
                parents.add(number.substring(0, dot));
            }
        }
        return parents;
    }

    /** As the document is read. */
    static List<Converted.Clause> clauses(String markdown) {
        return Documents.passages(new Source("document", markdown)).stream()
                .filter(passage -> passage.kind() == Passage.Kind.CLAUSE)
                .map(passage -> new Converted.Clause(
                        passage.number(), passage.title(), passage.heading().indexOf(' ')))
                .toList();
    }

    private void write(Section section, boolean needsRules) {
        if (!section.heading().isEmpty()) {
            block("#".repeat(section.level()) + " "
                    + Markdown.escaped(section.heading()).replaceAll("#+$", "\\\\$0"));
        }
        List<Note> notes = new ArrayList<>();
        boolean hasRules = false;
        for (Piece piece : section.pieces()) {
            if (piece instanceof Note note) {
                notes.add(note);
            } else {
                write(piece);
            }
            hasRules |= piece instanceof Raw raw && raw.markdown().startsWith("```rules");
        }
        for (Note note : notes) {
            block(Markdown.wrapped(note.markdown(), ""));
        }
        if (needsRules && !hasRules) {
            block(NO_RULE);
        }
    }

    private void write(Piece piece) {
        if (piece instanceof Item item) {
            write(item);
        } else if (piece instanceof Paragraph paragraph) {
            block(Markdown.wrapped(paragraph.markdown(), ""));
        } else if (piece instanceof Raw raw) {
            block(raw.markdown());
        } else if (piece instanceof Table table) {
            write(table);
        }
    }

    private void block(String lines) {
        open.clear();
        text.append(text.isEmpty() ? "" : "\n\n").append(lines);
    }

    /** An entry stands to the right of what it belongs below; the entries of one list stand one below the other. */
    private void write(Item item) {
        boolean isFirst = open.isEmpty();
        while (!open.isEmpty() && open.peek().depth() >= item.depth()) {
            open.pop();
        }
        int indent = open.isEmpty() ? 0 : open.peek().content();
        int content = indent + item.marker().length() + 1;
        String lines =
                " ".repeat(indent) + item.marker() + " " + Markdown.wrapped(item.markdown(), " ".repeat(content));
        boolean isOther = item.depth() == 0 && !isFirst && isBullet(item) != topIsBullet;
        topIsBullet = item.depth() == 0 ? isBullet(item) : topIsBullet;
        entries = isFirst || isOther ? 1 : entries + 1;
        boolean isApart = isFirst || isOther || entries % MOST_ENTRIES == 0;
        text.append(text.isEmpty() ? "" : isApart ? "\n\n" : "\n").append(lines);
        open.push(new Open(item.depth(), content));
    }

    private static boolean isBullet(Item item) {
        return item.marker().equals("-");
    }

    private void write(Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns > Conversion.MOST_COLUMNS) {
            conversion.warn("A table has more than 100 columns and was left out.");
        } else if (columns == 1) {
            table.rows().forEach(row -> block(Markdown.wrapped(row.get(0), "")));
        } else if (columns > 1) {
            block(Markdown.table(table.rows()));
        }
    }
}
