package dev.proviso.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
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
    static final int MOST_BRACKETS = 1_000;
    static final int MOST_EMPHASES = 2_000;
    static final int DEEPEST = 40;
    static final int LONGEST_DEFINITION = 10_000;
    /** All that definitions of links can add to a text, in UTF-16 units. */
    static final int MOST_ADDED = 8 * 1024 * 1024;

    private static final Parser INLINE = Parser.builder().build();

    private final List<Excess> found = new ArrayList<>();
    private final String text;

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
        Optional<Excess> ofLines = LineLimits.first(text);
        if (ofLines.isPresent()) {
            return ofLines;
        }
        Parser blocks = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .inlineParserFactory(context -> (lines, node) -> words(lines.getLines(), node))
                .build();
        walk(blocks.parse(text));
        return found.stream().findFirst();
    }

    private void excess(Span place, String sentence) {
        found.add(new Excess(place, sentence));
    }

    /** What stands in a paragraph, a heading or a cell. */
    private void words(List<SourceLine> lines, Node node) {
        int brackets = 0;
        int emphases = 0;
        for (SourceLine line : lines) {
            brackets += count(line.getContent(), '[');
            emphases += count(line.getContent(), '*') + count(line.getContent(), '_');
        }
        if (!found.isEmpty()) {
            return;
        }
        if (lines.size() > MOST_LINES) {
            excess(
                    place(node),
                    "This paragraph has more than 1,000 lines. Make several of it, with blank lines between them.");
        } else if (brackets > MOST_BRACKETS) {
            excess(place(node), "This paragraph has more than 1,000 brackets \"[\". Make several of it.");
        } else if (emphases > MOST_EMPHASES) {
            excess(place(node), "This paragraph has more than 2,000 signs of emphasis. Make several of it.");
        } else if (brackets + emphases > DEEPEST && depth(INLINE.parse(joined(lines))) > DEEPEST) {
            excess(place(node), tooDeep("Emphasis, links and pictures"));
        }
    }

    private static String joined(List<SourceLine> lines) {
        return lines.stream().map(SourceLine::getContent).collect(Collectors.joining("\n"));
    }

    private static int count(CharSequence line, char wanted) {
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            count += line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
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
                excess(place(level.node()), tooDeep("Lists and quotations"));
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
            excess(place(definition), "This definition of a link is longer than 10,000 characters or 1,000 lines.");
        }
        return length;
    }

    /** Its first line. */
    private static Span place(Node node) {
        List<SourceSpan> lines = node.getSourceSpans();
        if (lines.isEmpty()) {
            return new Span(0, 0);
        }
        SourceSpan span = lines.get(0);
        return new Span(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
}
