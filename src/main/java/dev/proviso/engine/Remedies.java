package dev.proviso.engine;

import java.util.List;

/**
 * The smallest sets of obtainable changes after which a question would be permitted: none contains another. Each was tried by
 * deciding again. A set that states a missing fact means that some value of it would do.
 *
 * @param sets smaller ones first, each in the order of its sentences
 * @param complete false if there was so much to try that other sets may exist, smaller ones among them
 */
public record Remedies(List<List<String>> sets, boolean complete) {

    private static final Remedies NONE = new Remedies(List.of(), true);

    public Remedies {
        sets = List.copyOf(sets);
    }

    /**
     * For questions that differ in their data only, answered together: what would permit them all. None if the answer permits
     * already, or if no change would help.
     */
    public static Remedies of(List<Question> questions, Answer answer, Rulebook rulebook) {
        boolean canHelp = answer.decision() == Decision.DENY || answer.decision() == Decision.INDETERMINATE;
        return canHelp ? new RemedySearch(questions, rulebook).search(answer) : NONE;
    }
}
