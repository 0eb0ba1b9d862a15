package dev.proviso.engine;

import dev.proviso.engine.Answer.Obligation;
import dev.proviso.engine.Answer.Outcome;
import dev.proviso.engine.Answer.Reason;
import dev.proviso.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Joins the answers of several leaves into one. */
public final class Answers {

    /** What is missing where the law of a place is not drawn begins so, and ends with the place. */
    static final String LAW = "law:";

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
                joined(deciding.stream(), Answer::missing),
                decision == Decision.PERMIT ? obligations(deciding.stream()) : List.of(),
                joined(answers.stream(), Answer::lawNotDrawn));
    }

    /**
     * The answer of all law that is drawn, where some is not: that may forbid what is permitted, or may come to be.
     *
     * @param places whose law is not drawn
     */
    static Answer asFarAsDrawn(Answer answer, SortedSet<String> places, Policy.LawNotDrawn reading) {
        if (places.isEmpty()) {
            return answer;
        }
        boolean settled = answer.decision() == Decision.DENY
                || answer.decision() == Decision.NOT_APPLICABLE
                || reading == Policy.LawNotDrawn.PASSED_OVER;
        if (settled) {
            return new Answer(answer.decision(), answer.reasons(), answer.missing(), answer.obligations(), places);
        }
        SortedSet<String> missing = new TreeSet<>(answer.missing());
        places.forEach(place -> missing.add(LAW + place));
        List<Reason> reasons = answer.decision() == Decision.PERMIT ? List.of() : answer.reasons();
        return new Answer(Decision.INDETERMINATE, reasons, missing, List.of(), places);
    }

    /** Where it is unknown whether the data leaves the country: what both say, or else open for want of the places. */
    static Answer perhapsMoved(Answer asked, Answer transfer, SortedSet<String> places) {
        List<Answer> both = List.of(asked, transfer);
        Decision stricter = Decision.strictest(List.of(asked.decision(), transfer.decision()));
        if (stricter == asked.decision()) {
            return asked.decision() == Decision.PERMIT ? withDutiesThatMayCome(asked, transfer) : asked;
        }
        SortedSet<String> missing = new TreeSet<>(places);
        missing.addAll(joined(both.stream(), Answer::missing));
        List<Answer> hindering = both.stream()
                .filter(answer -> answer.decision() != Decision.PERMIT)
                .toList();
        List<Reason> reasons = reasons(hindering.stream()).stream()
                .map(Answers::perhaps)
                .distinct()
                .toList();
        return new Answer(Decision.INDETERMINATE, reasons, missing, List.of(), asked.lawNotDrawn());
    }

    private static Answer withDutiesThatMayCome(Answer asked, Answer transfer) {
        Answer open = new Answer(
                transfer.decision(),
                transfer.reasons(),
                transfer.missing(),
                transfer.obligations().stream().map(Answers::perhaps).toList());
        return new Answer(
                asked.decision(),
                asked.reasons(),
                asked.missing(),
                obligations(Stream.of(asked, open)),
                asked.lawNotDrawn());
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

    private static SortedSet<String> joined(Stream<Answer> answers, Function<Answer, SortedSet<String>> part) {
        SortedSet<String> all = new TreeSet<>();
        answers.forEach(answer -> all.addAll(part.apply(answer)));
        return all;
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
