package dev.proviso.document;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Compares a table as the machine reads it, line by line, with the table that readers of the page are shown. For Markdown a table
 * ends at a blank line, and at a line that begins something else; what follows may be shown in another form, or, as the
 * definition of a link, not at all.
 */
final class ShownRows {

    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    private ShownRows() {}

    /**
     * The first line of a table that its readers do not see as a row of it.
     *
     * @param lines of the content: the names of the columns, the dashes, the rows
     */
    static Optional<Fragment> firstMissing(Fragment content, List<Fragment> lines) {
        if (LineLimits.first(content.text()).isPresent()) {
            return Optional.empty();
        }
        NavigableMap<Integer, Integer> rows = rows(content.text());
        int dashes = lines.get(1).place().start();
        return lines.stream()
                .filter(line -> line.place().start() != dashes)
                .filter(line -> {
                    int start = line.place().start() - content.place().start();
                    return Optional.ofNullable(rows.floorEntry(start))
                            .filter(row -> start < row.getValue())
                            .isEmpty();
                })
                .findFirst();
    }

    /** Where the rows of the table begin and end that a text begins with. */
    private static NavigableMap<Integer, Integer> rows(String text) {
        NavigableMap<Integer, Integer> rows = new TreeMap<>();
        Optional.ofNullable(MARKDOWN.parse(text).getFirstChild())
                .filter(TableBlock.class::isInstance)
                .ifPresent(table -> table.accept(new AbstractVisitor() {
                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableRow) {
                            span(node)
                                    .ifPresent(row ->
                                            rows.put(row.getInputIndex(), row.getInputIndex() + row.getLength()));
                        } else {
                            visitChildren(node);
                        }
                    }
                }));
        return rows;
    }

    private static Optional<SourceSpan> span(Node node) {
        return node.getSourceSpans().stream().findFirst();
    }
}
