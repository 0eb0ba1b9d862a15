package dev.proviso.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A document as its readers see it: the text without its front matter and without what only the machine reads. Tables of
 * rule inputs are shown as tables. HTML in the text is shown as text, and only links of harmless kinds are links.
 */
final class Prose {

    private static final Set<String> MACHINE = Set.of("rules");
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private Prose() {}

    static String html(String text) {
        Node document = PARSER.parse(OutlineReader.body(text));
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
        return RENDERER.render(document);
    }

    private static void showTable(FencedCodeBlock block) {
        Node inside = PARSER.parse(block.getLiteral());
        for (Node node = inside.getFirstChild(); node != null; node = inside.getFirstChild()) {
            block.insertBefore(node);
        }
        block.unlink();
    }
}
