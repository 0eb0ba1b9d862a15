package dev.proviso.reference;

import dev.proviso.engine.Birth;
import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.policy.Act;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Duty;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Small documents and questions for cases worked out by hand. */
final class Sample {

    static final Instant AT = Instant.parse("2022-06-01T12:00:00Z");
    static final Key EMAIL = new Key("marketing.email");

    private Sample() {}

    static Rule rule(String id, Effect effect, Act act, Optional<Condition> onlyIf, RuleId... notwithstanding) {
        Optional<Duty> duty = effect == Effect.REQUIRE
                ? Optional.of(new Duty(new Key("notice"), Duty.Timing.BEFORE))
                : Optional.empty();
        return new Rule(id(id), effect, act, Days.ALWAYS, onlyIf, Optional.empty(), List.of(notwithstanding), duty);
    }

    static RuleId id(String text) {
        return RuleId.parse(text).orElseThrow();
    }

    /** Everything, by every operation, for every purpose. */
    static Act anything() {
        return new Act(Keys.ANY, Keys.ANY, Keys.ANY, Keys.ANY, Keys.ANY);
    }

    static Act of(Key operation) {
        return new Act(Keys.of(operation.value()), Keys.ANY, Keys.ANY, Keys.ANY, Keys.ANY);
    }

    static Rule permit() {
        return rule("1(1)", Effect.PERMIT, anything(), Optional.empty());
    }

    static Rule forbidIf(Condition condition) {
        return rule("2(1)", Effect.FORBID, anything(), Optional.of(condition));
    }

    static Policy policy(List<Rule> rules, Row... rows) {
        return document(Policy.Kind.POLICY, Optional.empty(), rules, rows);
    }

    static Policy law(Optional<Condition> scope, Rule... rules) {
        return document(Policy.Kind.LAW, scope, List.of(rules));
    }

    private static Policy document(Policy.Kind kind, Optional<Condition> scope, List<Rule> rules, Row... rows) {
        boolean law = kind == Policy.Kind.LAW;
        return new Policy(
                law ? "law" : "policy",
                "1",
                kind,
                law ? Optional.empty() : Optional.of(new Place("CN")),
                law ? Optional.empty() : Optional.of(new Place("CN")),
                Policy.LawNotDrawn.INDETERMINATE,
                "random",
                ZoneOffset.UTC,
                Optional.of(Instant.parse("2020-01-01T00:00:00Z")),
                Optional.empty(),
                scope,
                rules,
                List.of(rows));
    }

    static ReferenceAnswer decide(Policy policy, Question question, Policy... laws) {
        return new ReferenceEvaluator(policy, Instant.parse("2020-01-01T00:00:00Z"), List.of(laws), Words.VOCABULARY)
                .decide(question);
    }

    /** The value of a condition: "Permit everything if ..." permits, denies by default, or is indeterminate. */
    static ReferenceAnswer permittedIf(Condition condition, Question question, Row... rows) {
        return decide(policy(List.of(rule("1(1)", Effect.PERMIT, anything(), Optional.of(condition))), rows), question);
    }

    static Question question() {
        return question(Key.USE, User.UNSTATED);
    }

    static Question question(Key operation, User user) {
        return question(operation, user, Question.Stated.LEFT_OUT);
    }

    static Question question(Key operation, User user, Question.Stated destination) {
        return new Question(
                AT,
                EMAIL,
                operation,
                new Key("contact.email"),
                Optional.of(new Key("direct")),
                Optional.of(Key.SELF),
                Optional.empty(),
                Question.Stated.LEFT_OUT,
                destination,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                user);
    }

    static User user(String country, LocalDate born, User.Consent... consents) {
        return user(country, born, List.of(consents), List.of());
    }

    static User user(String country, LocalDate born, List<User.Consent> consents, List<User.Objection> objections) {
        return new User(
                Optional.of(new Place(country)),
                Optional.empty(),
                Optional.of(new Birth(born, born)),
                Optional.of(consents),
                Optional.of(objections),
                Optional.of(List.of()),
                Optional.empty(),
                new TreeMap<>());
    }

    static User.Consent consent(User.Consent.By by, Instant givenAt, String... scope) {
        return new User.Consent(
                by, User.Consent.Form.EXPLICIT, Set.copyOf(Words.keys(scope)), givenAt, Optional.empty());
    }

    static Row.Age age(String place, int majority, int consent, OptionalInt jointlyFrom) {
        return new Row.Age(
                new Place(place),
                OptionalInt.of(majority),
                OptionalInt.of(consent),
                jointlyFrom,
                Days.ALWAYS,
                Row.Provenance.NONE);
    }
}
