package dev.proviso.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long an answer holds, with nothing new recorded: until the first instant at which deciding the same question again gives
 * another decision, other reasons (or rows that they rest on), other missing facts or obligations, or at which another law joins
 * what decides; or until the user's next birthday, see {@link ChangePoints#isCertain}.
 */
public final class Validity {

    private final DecisionContext asked;
    private final Answer answer;
    private final Budget budget;
    private Optional<List<DecisionInputs>> last = Optional.empty();
    private boolean sameInputs;

    private Validity(DecisionContext asked, Answer answer, Budget budget) {
        this.asked = asked;
        this.answer = answer;
        this.budget = budget;
    }

    /**
     * The end of an answer's time, later than the question's instant; empty if nothing will change it. Decides again at each
     * instant at which something in play changes, so it may take as long as the answer took, many times over.
     *
     * @param end from when on another rulebook will decide, if that is known
     * @param budget once it is spent, the next moment is given without confirmation
     */
    public static Optional<Instant> of(
            Question question, Answer answer, Rulebook rulebook, Optional<Instant> end, Budget budget) {
        return new Validity(new DecisionContext(question, rulebook), answer, budget).until(end);
    }

    /**
     * Until when nothing at all changes of itself that may bear on a question, whichever of its facts are changed as
     * {@link Remedies} try it, and wherever its user may be: until then the same remedies are found.
     *
     * @return empty if nothing ever changes; never before the question's instant, but perhaps at it
     */
    public static Optional<Instant> untilAnyChange(Question question, Rulebook rulebook) {
        DecisionContext asked = new DecisionContext(question, rulebook);
        return Stream.of(
                        new ChangePoints(asked).after(question.at()).stream(),
                        asked.law().nextChange(question.at()).stream(),
                        daysAnywhere(question).stream(),
                        endsOfRetention(asked))
                .flatMap(ends -> ends)
                .min(Instant::compareTo);
    }

    /** Where the country or the birth date is open, it is tried, and in each country another day may begin next. */
    private static Optional<Instant> daysAnywhere(Question question) {
        User user = question.user();
        boolean open =
                user.country().isEmpty() || !user.birth().map(Birth::isExact).orElse(false);
        return open ? Optional.of(Rulebook.nextStartOfSomeDay(question.at())) : Optional.empty();
    }

    /** In every zone in which the user may be. */
    private static Stream<Instant> endsOfRetention(DecisionContext asked) {
        Question question = asked.question();
        return question.collectedAt().stream()
                .flatMap(since -> asked.leaves().stream()
                        .map(Facts.Leaf::purpose)
                        .distinct()
                        .flatMap(purpose -> asked.law().tables().periods(purpose))
                        .flatMap(period -> asked.time().zones().stream()
                                .map(zone -> since.atZone(zone).plus(period).toInstant())))
                .filter(end -> end.isAfter(question.at()));
    }

    private Optional<Instant> until(Optional<Instant> end) {
        ChangePoints moments = new ChangePoints(asked);
        Optional<Instant> next = moments.after(asked.question().at());
        while (next.filter(moment -> end.map(moment::isBefore).orElse(true)).isPresent()) {
            Instant moment = next.get();
            if (moments.isCertain(moment) || budget.isSpent()) {
                return next;
            }
            DecisionContext then = asked.asOf(moment);
            if (differs(then)
                    || (!sameInputs || moments.touchesRows(moment))
                            && !rows(then).equals(rows(asked))) {
                return next;
            }
            moments = moments.of(then);
            next = moments.after(moment);
        }
        return end;
    }

    private boolean differs(DecisionContext then) {
        budget.spend(Decider.weight(then.question(), then.rulebook()));
        List<DecisionInputs> bearing = DecisionInputs.of(then);
        boolean same = bearing.equals(last.orElseGet(() -> DecisionInputs.of(asked)))
                && then.lawNotDrawn().equals(answer.lawNotDrawn());
        last = Optional.of(bearing);
        sameInputs = same;
        return !same && !Decider.decide(then, budget).equals(answer);
    }

    private List<Citation> rows(DecisionContext when) {
        return answer.reasons().stream()
                .flatMap(reason -> Citation.of(reason, List.of(when.question()), when.rulebook(), budget).stream())
                .toList();
    }
}
