package dev.proviso.engine;

import dev.proviso.engine.Answer.Obligation;
import dev.proviso.engine.Answer.Outcome;
import dev.proviso.engine.Answer.Reason;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says of one decided leaf which rules decided, what is missing, and what must be done. */
final class Reasons {

    /** Exclusions, law Forbids, mandates, policy Forbids, Permits, the default; then by document and rule number. */
    static final Comparator<Reason> ORDER = Comparator.comparing(Reasons::rank)
            .thenComparing(Reason::document)
            .thenComparing(Reason::version)
            .thenComparing(reason -> reason.rule(), Comparator.comparing(Optional::orElseThrow));

    static final Comparator<Obligation> OBLIGATION_ORDER = Comparator.comparing(Obligation::document)
            .thenComparing(Obligation::version)
            .thenComparing(Obligation::rule);

    private final Rulebook rulebook;
    private final Rulebook.LawInForce law;
    private final Facts facts;
    private final Verdict verdict;

    Reasons(Rulebook rulebook, Rulebook.LawInForce law, Facts facts, Verdict verdict) {
        this.rulebook = rulebook;
        this.law = law;
        this.facts = facts;
        this.verdict = verdict;
    }

    Answer answer() {
        boolean open = verdict.decision() == Decision.INDETERMINATE;
        List<Ruling> pivots = open ? Pivots.of(verdict) : List.of();
        List<Reason> reasons =
                switch (verdict.decision()) {
                    case PERMIT -> permitting();
                    case DENY -> denying();
                    case NOT_APPLICABLE ->
                        reasons(applying(Effect.EXCLUDE, false), false).toList();
                    case INDETERMINATE -> reasons(pivots.stream(), false).toList();
                };
        return new Answer(
                verdict.decision(),
                reasons.stream().sorted(ORDER).toList(),
                missing(pivots),
                verdict.decision() == Decision.PERMIT ? obligations() : List.of());
    }

    private List<Reason> permitting() {
        List<Reason> mandates = reasons(applying(Effect.MANDATE, true), false).toList();
        return mandates.isEmpty()
                ? reasons(applying(Effect.PERMIT, false), false).toList()
                : mandates;
    }

    private List<Reason> denying() {
        List<Ruling> byLaw = applying(Effect.FORBID, true).toList();
        if (!byLaw.isEmpty()) {
            List<Ruling> mandates = applying(Effect.MANDATE, true).toList();
            return reasons(Stream.concat(byLaw.stream(), mandates.stream()), !mandates.isEmpty())
                    .toList();
        }
        if (verdict.forbidden().isTrue()) {
            return reasons(
                            applying(Effect.FORBID, false)
                                    .filter(ruling -> ruling.defeated().isFalse()),
                            false)
                    .toList();
        }
        return List.of(byDefault(rulebook.policy()));
    }

    private static Reason byDefault(Policy policy) {
        return new Reason(policy.id(), policy.label(), Optional.empty(), Effect.FORBID, Outcome.APPLIES, false);
    }

    private Stream<Ruling> applying(Effect effect, boolean byLaw) {
        return verdict.rank(effect, byLaw).filter(ruling -> ruling.outcome().isTrue());
    }

    private static Stream<Reason> reasons(Stream<Ruling> rulings, boolean conflictOfLaws) {
        return rulings.map(ruling -> new Reason(
                ruling.document(),
                ruling.version(),
                Optional.of(ruling.rule().id()),
                ruling.rule().effect(),
                outcome(ruling),
                conflictOfLaws));
    }

    private static Outcome outcome(Ruling ruling) {
        return ruling.outcome().isTrue() ? Outcome.APPLIES : Outcome.MAY_APPLY;
    }

    private List<Obligation> obligations() {
        Stream<Ruling> duties = verdict.rulings().stream()
                .filter(ruling -> ruling.rule().effect() == Effect.REQUIRE
                        || ruling.rule().effect() == Effect.MANDATE
                                && ruling.outcome().isTrue());
        return duties.map(ruling -> new Obligation(
                        ruling.document(),
                        ruling.version(),
                        ruling.rule().id(),
                        ruling.rule().duty(),
                        outcome(ruling)))
                .sorted(OBLIGATION_ORDER)
                .toList();
    }

    /** What the unknown parts of the acts and conditions of these rules need. */
    SortedSet<String> missing(Collection<Ruling> open) {
        SortedSet<String> missing = new TreeSet<>();
        for (Ruling ruling : open) {
            Condition condition = ruling.rule().condition();
            missing.addAll(Conditions.matches(ruling.rule().act(), facts)
                    .and(Conditions.value(condition, facts::value))
                    .and(scope(ruling)
                            .map(scope -> Conditions.value(scope, facts::value))
                            .orElse(Evaluation.TRUE))
                    .missing());
        }
        return missing;
    }

    private Optional<Condition> scope(Ruling ruling) {
        return law.documents().stream()
                .filter(document -> ruling.law() && document.id().equals(ruling.document()))
                .findFirst()
                .flatMap(Policy::scope);
    }

    private static int rank(Reason reason) {
        boolean byDefault = reason.rule().isEmpty();
        return switch (reason.effect()) {
            case EXCLUDE -> 0;
            case FORBID -> byDefault ? 9 : 1;
            case MANDATE -> 2;
            case PERMIT -> 4;
            case REQUIRE -> 5;
        };
    }
}
