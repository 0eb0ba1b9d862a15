package dev.proviso.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long an answer holds, with nothing new recorded: until the first instant at which deciding the same question again gives
 * another decision, other reasons (or rows that they rest on), other missing facts or obligations, or at which another law joins
 * what decides; or until the user's next birthday, see {@link Moments#isCertain}.
 */
final class Validity {

    /** How many leaves are decided again before the next moment is given without confirmation. */
    private static final int MOST_DECIDED = 200;

    private final Asked asked;
    private final Answer answer;
    private int left = MOST_DECIDED;

    private Validity(Asked asked, Answer answer) {
        this.asked = asked;
        this.answer = answer;
    }

    /**
     * The end of an answer's time; empty if none is known.
     *
     * @param end from when on something else decides
     */
    static Optional<Instant> of(Asked asked, Answer answer, Optional<Instant> end) {
        return new Validity(asked, answer).until(end);
    }

    private Optional<Instant> until(Optional<Instant> end) {
        Moments moments = new Moments(asked);
        Optional<Instant> next = moments.after(asked.question().at());
        while (next.filter(moment -> end.map(moment::isBefore).orElse(true)).isPresent()) {
            Instant moment = next.get();
            if (left <= 0 || moments.isCertain(moment)) {
                return next;
            }
            Asked then = asked.asOf(moment);
            if (differs(then, moments.touchesRows(moment))) {
                return next;
            }
            // Which laws join in may have changed, and with them what to look out for.
            moments = new Moments(then);
            next = moments.after(moment);
        }
        return end;
    }

    private boolean differs(Asked then, boolean rows) {
        left -= then.leaves().size();
        return !Decider.answer(then).equals(answer) || rows && !rows(then).equals(rows(asked));
    }

    private List<Citation> rows(Asked when) {
        return answer.reasons().stream()
                .flatMap(reason -> Citation.of(reason, List.of(when.question()), when.rulebook()).stream())
                .toList();
    }
}
