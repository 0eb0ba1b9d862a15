package dev.proviso.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;

/**
 * What a text may ask of those who set it for reading. Markdown can ask for much with few letters: a row of one cell is filled
 * up to the width of its table, a link is as long as its definition, quotations stand in one another. The limits are far beyond
 * any text that was written for people, and finding them takes a time that grows with the length of the text alone.
 */
final class MarkdownLimits {

    static final int MOST_COLUMNS = 100;
    /** Of all tables of a text together, each row as wide as its table. */
    static final int MOST_CELLS = 200_000;

    static final int MOST_LINES = 1_000;
    static final int MOST_BRACKETS = 2_000;
    static final int DEEPEST = 40;
    static final int LONGEST_DEFINITION = 10_000;
    /** All that definitions of links can add to a text, in UTF-16 units. */
    static final int MOST_ADDED = 8 * 1024 * 1024;

    private static final Parser INLINE = Parser.builder().build();

    private final List<Excess> found = new ArrayList<>();
    private final String text;
    private long cells;

    private MarkdownLimits(String text) {
        this.text = text;
    }

    /** Where a text goes beyond a limit, and the sentence that says so. */
    record Excess(Span place, String sentence) {}

    /** The first of what goes beyond a limit, of the text as Markdown without its front matter. */
    static Optional<Excess> first(String text) {
        return new MarkdownLimits(text).first();
    }

    private Optional<Excess> first() {
        Parser blocks = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .inlineParserFactory(context -> (lines, node) -> paragraph(lines.getLines(), node))
                .build();
        walk(blocks.parse(text));
        return found.stream().findFirst();
    }

    private void excess(Span place, String sentence) {
        found.add(new Excess(place, sentence));
    }

    /** A paragraph or a heading; tables are paragraphs here, and are told apart by their line of dashes. */
    private void paragraph(List<SourceLine> lines, Node node) {
        int since = 0;
        int brackets = 0;
        int columns = 0;
        for (int i = 0; i < lines.size() && found.isEmpty(); i++) {
            CharSequence line = lines.get(i).getContent();
            int opened = count(line, '[');
            int ruled = columns > 0 ? columns : columns(lines, i);
            boolean isRow = ruled > 0 && count(line, '|') > 0;
            if (isRow) {
                cells += (long) ruled * (columns == 0 ? 2 : 1);
                checkTable(ruled, place(node, i));
            }
            since = isRow ? 0 : since + 1;
            brackets = isRow ? opened : brackets + opened;
            columns = isRow ? ruled : 0;
            checkParagraph(since, brackets, place(node, i));
        }
        if (found.isEmpty()) {
            checkDepthOfWords(lines, place(node, 0));
        }
    }

    private void checkTable(int columns, Span place) {
        if (columns > MOST_COLUMNS) {
            excess(place, "This table has " + columns + " columns; it may have " + MOST_COLUMNS + ".");
        } else if (cells > MOST_CELLS) {
            excess(
                    place,
                    "The tables of this text have more than 200,000 cells, the empty ones counted. Make them smaller.");
        }
    }

    private void checkParagraph(int lines, int brackets, Span place) {
        if (lines > MOST_LINES) {
            excess(
                    place,
                    "This paragraph has more than 1,000 lines. Make several of it, with blank lines between them.");
        } else if (brackets > MOST_BRACKETS) {
            excess(place, "This paragraph has more than 2,000 brackets \"[\". Make several of it.");
        }
    }

    /** How many columns a table has whose line of dashes this is; 0 if it is none below a line that can be its head. */
    private static int columns(List<SourceLine> lines, int at) {
        if (at == 0 || count(lines.get(at - 1).getContent(), '|') == 0) {
            return 0;
        }
        String dashes = lines.get(at).getContent().toString();
        boolean isRuled = dashes.indexOf('|') >= 0
                && dashes.indexOf('-') >= 0
                && dashes.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
        int columns = cells(dashes);
        return isRuled && columns >= cells(lines.get(at - 1).getContent().toString()) ? columns : 0;
    }

    private static int cells(String line) {
        String bare = line.strip();
        int inner =
                count(bare, '|') - (bare.startsWith("|") ? 1 : 0) - (bare.length() > 1 && bare.endsWith("|") ? 1 : 0);
        return inner + 1;
    }

    private static int count(CharSequence line, char wanted) {
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            count += line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    /** Emphasis in emphasis, pictures in pictures: only where there are signs enough is it worth a look. */
    private void checkDepthOfWords(List<SourceLine> lines, Span place) {
        int signs = 0;
        var words = new StringBuilder();
        for (SourceLine line : lines) {
            signs += count(line.getContent(), '*') + count(line.getContent(), '_') + count(line.getContent(), '[');
            words.append(line.getContent()).append('\n');
        }
        if (signs > DEEPEST && depth(INLINE.parse(words.toString())) > DEEPEST) {
            excess(place, tooDeep("Emphasis, links and pictures"));
        }
    }

    private static String tooDeep(String what) {
        return what + " may stand in one another up to " + DEEPEST + " times, not more.";
    }

    private static int depth(Node root) {
        int deepest = 0;
        int depth = 0;
        Node node = root;
        while (node != null) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
        }
        return deepest;
    }

    /** The blocks, and what the definitions of links say. */
    private void walk(Node root) {
        record Level(Node node, int depth) {}
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 0));
        int longest = 0;
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > DEEPEST && level.node() instanceof Block) {
                excess(place(level.node(), 0), tooDeep("Lists and quotations"));
                return;
            }
            if (level.node() instanceof LinkReferenceDefinition definition) {
                longest = Math.max(longest, length(definition));
            }
            for (Node child = level.node().getLastChild(); child != null; child = child.getPrevious()) {
                open.push(new Level(child, level.depth() + 1));
            }
        }
        if ((long) longest * count(text, ']') > MOST_ADDED) {
            excess(
                    new Span(0, 0),
                    "The definitions of links are so long, and used so often, that the text would be too long to be shown.");
        }
    }

    private int length(LinkReferenceDefinition definition) {
        int length = definition.getDestination().length()
                + (definition.getTitle() == null ? 0 : definition.getTitle().length());
        if (length > LONGEST_DEFINITION || definition.getSourceSpans().size() > MOST_LINES) {
            excess(place(definition, 0), "This definition of a link is longer than 10,000 characters or 1,000 lines.");
        }
        return length;
    }

    private static Span place(Node node, int line) {
        List<SourceSpan> lines = node.getSourceSpans();
        if (lines.isEmpty()) {
            return new Span(0, 0);
        }
        SourceSpan span = lines.get(Math.min(line, lines.size() - 1));
        return new Span(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
}
