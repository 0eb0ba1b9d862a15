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

    private static final Remedies NONE = new Remedies(List.of(), true);
    private static final Remedies UNSEARCHED = new Remedies(List.of(), false);

    public Remedies {
        sets = List.copyOf(sets);
    }

    /**
     * For questions that differ in their data only, answered together: what would permit them all. None if the answer permits
     * already, or if no change would help. A search that was broken off lists those sets of which all that is within them was tried.
     *
     * @param budget what may be tried; none is searched for where it does not suffice to try one change
     */
    public static Remedies of(List<Question> questions, Answer answer, Rulebook rulebook, Budget budget) {
        boolean canHelp = answer.decision() == Decision.DENY || answer.decision() == Decision.INDETERMINATE;
        if (!canHelp) {
            return NONE;
        }
        long once = questions.stream()
                .mapToLong(question -> Decider.weight(question, rulebook))
                .sum();
        return budget.allows(once) ? new RemedySearch(questions, rulebook, budget).search(answer) : UNSEARCHED;
    }
}
