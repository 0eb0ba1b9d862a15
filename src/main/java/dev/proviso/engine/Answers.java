package dev.proviso.engine;

import dev.proviso.engine.Answer.Obligation;
import dev.proviso.engine.Answer.Outcome;
import dev.proviso.engine.Answer.Reason;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Joins the answers of several leaves into one. */
public final class Answers {

    private Answers() {}

    /**
     * The strictest decision, with the reasons and missing facts of all answers that have it. Obligations are those of all
     * answers, and only with a {@code PERMIT}.
     *
     * @throws java.util.NoSuchElementException if there is no answer
     */
    public static Answer strictest(Collection<Answer> answers) {
        if (answers.size() == 1) {
            return answers.iterator().next();
        }
        Decision decision =
                Decision.strictest(answers.stream().map(Answer::decision).toList());
        List<Answer> deciding =
                answers.stream().filter(answer -> answer.decision() == decision).toList();
        return new Answer(
                decision,
                reasons(deciding.stream()),
                missing(deciding.stream()),
                decision == Decision.PERMIT ? obligations(deciding.stream()) : List.of());
    }

    /** Where it is unknown whether the data leaves the country: what both say, or else open for want of the places. */
    static Answer perhapsMoved(Answer asked, Answer transfer, SortedSet<String> places) {
        List<Answer> both = List.of(asked, transfer);
        Decision stricter = Decision.strictest(List.of(asked.decision(), transfer.decision()));
        if (stricter == asked.decision()) {
            return asked.decision() == Decision.PERMIT ? withDutiesThatMayCome(asked, transfer) : asked;
        }
        SortedSet<String> missing = new TreeSet<>(places);
        missing.addAll(missing(both.stream()));
        List<Answer> hindering = both.stream()
                .filter(answer -> answer.decision() != Decision.PERMIT)
                .toList();
        List<Reason> reasons = reasons(hindering.stream()).stream()
                .map(Answers::perhaps)
                .distinct()
                .toList();
        return new Answer(Decision.INDETERMINATE, reasons, missing, List.of());
    }

    private static Answer withDutiesThatMayCome(Answer asked, Answer transfer) {
        Answer open = new Answer(
                transfer.decision(),
                transfer.reasons(),
                transfer.missing(),
                transfer.obligations().stream().map(Answers::perhaps).toList());
        return new Answer(asked.decision(), asked.reasons(), asked.missing(), obligations(Stream.of(asked, open)));
    }

    private static Reason perhaps(Reason reason) {
        return new Reason(
                reason.document(),
                reason.version(),
                reason.rule(),
                reason.effect(),
                Outcome.MAY_APPLY,
                reason.conflictOfLaws());
    }

    private static Obligation perhaps(Obligation obligation) {
        return new Obligation(
                obligation.document(), obligation.version(), obligation.rule(), obligation.duty(), Outcome.MAY_APPLY);
    }

    private static List<Reason> reasons(Stream<Answer> answers) {
        return answers.flatMap(answer -> answer.reasons().stream())
                .distinct()
                .sorted(Reasons.ORDER)
                .toList();
    }

    private static SortedSet<String> missing(Stream<Answer> answers) {
        SortedSet<String> missing = new TreeSet<>();
        answers.forEach(answer -> missing.addAll(answer.missing()));
        return missing;
    }

    /** Each once; one that applies somewhere applies. */
    private static List<Obligation> obligations(Stream<Answer> answers) {
        TreeMap<Obligation, Obligation> each = new TreeMap<>(Reasons.OBLIGATION_ORDER);
        answers.flatMap(answer -> answer.obligations().stream())
                .forEach(obligation ->
                        each.merge(obligation, obligation, (a, b) -> a.outcome() == Outcome.APPLIES ? a : b));
        return List.copyOf(each.values());
    }
}
