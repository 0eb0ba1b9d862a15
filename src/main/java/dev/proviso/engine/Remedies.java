package dev.proviso.engine;

import java.util.List;

/**
 * The smallest sets of obtainable changes after which a question would be permitted: none contains another. Each was tried by
 * deciding again. A set that states a missing fact means that some value of it would do.
 *
 * @param sets smaller ones first, each in the order of its sentences
 * @param complete false if there was so much to try that other sets may exist
 */
public record Remedies(List<List<String>> sets, boolean complete) {

    /** How much is tried: enough for the remedies at hand while a service waits, or all within reason for a person who reads them. */
    public enum Effort {
        QUICK(100),
        THOROUGH(2_000);

        private final int decisions;

        Effort(int decisions) {
            this.decisions = decisions;
        }

        /** After how many decisions the search is broken off. */
        int decisions() {
            return decisions;
        }
    }

    private static final Remedies NONE = new Remedies(List.of(), true);

    public Remedies {
        sets = List.copyOf(sets);
    }

    /**
     * For questions that differ in their data only, answered together: what would permit them all. None if the answer permits
     * already, or if no change would help. A search that was broken off lists those sets of which all that is within them was tried.
     */
    public static Remedies of(List<Question> questions, Answer answer, Rulebook rulebook, Effort effort) {
        boolean canHelp = answer.decision() == Decision.DENY || answer.decision() == Decision.INDETERMINATE;
        return canHelp ? new RemedySearch(questions, rulebook, effort).search(answer) : NONE;
    }
}
