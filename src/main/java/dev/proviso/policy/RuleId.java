package dev.proviso.policy;

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
        String[] a = left.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        String[] b = right.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = isNumber(a[i]) && isNumber(b[i])
                    ? new java.math.BigInteger(a[i]).compareTo(new java.math.BigInteger(b[i]))
                    : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(a.length, b.length);
        return order != 0 ? order : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
