package dev.proviso.convert;

import dev.proviso.convert.Piece.Heading;
import dev.proviso.convert.Piece.Paragraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Reads a page of HTML, and what Word puts on the clipboard as such. Nothing is fetched, and no script runs. */
final class HtmlReader implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "head",
            "template",
            "noscript",
            "iframe",
            "object",
            "svg",
            "math",
            "nav",
            "select",
            "textarea",
            "button",
            "audio",
            "video",
            "canvas");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "blockquote",
            "pre",
            "address",
            "dl",
            "dt",
            "dd",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "tbody",
            "thead",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "body",
            "hr",
            "details",
            "summary",
            "center");
    private static final Pattern HEADING = Pattern.compile("h([1-6])");
    private static final Pattern WORD_LIST = Pattern.compile("mso-list:.{0,40}?level([1-9])");
    private static final Pattern HIDDEN = Pattern.compile("display:none|mso-hide:all");

    /** A list that is open, with how far it is counted; a negative number for one that is not. */
    private static final class Listing {
        private int counted;

        Listing(int counted) {
            this.counted = counted;
        }
    }

    private final Conversion conversion = new Conversion();
    private final Deque<Listing> lists = new ArrayDeque<>();
    private Inline words = new Inline();
    private int heading;
    private boolean title;
    private String marker = "";
    private int depth = -1;
    private int bold;
    private int slanted;
    private final Deque<String> links = new ArrayDeque<>();
    private boolean tooLong;

    static Conversion read(Document page) throws UnreadableFile {
        HtmlReader reader = new HtmlReader();
        NodeTraversor.filter(reader, page.body());
        reader.flush();
        reader.conversion.titled(page.title());
        if (reader.tooLong) {
            throw Conversion.tooLong();
        }
        return reader.conversion;
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (tooLong) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            String said = text.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
            words.add(said, bold > 0 && heading == 0, slanted > 0 && heading == 0, links.isEmpty() ? "" : links.peek());
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? open(element) : FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (isUnseen(element, name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("img")) {
            conversion.warn("Pictures were left out.");
        }
        if (name.equals("table") && isOfFacts(element)) {
            flush();
            table(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (BLOCKS.contains(name)) {
            flush();
            block(element, name);
        }
        bold += isBold(name) ? 1 : 0;
        slanted += isSlanted(name) ? 1 : 0;
        if (name.equals("br")) {
            words.add("\n");
        } else if (name.equals("a")) {
            links.push(element.attr("href").startsWith("#") ? "" : element.attr("href"));
        }
        return FilterResult.CONTINUE;
    }

    private boolean isUnseen(Element element, String name) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (style.contains("mso-list:ignore")) {
            marker = element.text();
            return true;
        }
        return UNSEEN.contains(name)
                || element.hasAttr("hidden")
                || HIDDEN.matcher(style).find();
    }

    private void block(Element element, String name) {
        Matcher level = HEADING.matcher(name);
        heading = level.matches() ? Integer.parseInt(level.group(1)) : heading;
        title |= element.hasClass("MsoTitle");
        switch (name) {
            case "ul" -> lists.push(new Listing(-1));
            case "ol" -> lists.push(new Listing(start(element)));
            case "li" -> entry();
            default -> {
                Matcher listed = WORD_LIST.matcher(element.attr("style"));
                if (listed.find()) {
                    depth = Integer.parseInt(listed.group(1)) - 1;
                }
            }
        }
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) - 1 : 0;
    }

    private void entry() {
        depth = Math.max(0, lists.size() - 1);
        if (lists.isEmpty() || lists.peek().counted < 0) {
            marker = "-";
        } else {
            lists.peek().counted++;
            marker = lists.peek().counted + ".";
        }
    }

    private static boolean isBold(String name) {
        return name.equals("b") || name.equals("strong");
    }

    private static boolean isSlanted(String name) {
        return name.equals("i") || name.equals("em");
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (node instanceof Element element) {
            String name = element.normalName();
            bold -= isBold(name) ? 1 : 0;
            slanted -= isSlanted(name) ? 1 : 0;
            if (name.equals("a") && !links.isEmpty()) {
                links.pop();
            }
            if (BLOCKS.contains(name)) {
                flush();
            }
            if ((name.equals("ul") || name.equals("ol")) && !lists.isEmpty()) {
                lists.pop();
            }
            heading = HEADING.matcher(name).matches() ? 0 : heading;
        }
        return FilterResult.CONTINUE;
    }

    /** Ends a paragraph. */
    private void flush() {
        if (!words.isEmpty()) {
            add(piece());
            depth = -1;
            marker = "";
            title = false;
        }
        if (words.hadHidden()) {
            conversion.warn("Characters that no reader sees were left out.");
        }
        words = new Inline();
    }

    private Piece piece() {
        if (heading > 0 || title) {
            String number = marker.equals("-") ? "" : marker.strip();
            return new Heading(Math.max(1, heading), (number + " " + words.plain()).strip(), title);
        }
        return depth >= 0
                ? Markers.item(depth, marker, words)
                : new Paragraph(words.plain(), words.markdown(), words.isBold());
    }

    private void add(Piece piece) {
        try {
            conversion.add(piece);
        } catch (UnreadableFile unreadable) {
            tooLong = true;
        }
    }

    /** Whether a table is one, and not a way to lay out a page. */
    private static boolean isOfFacts(Element table) {
        return table.select("table table, h1, h2, h3, h4, h5, h6, ul, ol").isEmpty()
                && table.select("tr").stream().anyMatch(row -> row.childrenSize() > 1);
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                Inline said = new Inline();
                said.add(cell.text());
                cells.add(said.markdownOnOneLine());
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        add(new Piece.Table(rows));
    }
}
