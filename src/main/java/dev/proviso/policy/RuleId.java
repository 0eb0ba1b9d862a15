package dev.proviso.policy;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rule stands: the number of its clause, its label, and its place among the sentences under that label (from 1).
 * Written {@code 5}, {@code 2.2(4)}, {@code 2.2(4)#2}, {@code preamble(1)}. Ordered as a reader counts: 2.2 before 2.10.
 */
public record RuleId(String clause, String label, int ordinal) implements Comparable<RuleId> {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]+?)(?:\\(([A-Za-z0-9]+)\\))?(?:#([0-9]{1,6}))?");
    private static final Comparator<RuleId> ORDER = Comparator.comparing(RuleId::clause, RuleId::compareNumbers)
            .thenComparing(RuleId::label, RuleId::compareNumbers)
            .thenComparing(RuleId::ordinal);

    /** Reads an id as it is written; empty if the text is not one. */
    public static Optional<RuleId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String label = matcher.group(2) == null ? "" : matcher.group(2);
        int ordinal = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return Optional.of(new RuleId(matcher.group(1), label, ordinal));
    }

    /** True if a reference to this id means the other rule too: a clause's number means all its rules. */
    public boolean includes(RuleId other) {
        return clause.equals(other.clause) && (label.isEmpty() && ordinal == 1 || equals(other));
    }

    @Override
    public int compareTo(RuleId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return clause + (label.isEmpty() ? "" : "(" + label + ")") + (ordinal == 1 ? "" : "#" + ordinal);
    }

    /** Compares digits as numbers and everything else as text, part by part. */
    private static int compareNumbers(String left, String right) {
        int a = 0;
        int b = 0;
        while (a < left.length() && b < right.length()) {
            int endA = partEnd(left, a);
            int endB = partEnd(right, b);
            int order = isDigit(left.charAt(a)) && isDigit(right.charAt(b))
                    ? new BigInteger(left.substring(a, endA)).compareTo(new BigInteger(right.substring(b, endB)))
                    : left.substring(a, endA).compareTo(right.substring(b, endB));
            if (order != 0) {
                return order;
            }
            a = endA;
            b = endB;
        }
        int order = Integer.compare(left.length() - a, right.length() - b);
        return order != 0 ? order : left.compareTo(right);
    }

    /** The end of the run of digits, or of other letters, that begins here. */
    private static int partEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == isDigit(text.charAt(start))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
