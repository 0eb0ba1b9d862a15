package dev.proviso.coverage;

import dev.proviso.engine.Truth;
import dev.proviso.policy.Act;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.ruletest.TestedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Which rules no test can make decide, as far as that is plain: because of their act, their days, their condition, or an exclusion. */
final class Reachable {

    private final Policy policy;
    private final TestedVersion version;
    private final Vocabulary vocabulary;
    private final Possible possible;

    Reachable(Policy policy, TestedVersion version, Possible possible) {
        this.policy = policy;
        this.version = version;
        this.vocabulary = version.vocabulary();
        this.possible = possible;
    }

    /** A sentence that says why no test can reach a rule; empty if one can, or may. */
    Optional<String> obstacle(Rule rule) {
        if (hasNoLeaf(rule.act())) {
            return Optional.of("There is nothing that it is about: its words leave nothing over.");
        }
        if (isOver(rule.days())) {
            return Optional.of("Its days are over before this version starts.");
        }
        if (startsTooLate(rule.days())) {
            return Optional.of("Its days start after this version has ended.");
        }
        if (!possible.values(rule, rule.condition()).contains(Truth.TRUE)) {
            return Optional.of("What it turns on can never be so" + alwaysUnknown(rule) + ".");
        }
        return policy.rules().stream()
                .filter(other -> rule.effect() != Effect.EXCLUDE && excludes(other, rule.act()))
                .findFirst()
                .map(other -> other.id() + " says that this policy does not apply to anything that it is about.");
    }

    private String alwaysUnknown(Rule rule) {
        return Condition.atoms(rule.condition())
                .filter(atom -> possible.values(rule, atom).equals(Set.of(Truth.UNKNOWN)))
                .findFirst()
                .map(atom -> ": it is always unknown whether " + version.phrase(atom))
                .orElse("");
    }

    private boolean hasNoLeaf(Act act) {
        return isEmpty(Section.OPERATIONS, act.operations())
                || isEmpty(Section.PURPOSES, act.purposes())
                || isEmpty(Section.DATA, act.data())
                || isEmpty(Section.SOURCES, act.sources())
                || isEmpty(Section.RECIPIENTS, act.recipients());
    }

    private boolean isEmpty(Section section, Keys keys) {
        return !keys.isEverything() && vocabulary.leaves(section).stream().noneMatch(keys::covers);
    }

    /** Whether the last day is over wherever the day on which the version starts may have begun. */
    private boolean isOver(Days days) {
        return days.until()
                .flatMap(last -> policy.effective().map(start -> last.isBefore(day(start, ZoneOffset.MIN))))
                .orElse(false);
    }

    private boolean startsTooLate(Days days) {
        return days.from()
                .flatMap(first -> policy.until().map(end -> first.isAfter(day(end, ZoneOffset.MAX))))
                .orElse(false);
    }

    private static LocalDate day(Instant instant, ZoneOffset zone) {
        return instant.atOffset(zone).toLocalDate();
    }

    private boolean excludes(Rule other, Act act) {
        return other.effect() == Effect.EXCLUDE
                && other.condition().equals(Condition.ALWAYS)
                && other.days().equals(Days.ALWAYS)
                && includes(Section.OPERATIONS, other.act().operations(), act.operations())
                && includes(Section.PURPOSES, other.act().purposes(), act.purposes())
                && includes(Section.DATA, other.act().data(), act.data())
                && includes(Section.SOURCES, other.act().sources(), act.sources())
                && includes(Section.RECIPIENTS, other.act().recipients(), act.recipients());
    }

    private boolean includes(Section section, Keys outer, Keys inner) {
        return outer.isEverything()
                || vocabulary.leaves(section).stream().filter(inner::covers).allMatch(outer::covers);
    }
}
