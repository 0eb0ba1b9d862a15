package dev.proviso.reference;

import dev.proviso.policy.Act;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random sets of documents: a policy of 1 to 25 rules and up to three law documents, with tables of every kind. */
public final class RandomPolicies {

    /** A policy, when it starts to bind, and every version of every law beside it. */
    public record Documents(Policy policy, Instant start, List<Policy> laws) {}

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"), ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Europe/Berlin"));
    private static final List<String> CLAUSES = List.of("1", "2", "2.2", "2.10", "preamble");

    private final Chance chance;
    private final RandomConditions conditions;
    private final RandomTables tables;

    /** What is said of law that is not drawn has a chance of its own. */
    private final Chance notDrawn;

    private RandomPolicies(long seed) {
        chance = new Chance(seed);
        conditions = new RandomConditions(chance);
        tables = new RandomTables(chance, conditions);
        notDrawn = new Chance(seed ^ 0x1a3);
    }

    public static Documents documents(long seed) {
        return new RandomPolicies(seed).documents();
    }

    /** One more Forbid, whose id no rule of the generated documents has. */
    static Rule forbid(long seed) {
        return new RandomPolicies(seed).rule(new RuleId("99", "", 1), Effect.FORBID, List.of());
    }

    /** One more rule of any effect, about exactly one purpose. */
    static Rule ruleAbout(long seed, Key purpose) {
        RandomPolicies random = new RandomPolicies(seed);
        Rule rule = random.rule(new RuleId("99", "", 1), random.policyEffect(), List.of());
        Act act = rule.act();
        Act narrow = new Act(act.operations(), act.data(), Keys.of(List.of(purpose)), act.sources(), act.recipients());
        return new Rule(
                rule.id(), rule.effect(), narrow, rule.days(), rule.onlyIf(), rule.unless(), List.of(), rule.duty());
    }

    private Documents documents() {
        List<List<Row>> shares = new ArrayList<>();
        int laws = chance.between(0, 3);
        for (int i = 0; i <= laws; i++) {
            shares.add(new ArrayList<>());
        }
        tables.rows().forEach(row -> shares.get(chance.in(50) ? 0 : chance.between(0, laws))
                .add(row));
        if (notDrawn.in(40)) {
            shares.get(notDrawn.between(0, laws)).add(new RandomTables(notDrawn, conditions).notDrawn());
        }
        List<Policy> lawDocuments = new ArrayList<>();
        for (int i = 1; i <= laws; i++) {
            lawDocuments.add(law(i, shares.get(i)));
        }
        return new Documents(policy(shares.get(0)), boundary(), lawDocuments);
    }

    private Instant boundary() {
        return chance.of(Words.DAYS).atStartOfDay(chance.of(ZONES)).toInstant();
    }

    private Policy policy(List<Row> rows) {
        Instant effective = boundary();
        return new Policy(
                "random-policy",
                "1",
                Policy.Kind.POLICY,
                Optional.of(chance.of(Words.COUNTRIES)),
                chance.maybe(60, () -> Words.somewhere(chance)),
                notDrawn.of(Policy.LawNotDrawn.values()),
                "random",
                chance.of(ZONES),
                Optional.of(effective),
                Optional.empty(),
                Optional.empty(),
                rules(chance.between(1, 25)),
                rows);
    }

    /** Documents 1 and 2 are often two versions of one law. */
    private Policy law(int number, List<Row> rows) {
        boolean secondVersion = number == 2 && chance.in(50);
        LocalDate day = Words.DAYS.get(chance.between(0, 5) + (secondVersion ? 3 : 0));
        Instant effective =
                day.atStartOfDay(chance.of(ZONES)).plusSeconds(number).toInstant();
        return new Policy(
                secondVersion ? "law-1" : "law-" + number,
                "v" + number,
                Policy.Kind.LAW,
                Optional.empty(),
                Optional.empty(),
                Policy.LawNotDrawn.INDETERMINATE,
                "random",
                chance.of(ZONES),
                Optional.of(effective),
                chance.maybe(25, () -> effective.plusSeconds(86_400L * chance.of(1, 366, 1000))),
                chance.maybe(50, () -> conditions.condition(RandomConditions.Spot.RULE_ABOUT_USE, 1)),
                lawRules(chance.between(0, 5)),
                rows);
    }

    private List<Rule> lawRules(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Effect effect = chance.of(Effect.FORBID, Effect.FORBID, Effect.MANDATE, Effect.REQUIRE);
            rules.add(rule(new RuleId("7", String.valueOf(i), 1), effect, List.of()));
        }
        return rules;
    }

    private List<Rule> rules(int count) {
        List<RuleId> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            RuleId id = new RuleId(chance.of(CLAUSES), String.valueOf(1 + i / 2), 1 + i % 2);
            ids.add(chance.in(20) && i <= CLAUSES.size() ? new RuleId(CLAUSES.get(i - 1), "", 1) : id);
        }
        List<Effect> effects = ids.stream()
                .map(id -> chance.in(90) ? policyEffect() : Effect.PERMIT)
                .toList();
        List<RuleId> forbids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (effects.get(i) == Effect.FORBID) {
                forbids.add(ids.get(i));
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(rule(ids.get(i), effects.get(i), forbids));
        }
        return rules;
    }

    private Effect policyEffect() {
        int roll = chance.between(0, 99);
        if (roll < 50) {
            return Effect.PERMIT;
        }
        if (roll < 77) {
            return Effect.FORBID;
        }
        return roll < 89 ? Effect.REQUIRE : Effect.EXCLUDE;
    }

    private Rule rule(RuleId id, Effect effect, List<RuleId> forbids) {
        boolean narrow =
                effect == Effect.EXCLUDE || effect == Effect.MANDATE || effect == Effect.FORBID && chance.in(50);
        boolean listsOperations = narrow || chance.in(50);
        Act act = act(effect, narrow, listsOperations);
        boolean aboutUse = act.operations().covers(Key.USE);
        RandomConditions.Spot spot = aboutUse ? RandomConditions.Spot.RULE_ABOUT_USE : RandomConditions.Spot.RULE;
        int conditional = effect == Effect.PERMIT || effect == Effect.EXCLUDE ? 45 : 70;
        Optional<Condition> onlyIf = chance.maybe(conditional, () -> conditions.condition(spot, 2));
        Optional<Condition> unless = effect == Effect.EXCLUDE
                ? Optional.empty()
                : chance.maybe(conditional / 2, () -> conditions.condition(spot, 2));
        List<RuleId> notwithstanding = effect == Effect.PERMIT && !forbids.isEmpty() && chance.in(50)
                ? chance.list(4, () -> reference(chance.of(forbids)))
                : List.of();
        Optional<Duty> duty = effect == Effect.REQUIRE
                ? Optional.of(new Duty(chance.of(Words.OBLIGATIONS), chance.of(Duty.Timing.values())))
                : Optional.empty();
        Days days = chance.in(80) ? Days.ALWAYS : tables.days();
        return new Rule(id, effect, act, days, onlyIf, unless, notwithstanding, duty);
    }

    /** A rule by its own id, or its whole clause. */
    private RuleId reference(RuleId forbid) {
        return chance.in(40) ? new RuleId(forbid.clause(), "", 1) : forbid;
    }

    private Act act(Effect effect, boolean narrow, boolean listsOperations) {
        Keys operations = listsOperations ? Keys.of(chance.some(4, Words.leaves(Section.OPERATIONS))) : Keys.ANY;
        Keys recipients = effect == Effect.PERMIT && chance.in(30)
                ? Keys.of("self")
                : conditions.keys(Section.RECIPIENTS, narrow ? 50 : 75, 40);
        return new Act(
                operations,
                conditions.keys(Section.DATA, narrow ? 25 : 65, 30),
                conditions.keys(Section.PURPOSES, narrow ? 20 : 60, 30),
                conditions.keys(Section.SOURCES, narrow ? 50 : 75, 40),
                recipients);
    }
}
