package dev.proviso.mutation;

import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents, rules and rows with one part replaced. */
final class Edited {

    private Edited() {}

    static Policy rules(Policy policy, List<Rule> rules) {
        return with(policy, policy.effective(), policy.until(), policy.scope(), rules, policy.rows());
    }

    /** One of the rules replaced, or left out. */
    static Policy rule(Policy policy, Rule rule, Optional<Rule> other) {
        return rules(
                policy,
                policy.rules().stream()
                        .flatMap(one -> one.equals(rule) ? other.stream() : java.util.stream.Stream.of(one))
                        .toList());
    }

    static Policy row(Policy policy, int index, Row other) {
        List<Row> rows = new ArrayList<>(policy.rows());
        rows.set(index, other);
        return with(policy, policy.effective(), policy.until(), policy.scope(), policy.rules(), rows);
    }

    static Policy dates(Policy policy, Optional<Instant> effective, Optional<Instant> until) {
        return with(policy, effective, until, policy.scope(), policy.rules(), policy.rows());
    }

    static Policy scope(Policy policy, Condition scope) {
        return with(policy, policy.effective(), policy.until(), Optional.of(scope), policy.rules(), policy.rows());
    }

    private static Policy with(
            Policy policy,
            Optional<Instant> effective,
            Optional<Instant> until,
            Optional<Condition> scope,
            List<Rule> rules,
            List<Row> rows) {
        return new Policy(
                policy.id(),
                policy.label(),
                policy.kind(),
                policy.controller(),
                policy.heldIn(),
                policy.lawNotDrawn(),
                policy.vocabulary(),
                policy.timeZone(),
                effective,
                until,
                scope,
                rules,
                rows);
    }

    /** The other of Permit and Forbid; only a Permit stands notwithstanding another rule. */
    static Rule effect(Rule rule, Effect effect) {
        return with(rule, effect, rule.days(), rule.onlyIf(), rule.unless());
    }

    static Rule days(Rule rule, Days days) {
        return with(rule, rule.effect(), days, rule.onlyIf(), rule.unless());
    }

    static Rule conditions(Rule rule, Optional<Condition> onlyIf, Optional<Condition> unless) {
        return with(rule, rule.effect(), rule.days(), onlyIf, unless);
    }

    private static Rule with(
            Rule rule, Effect effect, Days days, Optional<Condition> onlyIf, Optional<Condition> unless) {
        Optional<Duty> duty = rule.duty();
        return new Rule(
                rule.id(),
                effect,
                rule.act(),
                days,
                onlyIf,
                unless,
                effect == Effect.PERMIT ? rule.notwithstanding() : List.of(),
                duty);
    }
}
