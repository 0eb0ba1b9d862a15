package dev.proviso.ruletest;

import java.util.List;

/**
 * Why a test failed.
 *
 * @param asked the question in a sentence
 * @param facts what else the question states, as JSON
 * @param expected as the test puts it
 * @param answered the same of the answer
 * @param differences a sentence for each thing that is not as expected
 * @param rules those that decided, and those that were expected to or could have, with what they turned on
 */
public record TestFailure(
        String asked, String facts, String expected, String answered, List<String> differences, List<Weighed> rules) {

    public TestFailure {
        differences = List.copyOf(differences);
        rules = List.copyOf(rules);
    }

    /** What a rule has to do with a failure. */
    public enum Part {
        DECIDED,
        /** It was expected to decide, and did not. */
        EXPECTED,
        /** It leads to the decision that was expected, is about what was asked, and did not apply. */
        COULD_HAVE
    }

    /**
     * A rule, and how it fared.
     *
     * @param rule as the test cites it
     * @param file where it stands
     * @param line from 1
     * @param outcome {@code APPLIES}, {@code MAY_APPLY}, {@code DEFEATED} or {@code DOES_NOT_APPLY}
     * @param note why it could not apply whatever its conditions are; empty if it could
     */
    public record Weighed(
            Part part,
            String rule,
            String document,
            String version,
            String file,
            int line,
            String sentence,
            String outcome,
            String note,
            List<Turn> conditions) {

        public Weighed {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * What a rule asks, and whether it is so.
     *
     * @param value {@code TRUE}, {@code FALSE} or {@code UNKNOWN}
     * @param decisive whether the rule would have fared otherwise if this alone were otherwise
     */
    public record Turn(String condition, String value, boolean decisive) {}
}
