package dev.proviso.document;

import dev.proviso.document.Block.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what looks as if the machine read it, and what the machine passes over: a block of rules that is indented or inside
 * HTML, the heading of a clause inside a quotation, sentences in prose. Its author believes that it holds.
 */
final class UnreadText {

    private static final String LABEL = "(?:\\([A-Za-z0-9]{1,32}\\)\\s{0,9})?";
    private static final String RULE =
            "(?:Permit|Forbid|Mandate|Require)\\s+[a-z][a-z-]{0,40}(?:[\\s,]+[a-z][a-z-]{0,40}){0,8}?\\s+of\\s";

    /** What begins a sentence of a block of rules, and what of it begins a sentence of hardly any other text. */
    private static final Pattern SENTENCE =
            Pattern.compile(LABEL + "(?:" + RULE + "|No rule\\s{0,9}:|This policy does not apply to\\s)");

    private static final Pattern UNMISTAKABLE = Pattern.compile(LABEL + "(?:" + RULE + "|No rule\\s{0,9}:)");
    private static final Pattern INSIDE =
            Pattern.compile("[.\\n]\\s{0,9}+" + LABEL + "(?:" + RULE + "|No rule\\s{0,9}:)");
    private static final Pattern FENCE =
            Pattern.compile("(?:[`~]{2,}|['´‘’]{3})[ \\t]*[^\\p{Alpha}\\s]{0,3}(\\p{Alpha}[\\p{Alpha}-]{2,40})");
    private static final Pattern HEADING = Pattern.compile("(#{1,12})([ \\t]*)(\\S.*)");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+(?:\\.[0-9]+)*[.)]?\\s+\\p{L}.*");
    private static final Pattern NAMED =
            Pattern.compile("(?:\\*\\*|__)?(?i:article|section|§)\\s*[0-9]+[A-Za-z]?(?:\\.[0-9]+)*\\b[^.]{0,80}");
    private static final Pattern NEXT = Pattern.compile("(?:\\*\\*|__)?([0-9]{1,4})[.)]?\\s+\\p{Lu}[^.;:]{0,80}");
    private static final Pattern LEADING = Pattern.compile("[0-9]{1,4}");
    private static final Pattern FRONT = Pattern.compile(
            "(?:policy|version|kind|vocabulary|timezone|effective|controller|held-in|law-not-drawn|scope|until):(?:\\s.*)?");
    private static final Pattern COMMENT = Pattern.compile("\\[[^\\]]{1,999}\\]:\\s*(?:#|<>)\\s*[(\"'].*");
    private static final int LONGEST_HEADER = 2_000;

    private final Outline outline;
    private final Findings findings;
    private final List<Fragment> lines;
    private final Set<Integer> headings = new HashSet<>();
    private final Set<Span> told = new HashSet<>();

    /** Where clauses begin, each with the first part of its number. */
    private final TreeMap<Integer, Integer> clauses = new TreeMap<>();

    private UnreadText(String text, Outline outline, Findings findings) {
        this.outline = outline;
        this.findings = findings;
        this.lines = lines(text, outline.body());
        outline.parts().stream().flatMap(part -> part.heading().stream()).forEach(heading -> {
            headings.add(heading.span().start());
            leading(heading).ifPresent(number -> clauses.put(heading.span().start(), number));
        });
    }

    static void check(String text, Outline outline, Findings findings) {
        new UnreadText(text, outline, findings).check();
    }

    /** Whether a text that is no rule has a sentence inside that could be one. */
    static boolean hasSentence(String text) {
        return UNMISTAKABLE.matcher(text).lookingAt() || INSIDE.matcher(text).find();
    }

    private static List<Fragment> lines(String text, int from) {
        List<Fragment> lines = new ArrayList<>();
        for (int start = from; start < text.length(); ) {
            int next = OutlineReader.lineAfter(text, start);
            lines.add(Fragment.of(text, start, next));
            start = next;
        }
        return lines;
    }

    private void check() {
        Regions read = new Regions(outline.parts().stream()
                .flatMap(part -> part.blocks().stream())
                .map(block -> new Span(
                        block.opening().start(), block.content().place().end())));
        Regions rules = new Regions(outline.parts().stream()
                .flatMap(part -> part.blocks().stream())
                .filter(Rules.class::isInstance)
                .map(block -> block.content().place()));
        Regions literal = new Regions(outline.literal().stream());
        for (int i = 0; i < lines.size(); i++) {
            Fragment line = content(lines.get(i));
            if (line.text().isEmpty()) {
                continue;
            }
            int start = line.place().start();
            if (rules.has(start)) {
                checkInside(line);
            } else if (!read.has(start)) {
                check(line, i, literal.at(start));
            }
        }
    }

    /** A line without what makes it a part of a list, a quotation or a comment, and without blanks at its end. */
    private static Fragment content(Fragment line) {
        String text = line.text();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean isBullet =
                    (c == '-' || c == '*' || c == '+') && at + 1 < text.length() && isBlank(text.charAt(at + 1));
            if (isBlank(c) || c == '>' || isBullet) {
                at++;
            } else if (text.startsWith("<!--", at)) {
                at += 4;
            } else {
                break;
            }
        }
        String kept = text.substring(at).stripTrailing();
        return new Fragment(kept, line.span(at, at + kept.length()), true);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void checkInside(Fragment line) {
        boolean isFence = line.text().startsWith("```") || line.text().startsWith("~~~");
        if (isFence || heading(line.text()).filter(Heading::isOfClause).isPresent()) {
            findings.flaw(
                    "open-block",
                    line.place(),
                    "This stands inside the block of rules above, which has no end before it: a block is closed by a line \"```\""
                            + " with nothing else on it.");
        }
    }

    private void check(Fragment line, int at, Optional<Span> literal) {
        String text = line.text();
        switch (text.charAt(0)) {
            case '`', '~', '\'', '´', '‘', '’' -> checkFence(line, literal);
            case '#' -> checkHeading(line, lines.get(at));
            case '-' -> checkFront(line, at);
            case '[' -> checkComment(line);
            default -> checkWords(line, at, literal);
        }
        if (text.indexOf('|') >= 0) {
            checkTable(line, at, literal);
        }
    }

    private void checkFence(Fragment line, Optional<Span> literal) {
        Matcher fence = FENCE.matcher(line.text());
        boolean isNear = fence.lookingAt()
                && findings.nearest(fence.group(1), List.of("rules", "table")).isPresent();
        if (isNear && !outline.judged().contains(line.place().start())) {
            unread(line.place(), "A block that is named like one of rules or of a table stands here");
            literal.ifPresent(told::add);
        }
    }

    private void unread(Span place, String what) {
        findings.flaw(
                "unread-block",
                place,
                what + ", and the machine does not read it: it is indented, or stands inside HTML, a comment or another"
                        + " block. A block that is read begins with \"```rules\", or \"```table\" and its name, at the start of a"
                        + " line.");
    }

    private static Optional<Heading> heading(String line) {
        Matcher heading = HEADING.matcher(line);
        return heading.matches()
                ? Optional.of(Heading.of(heading.group(3), heading.group(1).length(), new Span(0, 0)))
                : Optional.empty();
    }

    private void checkHeading(Fragment line, Fragment whole) {
        Matcher heading = HEADING.matcher(line.text());
        if (headings.contains(line.place().start()) || !heading.matches()) {
            return;
        }
        boolean isSetApart = !heading.group(2).isEmpty()
                && NUMBERED.matcher(heading.group(3)).matches();
        if (isSetApart || NAMED.matcher(heading.group(3)).lookingAt()) {
            findings.flaw(
                    "unread-heading",
                    line.place(),
                    "This looks like the heading of a clause, and is none%s: it begins with one to six \"#\" and a blank, at the start of a line."
                            .formatted(whole.text().startsWith("#") ? "" : " where it stands"));
        }
    }

    private void checkFront(Fragment line, int at) {
        boolean isRule = line.text().equals("---") && outline.frontMatter().isPresent();
        if (isRule
                && after(at)
                        .filter(next -> FRONT.matcher(next.text()).matches())
                        .isPresent()) {
            findings.flaw(
                    "second-front-matter",
                    line.place(),
                    "Front matter stands here that is not read: a document has one, at its very beginning.");
        }
    }

    /** The next line that is not blank. */
    private Optional<Fragment> after(int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
            Fragment next = content(lines.get(i));
            if (!next.text().isEmpty()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private void checkComment(Fragment line) {
        if (COMMENT.matcher(line.text()).matches()) {
            findings.warning(
                    "unseen-text", line.place(), "This is a comment of Markdown, which readers are not shown.");
        }
    }

    private void checkWords(Fragment line, int at, Optional<Span> literal) {
        if (literal.isPresent()) {
            if (isUntold(literal.get()) && SENTENCE.matcher(line.text()).lookingAt()) {
                unread(line.place(), "A sentence that could be a rule stands here");
                told.add(literal.get());
            }
        } else if (UNMISTAKABLE.matcher(line.text()).lookingAt()) {
            findings.warning(
                    "rules-in-prose",
                    line.place(),
                    "This reads like a rule and is none: rules stand in a block that begins with \"```rules\".");
        } else if (standsAlone(at) && (NAMED.matcher(line.text()).matches() || goesOn(line))) {
            findings.warning(
                    "heading-in-prose",
                    line.place(),
                    "This reads like the heading of a clause and is none: a heading begins with \"## \". Make this a heading.",
                    Optional.of("## " + line.text().replaceAll("^(?:\\*\\*|__)|(?:\\*\\*|__)$", "")));
        }
    }

    /** Whether a short line has the number that comes after that of the clause where it stands. */
    private boolean goesOn(Fragment line) {
        Matcher number = NEXT.matcher(line.text());
        return number.matches()
                && Optional.ofNullable(clauses.floorEntry(line.place().start()))
                        .filter(before -> before.getValue() + 1 == Integer.parseInt(number.group(1)))
                        .isPresent();
    }

    private static Optional<Integer> leading(Heading heading) {
        return heading.number()
                .map(LEADING::matcher)
                .filter(Matcher::lookingAt)
                .map(leading -> Integer.parseInt(leading.group()));
    }

    /** One block that is not read is told once. */
    private boolean isUntold(Span literal) {
        return !told.contains(literal)
                && outline.judged().stream().noneMatch(at -> literal.start() <= at && at < literal.end());
    }

    private boolean standsAlone(int at) {
        return (at == 0 || lines.get(at - 1).text().isBlank())
                && (at + 1 == lines.size() || lines.get(at + 1).text().isBlank());
    }

    private void checkTable(Fragment line, int at, Optional<Span> literal) {
        Optional<String> name =
                at + 1 < lines.size() && isRuled(lines.get(at + 1).text()) ? table(line) : Optional.empty();
        name.ifPresent(table -> {
            if (literal.filter(this::isUntold).isPresent()) {
                unread(line.place(), "A table with the columns of \"" + table + "\" stands here");
            } else if (literal.isEmpty()) {
                findings.warning(
                        "table-in-prose",
                        line.place(),
                        "This has the columns of the table \"%s\" and is not read: rows that are read stand in a block that begins with \"```table %s\"."
                                .formatted(table, table));
            }
        });
    }

    private static boolean isRuled(String line) {
        return line.indexOf('-') >= 0 && line.chars().allMatch(c -> "|:- \t\r\n".indexOf(c) >= 0);
    }

    /** The table of facts that has just these columns. */
    private static Optional<String> table(Fragment header) {
        if (header.text().length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        Set<String> columns =
                TableParser.cells(header).stream().map(Fragment::text).collect(Collectors.toSet());
        return RowReader.TABLES.entrySet().stream()
                .filter(table -> columns.containsAll(table.getValue()))
                .filter(table -> columns.stream()
                        .allMatch(column -> table.getValue().contains(column) || TableParser.DATED.contains(column)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Stretches of the text, asked about in its order. */
    private static final class Regions {
        private final List<Span> spans;
        private int next;

        Regions(Stream<Span> spans) {
            this.spans = spans.sorted(Comparator.comparingInt(Span::start)).toList();
        }

        boolean has(int offset) {
            return at(offset).isPresent();
        }

        Optional<Span> at(int offset) {
            while (next < spans.size() && spans.get(next).end() <= offset) {
                next++;
            }
            return next < spans.size() && spans.get(next).start() <= offset
                    ? Optional.of(spans.get(next))
                    : Optional.empty();
        }
    }
}
