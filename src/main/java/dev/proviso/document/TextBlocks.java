package dev.proviso.document;

import dev.proviso.document.TextBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads a text of Markdown as the blocks that its readers see. */
final class TextBlocks extends AbstractVisitor {

    private final Parser parser;
    private final List<TextBlock> blocks = new ArrayList<>();
    private int depth;
    private String marker = "";

    private TextBlocks(Parser parser) {
        this.parser = parser;
    }

    /** @param text within the {@linkplain MarkdownLimits limits} */
    static List<TextBlock> read(String text, Parser parser) {
        TextBlocks reader = new TextBlocks(parser);
        parser.parse(text).accept(reader);
        return reader.blocks;
    }

    /** A text that is not read as Markdown. */
    static List<TextBlock> plain(String text) {
        return List.of(new TextBlock(Kind.LINES, 0, "", List.of(text.strip())));
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        add(Kind.HEADING, heading.getLevel(), words(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        add(marker.isEmpty() ? Kind.PARAGRAPH : Kind.ITEM, depth, words(paragraph));
    }

    @Override
    public void visit(ListItem item) {
        int number = item.getParent() instanceof OrderedList list ? list.getStartNumber() + before(item) : 0;
        marker = number > 0 ? number + "." : "•";
        depth++;
        visitChildren(item);
        depth--;
        marker = "";
    }

    private static int before(Node item) {
        int count = 0;
        for (Node node = item.getPrevious(); node != null; node = node.getPrevious()) {
            count++;
        }
        return count;
    }

    @Override
    public void visit(IndentedCodeBlock lines) {
        add(Kind.LINES, depth, lines.getLiteral().strip());
    }

    @Override
    public void visit(HtmlBlock html) {
        add(Kind.LINES, depth, html.getLiteral().strip());
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo().strip();
        String inside = block.getLiteral();
        switch (info.split("\\s+", 2)[0].toLowerCase(Locale.ROOT)) {
            case "rules" -> Sentences.texts(inside).forEach(sentence -> add(Kind.RULE, depth, sentence));
            case "table" -> {
                if (MarkdownLimits.first(inside).isEmpty()) {
                    parser.parse(inside).accept(this);
                } else {
                    add(Kind.LINES, depth, inside.strip());
                }
            }
            default -> add(Kind.LINES, depth, inside.strip());
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row) {
            Kind kind = row.getParent() instanceof TableHead ? Kind.COLUMNS : Kind.ROW;
            List<String> cells = children(row)
                    .filter(TableCell.class::isInstance)
                    .map(TextBlocks::words)
                    .toList();
            blocks.add(new TextBlock(kind, depth, "", cells));
        } else {
            visitChildren(node);
        }
    }

    private void add(Kind kind, int at, String text) {
        if (!text.isEmpty()) {
            blocks.add(new TextBlock(kind, at, kind == Kind.ITEM ? marker : "", List.of(text)));
        }
        marker = "";
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
    }

    /** The text of a block on one line. */
    private static String words(Node block) {
        StringBuilder text = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                text.append(html.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                text.append(' ');
            }
        });
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
