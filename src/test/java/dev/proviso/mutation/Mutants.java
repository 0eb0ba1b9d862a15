package dev.proviso.mutation;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The changes of a document: each rule deleted, each {@code Permit} and {@code Forbid} swapped, each {@code if} and {@code
 * unless} negated, and each boundary moved by one either way. Law cannot permit, so nothing is swapped there.
 */
final class Mutants {

    private final Policy policy;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(Policy policy) {
        this.policy = policy;
    }

    static List<Mutant> of(Policy policy) {
        Mutants all = new Mutants(policy);
        policy.rules().forEach(all::rule);
        IntStream.range(0, policy.rows().size()).forEach(all::row);
        all.document();
        return all.mutants;
    }

    private void rule(Rule rule) {
        mutants.add(Mutant.ofRule(rule.id(), "deleted", Edited.rule(policy, rule, Optional.empty())));
        if (policy.kind() == Policy.Kind.POLICY && rule.effect() == Effect.PERMIT) {
            change(rule, "Permit -> Forbid", Edited.effect(rule, Effect.FORBID));
        }
        if (policy.kind() == Policy.Kind.POLICY && rule.effect() == Effect.FORBID) {
            change(rule, "Forbid -> Permit", Edited.effect(rule, Effect.PERMIT));
        }
        rule.onlyIf().ifPresent(onlyIf -> {
            change(rule, "if negated", Edited.conditions(rule, negated(onlyIf), rule.unless()));
            Moved.conditions(onlyIf)
                    .forEach((change, other) ->
                            change(rule, change, Edited.conditions(rule, Optional.of(other), rule.unless())));
        });
        rule.unless().ifPresent(unless -> {
            change(rule, "unless negated", Edited.conditions(rule, rule.onlyIf(), negated(unless)));
            Moved.conditions(unless)
                    .forEach((change, other) ->
                            change(rule, change, Edited.conditions(rule, rule.onlyIf(), Optional.of(other))));
        });
        Moved.days(rule.days()).forEach((change, days) -> change(rule, change, Edited.days(rule, days)));
    }

    private static Optional<Condition> negated(Condition condition) {
        return Optional.of(new Condition.Not(condition));
    }

    private void change(Rule rule, String change, Rule other) {
        mutants.add(Mutant.ofRule(rule.id(), change, Edited.rule(policy, rule, Optional.of(other))));
    }

    private void row(int index) {
        Row row = policy.rows().get(index);
        rows(row)
                .forEach((change, other) ->
                        mutants.add(Mutant.ofRow(row.key(), places(row), change, Edited.row(policy, index, other))));
    }

    private static Map<String, Row> rows(Row row) {
        Map<String, Row> moved = new TreeMap<>();
        Moved.days(row.days()).forEach((change, days) -> moved.put(change, dated(row, days)));
        for (int step : Moved.steps()) {
            numbers(row, step, moved);
        }
        if (row instanceof Row.Transfer transfer) {
            transfer.when()
                    .map(Moved::conditions)
                    .ifPresent(all -> all.forEach((change, when) ->
                            moved.put(since(row) + change, transfer(transfer, transfer.days(), Optional.of(when)))));
        }
        return moved;
    }

    private static void numbers(Row row, int step, Map<String, Row> moved) {
        if (row instanceof Row.Age age) {
            number(
                    row,
                    "majority",
                    age.majority(),
                    step,
                    moved,
                    other -> new Row.Age(
                            age.place(), other, age.consent(), age.jointlyFrom(), age.days(), age.provenance()));
            number(
                    row,
                    "consent",
                    age.consent(),
                    step,
                    moved,
                    other -> new Row.Age(
                            age.place(), age.majority(), other, age.jointlyFrom(), age.days(), age.provenance()));
            number(
                    row,
                    "jointly-from",
                    age.jointlyFrom(),
                    step,
                    moved,
                    other -> new Row.Age(
                            age.place(), age.majority(), age.consent(), other, age.days(), age.provenance()));
        }
        if (row instanceof Row.Retention retention) {
            retention
                    .period()
                    .ifPresent(period -> moved.put(
                            since(row) + "period " + period + " -> " + period.plusDays(step),
                            new Row.Retention(
                                    retention.purpose(),
                                    Optional.of(period.plusDays(step)),
                                    retention.days(),
                                    retention.provenance())));
        }
    }

    private static void number(
            Row row,
            String column,
            OptionalInt number,
            int step,
            Map<String, Row> moved,
            java.util.function.Function<OptionalInt, Row> other) {
        number.ifPresent(years -> moved.put(
                since(row) + column + " " + years + " -> " + (years + step),
                other.apply(OptionalInt.of(years + step))));
    }

    private static Set<String> places(Row row) {
        if (row instanceof Row.Age age) {
            return Set.of(age.place().code());
        }
        if (row instanceof Row.Transfer transfer) {
            return Set.of(transfer.origin().code());
        }
        if (row instanceof Row.Sensitive sensitive) {
            return Set.of(sensitive.place().code());
        }
        if (row instanceof Row.NotDrawn notDrawn) {
            return Set.of(notDrawn.place().code());
        }
        return row instanceof Row.Group group ? Set.of(group.member().code()) : Set.of();
    }

    /** Those that the scope of a law names. */
    private Set<String> places() {
        return policy.scope().stream()
                .flatMap(Condition::atoms)
                .filter(Atom.Located.class::isInstance)
                .flatMap(atom -> ((Atom.Located) atom).places().stream())
                .map(Place::code)
                .collect(Collectors.toSet());
    }

    /** Tells rows of one key apart. */
    private static String since(Row row) {
        return row.days().from().map(day -> "since " + day + ", ").orElse("");
    }

    private static Row dated(Row row, dev.proviso.policy.Days days) {
        if (row instanceof Row.Age age) {
            return new Row.Age(age.place(), age.majority(), age.consent(), age.jointlyFrom(), days, age.provenance());
        }
        if (row instanceof Row.Transfer transfer) {
            return transfer(transfer, days, transfer.when());
        }
        if (row instanceof Row.Retention retention) {
            return new Row.Retention(retention.purpose(), retention.period(), days, retention.provenance());
        }
        if (row instanceof Row.Basis basis) {
            return new Row.Basis(basis.purpose(), basis.basis(), days, basis.provenance());
        }
        if (row instanceof Row.Sensitive sensitive) {
            return new Row.Sensitive(sensitive.place(), sensitive.data(), days, sensitive.provenance());
        }
        if (row instanceof Row.NotDrawn notDrawn) {
            return new Row.NotDrawn(notDrawn.place(), days, notDrawn.provenance());
        }
        Row.Group group = (Row.Group) row;
        return new Row.Group(group.group(), group.member(), days, group.provenance());
    }

    private static Row transfer(Row.Transfer transfer, dev.proviso.policy.Days days, Optional<Condition> when) {
        return new Row.Transfer(
                transfer.origin(),
                transfer.destination(),
                transfer.mechanism(),
                transfer.accepts(),
                when,
                days,
                transfer.provenance());
    }

    private void document() {
        for (int step : Moved.steps()) {
            policy.effective()
                    .ifPresent(start -> mutants.add(Mutant.ofDays(
                            places(),
                            "effective " + start + " -> " + later(start, step),
                            Edited.dates(policy, Optional.of(later(start, step)), policy.until()))));
            policy.until()
                    .ifPresent(end -> mutants.add(Mutant.ofDays(
                            places(),
                            "until " + end + " -> " + later(end, step),
                            Edited.dates(policy, policy.effective(), Optional.of(later(end, step))))));
        }
        policy.scope().ifPresent(scope -> Moved.conditions(scope)
                .forEach((change, other) -> mutants.add(Mutant.ofDays(places(), change, Edited.scope(policy, other)))));
    }

    private static Instant later(Instant instant, int days) {
        return instant.plus(Duration.ofDays(days));
    }
}
