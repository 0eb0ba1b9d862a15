package dev.proviso.comparison;

import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.document.Passage;
import dev.proviso.document.Passage.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which passage of the later version is which of the earlier one, also where a clause was put in and others moved on. */
final class PassagePairs {

    private PassagePairs() {}

    static List<Pair<Passage>> of(List<Passage> before, List<Passage> after) {
        return new PairFinder<>(before, after)
                .by(Optional::of)
                .by(clause(passage -> List.of(passage.title(), passage.body())))
                .by(passage -> Optional.of(List.of(passage.kind(), passage.number(), passage.title())))
                .byUnique(clause(Passage::title))
                .by(passage -> Optional.of(List.of(passage.kind(), passage.number())))
                .pairs();
    }

    /** A key of clauses that say something, whatever their number. */
    private static Function<Passage, Optional<?>> clause(Function<Passage, ?> key) {
        return passage -> passage.kind() == Kind.CLAUSE && !passage.title().isEmpty()
                ? Optional.of(key.apply(passage))
                : Optional.empty();
    }
}
