package dev.proviso.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading of the text.
 *
 * @param number the number of the clause that it opens; empty if it opens none
 * @param title what stands after the number
 * @param depth its level, from 1
 */
record Heading(Optional<String> number, String title, int depth, Span span) {

    private static final String NUMBER = "([0-9]+[A-Za-z]?(?:[.-][0-9]+[A-Za-z]?)*|(?-i:[IVXLCDM]+)(?:\\.[0-9]+)*)";
    private static final Pattern NAMED = Pattern.compile(
            "(?:article|art\\.?|section|§{1,2})\\s*" + NUMBER + "(?![A-Za-z0-9-])(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("([0-9]+[A-Za-z]?(?:\\.[0-9]+[A-Za-z]?)*)[.)]?(?:\\s(.*))?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern PREAMBLE = Pattern.compile("preamble\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNREADABLE =
            Pattern.compile("(?:(?:article|section)(?:\\W.*)?|(?:art\\.|§).*)", Pattern.CASE_INSENSITIVE);

    /** Numbers that people read as one and that are none here: {@code Clause 3}, {@code (3) Use}, {@code IV. Use}. */
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?i:clause|paragraph|para\\.?|regulation|rule|point|item|no\\.?|nr\\.?)\\s+(?:[0-9]+|[IVXLC]+)\\b.*"
                    + "|\\([0-9]+[A-Za-z]?\\).*|[IVXLC]{2,}[.)](?:\\s.*)?|[\\p{Nd}&&[^0-9]].*|第.{1,8}[条條].*");

    private static final Pattern PUNCTUATION = Pattern.compile("^[\\s.:)–—-]+");

    static Heading of(String words, int depth, Span span) {
        if (PREAMBLE.matcher(words).matches()) {
            return new Heading(Optional.of("preamble"), words, depth, span);
        }
        Matcher named = NAMED.matcher(words);
        if (named.matches()) {
            return numbered(named.group(1), named.group(2), depth, span);
        }
        Matcher bare = BARE.matcher(words);
        if (bare.matches() && !YEAR.matcher(bare.group(1)).matches()) {
            return numbered(bare.group(1), bare.group(2) == null ? "" : bare.group(2), depth, span);
        }
        return new Heading(Optional.empty(), words, depth, span);
    }

    private static Heading numbered(String number, String rest, int depth, Span span) {
        String title = PUNCTUATION.matcher(rest).replaceFirst("").strip();
        return new Heading(Optional.of(number), title, depth, span);
    }

    boolean isOfClause() {
        return number.isPresent();
    }

    /** True if it is worded like the heading of a clause, but has no number that can be read. */
    boolean lacksNumber() {
        return number.isEmpty()
                && (UNREADABLE.matcher(title).matches()
                        || OTHER_NUMBER.matcher(title).matches());
    }
}
