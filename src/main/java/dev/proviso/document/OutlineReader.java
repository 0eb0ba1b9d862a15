package dev.proviso.document;

import dev.proviso.document.MarkdownLimits.Excess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the outline of a document with CommonMark, so that a block is a block exactly where Markdown says so. */
final class OutlineReader {

    private static final Pattern FRONT = Pattern.compile("\\A\\uFEFF?---[ \\t]*(?:\\r\\n|\\n|\\r)");
    private static final Pattern FENCE = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");

    /** Inline markup means nothing to the machine; leaving it unread keeps long paragraphs cheap. */
    private static final Parser MARKDOWN =
            blocks().extensions(List.of(TablesExtension.create())).build();

    /** For what was published before there were limits: its tables could be too wide to be read as such. */
    private static final Parser WITHOUT_TABLES = blocks().build();

    private final String text;
    private final Findings findings;
    private final List<Outline.Part> parts = new ArrayList<>();
    private Optional<Heading> heading = Optional.empty();
    private List<Block> blocks = new ArrayList<>();
    private final List<Span> literal = new ArrayList<>();
    private final Set<Integer> judged = new HashSet<>();

    private OutlineReader(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    private static Parser.Builder blocks() {
        return Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).inlineParserFactory(context ->
                (lines, node) -> {});
    }

    static Optional<Fragment> frontMatter(String text, Findings findings) {
        return new OutlineReader(text, findings).frontMatter();
    }

    static Outline read(String text, Findings findings) {
        return new OutlineReader(text, findings).read();
    }

    /** The text after the front matter; all of it, if it has none. */
    static String body(String text) {
        return frontMatter(text, new Findings(text))
                .map(front -> text.substring(lineAfter(text, front.place().end())))
                .orElse(text);
    }

    /** A text that goes beyond the limits of lines would take too long, and has no outline until it is mended. */
    private Outline read() {
        Optional<Fragment> front = frontMatter();
        int body = front.map(f -> lineAfter(text, f.place().end())).orElse(0);
        Optional<Excess> beyond = LineLimits.first(text.substring(body));
        Optional<Parser> parser = beyond.isEmpty()
                ? Optional.of(MARKDOWN)
                : Optional.of(WITHOUT_TABLES).filter(slow -> findings.isOfPublished());
        parser.ifPresent(known -> read(known.parse(text.substring(body)), body));
        startPart(Optional.empty());
        return new Outline(
                front,
                List.copyOf(parts),
                body,
                List.copyOf(literal),
                Set.copyOf(judged),
                parser.isPresent() ? Optional.empty() : beyond);
    }

    private void read(Node document, int body) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Heading found) {
                startPart(heading(found, body));
            } else if (node instanceof FencedCodeBlock fenced) {
                block(fenced, body).ifPresent(blocks::add);
            } else {
                look(node, body);
            }
        }
    }

    private void startPart(Optional<Heading> next) {
        parts.add(new Outline.Part(heading, List.copyOf(blocks)));
        heading = next;
        blocks = new ArrayList<>();
    }

    private Optional<Fragment> frontMatter() {
        Matcher opening = FRONT.matcher(text);
        if (!opening.find()) {
            findings.error(
                    "no-front-matter",
                    new Span(0, Math.min(1, text.length())),
                    "The document does not begin with its front matter: a line \"---\", the lines that say which policy and"
                            + " version it is, and a line \"---\".");
            return Optional.empty();
        }
        Matcher closing = FENCE.matcher(text);
        if (!closing.find(opening.end())) {
            findings.error(
                    "open-front-matter",
                    new Span(0, opening.end()),
                    "The front matter has no end: it is closed by a line \"---\".");
            return Optional.empty();
        }
        int start = opening.end();
        int end = closing.start();
        return Optional.of(Fragment.of(text, start, end));
    }

    /** Where the next line begins. */
    static int lineAfter(String text, int offset) {
        int end = endOfLine(text, offset);
        return text.startsWith("\r\n", end) ? end + 2 : Math.min(text.length(), end + 1);
    }

    private Optional<Heading> heading(org.commonmark.node.Heading node, int body) {
        Span span = span(node, body);
        String first =
                text.substring(span.start(), span.end()).lines().findFirst().orElse("");
        String words = first.strip()
                .replaceFirst("^#{1,6}", "")
                .replaceFirst("\\s#+$", "")
                .strip();
        return Optional.of(Heading.of(words, node.getLevel(), new Span(span.start(), span.start() + first.length())));
    }

    private Optional<Block> block(FencedCodeBlock node, int body) {
        String info = node.getInfo() == null ? "" : node.getInfo().strip();
        String[] words = info.split("\\s+", 2);
        Span span = span(node, body);
        Span opening = new Span(span.start(), Math.min(span.end(), endOfLine(text, span.start())));
        if (!isOurs(words[0])) {
            literal.add(span);
            checkSpelling(words[0], opening);
            checkEnd(node, opening);
            return Optional.empty();
        }
        if (node.getClosingFenceLength() == null) {
            judged.add(opening.start());
            literal.add(span);
            findings.error("open-block", opening, "This block has no end: it is closed by a line \"```\".");
            return Optional.empty();
        }
        List<SourceSpan> lines = node.getSourceSpans();
        int start = lines.size() < 3 ? opening.end() : body + lines.get(1).getInputIndex();
        int end = lines.size() < 3 ? opening.end() : end(lines.get(lines.size() - 2), body);
        Fragment content = Fragment.of(text, start, Math.max(start, end));
        return Optional.of(
                words[0].equals("rules")
                        ? rules(words, opening, content)
                        : new Block.Table(words.length > 1 ? words[1] : "", opening, content));
    }

    private Block rules(String[] words, Span opening, Fragment content) {
        if (words.length > 1) {
            findings.error(
                    "block-name", opening, "A block of rules is opened by \"```rules\" and nothing more on that line.");
        }
        return new Block.Rules(opening, content);
    }

    private static boolean isOurs(String word) {
        return word.equals("rules") || word.equals("table");
    }

    private void checkSpelling(String word, Span opening) {
        Optional<String> meant =
                word.length() < 3 ? Optional.empty() : findings.nearest(word, List.of("rules", "table"));
        if (meant.isPresent()) {
            judged.add(opening.start());
            findings.error(
                    "block-name",
                    opening,
                    "The machine does not read a block named " + Findings.quoted(word) + ".",
                    Optional.of("```" + meant.get()));
        }
    }

    /** A block without an end takes in all that follows. */
    private void checkEnd(FencedCodeBlock node, Span opening) {
        if (node.getClosingFenceLength() == null) {
            findings.flaw(
                    "open-block",
                    opening,
                    "This block has no end, so nothing that follows is read: it is closed by a line \"```\".");
        }
    }

    /** Rules inside a quotation or a list would be easy to overlook, so they are not silently left out. */
    private void look(Node outer, int body) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(outer);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof FencedCodeBlock fenced && fenced.getInfo() != null) {
                String word = fenced.getInfo().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
                if (isOurs(word)) {
                    refuse(span(fenced, body), word);
                }
            }
            if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof HtmlBlock) {
                literal.add(span(node, body));
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                open.push(child);
            }
        }
    }

    private void refuse(Span span, String word) {
        judged.add(span.start());
        findings.error(
                "nested-block",
                new Span(span.start(), Math.min(span.end(), endOfLine(text, span.start()))),
                "A block of " + (word.equals("rules") ? "rules" : "table rows")
                        + " stands at the beginning of the line, not inside a list or a quotation.");
    }

    private Span span(Node node, int body) {
        List<SourceSpan> lines = node.getSourceSpans();
        if (lines.isEmpty()) {
            return new Span(body, body);
        }
        return new Span(body + lines.get(0).getInputIndex(), end(lines.get(lines.size() - 1), body));
    }

    private static int end(SourceSpan line, int body) {
        return body + line.getInputIndex() + line.getLength();
    }

    private static int endOfLine(String text, int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
