package dev.proviso.convert;

import dev.proviso.convert.Piece.Heading;
import dev.proviso.convert.Piece.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds headings that were typed as plain paragraphs ({@code Article 16 Voice assistants}), where a document does so
 * consistently: at least two of a kind, in the order of their numbers, or one that goes on with the numbers of real headings.
 */
final class TypedHeadings {

    private static final int LONGEST = 120;
    private static final Pattern NAMED =
            Pattern.compile("(?i)(article|art\\.|section|§{1,2})\\s*([0-9]+)[A-Za-z]?(?:[.-][0-9]+)*\\b.*");
    private static final Pattern BARE = Pattern.compile("([0-9]{1,4})((?:\\.[0-9]{1,4})*)[.)]?\\s+\\p{L}.*");
    private static final Pattern SENTENCE = Pattern.compile(".*[.;,:?!]");

    private final List<Piece> pieces;

    private TypedHeadings(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The same pieces with headings where paragraphs are some. */
    static List<Piece> in(List<Piece> pieces) {
        List<Piece> named = new TypedHeadings(pieces).named();
        boolean hasHeadings = named.stream().anyMatch(TypedHeadings::isSection);
        if (hasHeadings) {
            return named;
        }
        List<Piece> bare = new TypedHeadings(named).bare();
        return bare.stream().anyMatch(TypedHeadings::isSection) ? bare : new TypedHeadings(bare).bold();
    }

    private static boolean isSection(Piece piece) {
        return piece instanceof Heading heading && !heading.title() && heading.level() > 0;
    }

    private List<Piece> named() {
        Set<Integer> found = new HashSet<>();
        for (String word : List.of("article", "art.", "section", "§")) {
            found.addAll(named(word));
        }
        return with(found, level());
    }

    /** As high as the real headings of the same kind; else below the title. */
    private int level() {
        return pieces.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .filter(heading -> NAMED.matcher(heading.plain()).matches())
                .mapToInt(Heading::level)
                .min()
                .orElse(2);
    }

    private Set<Integer> named(String word) {
        Set<Integer> typed = new HashSet<>();
        int seen = 0;
        int last = 0;
        for (int i = 0; i < pieces.size(); i++) {
            boolean isReal = pieces.get(i) instanceof Heading;
            String plain = pieces.get(i) instanceof Heading heading ? heading.plain() : candidate(i);
            Matcher match = NAMED.matcher(plain);
            if (match.matches() && match.group(1).toLowerCase(Locale.ROOT).startsWith(word)) {
                int number = Integer.parseInt(
                        match.group(2).substring(0, Math.min(6, match.group(2).length())));
                boolean fits = isReal || number >= last && number <= last + 1;
                if (fits) {
                    seen++;
                    last = number;
                }
                if (fits && !isReal) {
                    typed.add(i);
                }
            }
        }
        return seen > 1 ? typed : Set.of();
    }

    /** The words of a paragraph that is short enough for a heading and ends like none of its sentences; empty for any other. */
    private String candidate(int at) {
        return pieces.get(at) instanceof Paragraph paragraph
                        && paragraph.plain().length() <= LONGEST
                        && paragraph.markdown().indexOf('\n') < 0
                        && !SENTENCE.matcher(paragraph.plain()).matches()
                ? paragraph.plain()
                : "";
    }

    /** {@code 1. Scope}, {@code 1.1 What}: counted from one without a gap, most with prose below. */
    private List<Piece> bare() {
        Set<Integer> found = new HashSet<>();
        int next = 1;
        int withProse = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Matcher match = BARE.matcher(candidate(i));
            if (!match.matches()) {
                continue;
            }
            int first = Integer.parseInt(match.group(1));
            boolean fits = match.group(2).isEmpty() ? first == next : first == next - 1;
            if (fits) {
                found.add(i);
                next = match.group(2).isEmpty() ? next + 1 : next;
                withProse += isFollowedByProse(i, BARE) ? 1 : 0;
            }
        }
        return next > 2 && 2 * withProse >= found.size() ? with(found, 2) : pieces;
    }

    private boolean isFollowedByProse(int at, Pattern heading) {
        return at + 1 < pieces.size()
                && (!(pieces.get(at + 1) instanceof Paragraph)
                        || !heading.matcher(candidate(at + 1)).matches());
    }

    private List<Piece> bold() {
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean isProseNext = i + 1 < pieces.size() && !isBold(i + 1);
            if (isBold(i) && !candidate(i).isEmpty() && isProseNext) {
                found.add(i);
            }
        }
        return found.size() > 1 ? with(found, 2) : pieces;
    }

    private boolean isBold(int at) {
        return pieces.get(at) instanceof Paragraph paragraph && paragraph.bold();
    }

    private List<Piece> with(Set<Integer> typed, int level) {
        List<Piece> all = new ArrayList<>(pieces);
        for (int at : typed) {
            String plain = candidate(at);
            Matcher bare = BARE.matcher(plain);
            int dots = bare.matches()
                    ? (int) bare.group(2).chars().filter(c -> c == '.').count()
                    : 0;
            all.set(at, new Heading(Math.min(6, level + dots), plain, false));
        }
        return all;
    }
}
