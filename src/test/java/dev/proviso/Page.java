package dev.proviso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A Markdown page of the repository.
 *
 * @param blocks its fenced blocks
 * @param links where its links and pictures lead, as written
 * @param anchors the fragments by which its headings are reached, formed as GitHub forms them
 */
record Page(Path path, List<Block> blocks, List<String> links, Set<String> anchors) {

    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /**
     * A fenced block.
     *
     * @param line the line that opens it, from 1
     * @param info what stands after the fence
     * @param text what stands in it, each line with its end
     */
    record Block(Path page, int line, String info, String text) {

        @Override
        public String toString() {
            return page + ", line " + line;
        }
    }

    static Page read(Path path) {
        try {
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(Path path, String text) {
        var reader = new Reader(path);
        MARKDOWN.parse(text).accept(reader);
        return new Page(path, reader.blocks, reader.links, reader.anchors);
    }

    private static final class Reader extends AbstractVisitor {

        private final Path path;
        private final List<Block> blocks = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Set<String> anchors = new LinkedHashSet<>();
        private final Map<String, Integer> seen = new HashMap<>();

        Reader(Path path) {
            this.path = path;
        }

        @Override
        public void visit(FencedCodeBlock block) {
            int line = block.getSourceSpans().get(0).getLineIndex() + 1;
            blocks.add(new Block(path, line, block.getInfo().strip(), block.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
            visitChildren(image);
        }

        @Override
        public void visit(Heading heading) {
            String anchor = words(heading)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                    .replace(' ', '-');
            int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
            visitChildren(heading);
        }

        private static String words(Node node) {
            var words = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    words.append(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    words.append(code.getLiteral());
                }

                @Override
                public void visit(SoftLineBreak end) {
                    words.append(' ');
                }
            });
            return words.toString();
        }
    }
}
