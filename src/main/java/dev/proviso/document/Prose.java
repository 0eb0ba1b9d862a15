package dev.proviso.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A document as its readers see it: the text without its front matter and without what only the machine reads. Tables of
 * rule inputs are shown as tables. HTML in the text is shown as text, and only links of harmless kinds are links. A text that
 * goes beyond the {@linkplain MarkdownLimits limits} is shown as plain text.
 */
final class Prose {

    /** No text within the limits comes near it, in UTF-16 units. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final Set<String> MACHINE = Set.of("rules");
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final HtmlRenderer PAGE = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof org.commonmark.node.Heading) {
                    attributes.put("id", anchor(node));
                }
            })
            .build();

    private Prose() {}

    /** @param body a text without front matter, or a part of one */
    static String html(String body) {
        if (MarkdownLimits.first(body).isPresent()) {
            return plain(body);
        }
        var shown = new LimitedText(LONGEST);
        try {
            RENDERER.render(parsed(body), shown);
            return shown.toString();
        } catch (LimitedText.Full full) {
            return plain(body);
        }
    }

    /** The same, each paragraph, list, table and so on by itself. */
    static List<String> blocks(String body) {
        if (MarkdownLimits.first(body).isPresent()) {
            return List.of(plain(body));
        }
        List<String> blocks = new ArrayList<>();
        try {
            for (Node block = parsed(body).getFirstChild(); block != null; block = block.getNext()) {
                var shown = new LimitedText(LONGEST);
                RENDERER.render(block, shown);
                blocks.add(shown.toString());
            }
            return blocks.isEmpty() ? List.of("") : blocks;
        } catch (LimitedText.Full full) {
            return List.of(plain(body));
        }
    }

    /**
     * A page about documents, with the examples that machines read. Its headings can be linked to by their words; its links to
     * other files are plain text.
     */
    static String page(String markdown) {
        Node page = PARSER.parse(markdown);
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (!link.getDestination().startsWith("#")) {
                    for (Node inside = link.getFirstChild(); inside != null; inside = link.getFirstChild()) {
                        link.insertBefore(inside);
                    }
                    link.unlink();
                }
            }
        });
        return PAGE.render(page);
    }

    private static String anchor(Node heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /** The same without marks, for those who compare it. */
    static List<TextBlock> text(String body) {
        return MarkdownLimits.first(body).isPresent() ? TextBlocks.plain(body) : TextBlocks.read(body, PARSER);
    }

    private static Node parsed(String body) {
        Node document = PARSER.parse(body);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                String info = block.getInfo() == null ? "" : block.getInfo().strip();
                String word = info.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
                if (MACHINE.contains(word)) {
                    block.unlink();
                } else if (word.equals("table")) {
                    showTable(block);
                }
            }
        });
        return document;
    }

    private static void showTable(FencedCodeBlock block) {
        if (MarkdownLimits.first(block.getLiteral()).isPresent()) {
            return;
        }
        Node inside = PARSER.parse(block.getLiteral());
        for (Node node = inside.getFirstChild(); node != null; node = inside.getFirstChild()) {
            block.insertBefore(node);
        }
        block.unlink();
    }

    /** As it is written. */
    private static String plain(String body) {
        return "<pre>" + body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>\n";
    }
}
