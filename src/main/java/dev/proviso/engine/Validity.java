package dev.proviso.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long an answer holds, with nothing new recorded: until the first instant at which deciding the same question again gives
 * another decision, other reasons (or rows that they rest on), other missing facts or obligations, or at which another law joins
 * what decides; or until the user's next birthday, see {@link Moments#isCertain}.
 */
public final class Validity {

    /** After so much work the next moment is given without confirmation, so that no question costs without bound. */
    private static final long MOST_WORK = 1_000;

    /** To go through so many consents or objections takes about as long as all else that is looked at for a leaf. */
    private static final long STATED_AS_MUCH_WORK = 100;

    private final Asked asked;
    private final Answer answer;
    private Optional<List<Bearing>> last = Optional.empty();
    private long work;

    private Validity(Asked asked, Answer answer) {
        this.asked = asked;
        this.answer = answer;
    }

    /**
     * The end of an answer's time, later than the question's instant; empty if nothing will change it. Decides again at each
     * instant at which something in play changes, so it may take as long as the answer took, many times over.
     *
     * @param end from when on another rulebook will decide, if that is known
     */
    public static Optional<Instant> of(Question question, Answer answer, Rulebook rulebook, Optional<Instant> end) {
        return new Validity(new Asked(question, rulebook), answer).until(end);
    }

    private Optional<Instant> until(Optional<Instant> end) {
        Moments moments = new Moments(asked);
        Optional<Instant> next = moments.after(asked.question().at());
        while (next.filter(moment -> end.map(moment::isBefore).orElse(true)).isPresent()) {
            Instant moment = next.get();
            if (work >= MOST_WORK || moments.isCertain(moment)) {
                return next;
            }
            Asked then = asked.asOf(moment);
            if (differs(then) || moments.touchesRows(moment) && !rows(then).equals(rows(asked))) {
                return next;
            }
            moments = moments.of(then);
            next = moments.after(moment);
        }
        return end;
    }

    private boolean differs(Asked then) {
        work += then.leaves().size() * weight(then.question().user());
        List<Bearing> bearing = Bearing.of(then);
        boolean same = bearing.equals(last.orElseGet(() -> Bearing.of(asked)));
        last = Optional.of(bearing);
        return !same && !Decider.decide(then).equals(answer);
    }

    /** A user of whom hundreds of things are stated weighs more. */
    private static long weight(User user) {
        long stated = Stream.of(user.consents(), user.objections(), user.refusals(), user.uses())
                .flatMap(Optional::stream)
                .mapToLong(List::size)
                .sum();
        return 1 + stated / STATED_AS_MUCH_WORK;
    }

    private List<Citation> rows(Asked when) {
        return answer.reasons().stream()
                .flatMap(reason -> Citation.of(reason, List.of(when.question()), when.rulebook()).stream())
                .toList();
    }
}
