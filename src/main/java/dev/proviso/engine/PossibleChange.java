package dev.proviso.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Something that a caller may bring about or find out. Two are equal if they say the same.
 *
 * @param includes the sentences of lesser changes that it takes the place of
 * @param ways the changed questions, once for each value worth trying: for a missing fact every value that may make a difference
 */
record PossibleChange(String sentence, Set<String> includes, Function<Question, List<UnaryOperator<Question>>> ways) {

    PossibleChange(String sentence, UnaryOperator<Question> way) {
        this(sentence, Set.of(), question -> List.of(way));
    }

    /** Whether these changes are among those, or lesser than some of them. */
    static boolean areWithin(Collection<PossibleChange> these, Collection<PossibleChange> those) {
        return these.stream().allMatch(each -> those.stream().anyMatch(other -> other.takesIn(each)));
    }

    /** Whether one of the two takes in the other, so that both together say no more. */
    boolean overlaps(PossibleChange other) {
        return takesIn(other) || other.takesIn(this);
    }

    private boolean takesIn(PossibleChange other) {
        return equals(other) || includes.contains(other.sentence());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PossibleChange change && sentence.equals(change.sentence);
    }

    @Override
    public int hashCode() {
        return sentence.hashCode();
    }
}
