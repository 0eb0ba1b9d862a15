package dev.proviso.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.policy.Act;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DroolsRuleCompilerTest {

    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();
    private static final Instant NOW = Instant.parse("2024-05-17T12:00:00Z");
    private static final Vocabulary WORDS = new Vocabulary(
            "small",
            Map.of(
                    Section.PURPOSES, keys("service", "marketing"),
                    Section.OPERATIONS, keys("use"),
                    Section.DATA, keys("email"),
                    Section.SOURCES, keys("direct"),
                    Section.RECIPIENTS, keys("self")),
            new TreeMap<>(),
            Map.of(Atom.Attribute.Owner.USER, new TreeMap<>(Map.of("note", Vocabulary.Type.TEXT))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\") then end rule \"smuggled\" when then end //",
                "\") || true || possibly(\"",
                "\\u0022) then end rule \\u0022smuggled\\u0022 when then end",
                "line\nbreak \u2028 \u0000",
                "' OR 1=1 --",
                "100 % {legal} $case #{x} 東京 Müller 𝒳",
            })
    void text_of_an_author_stays_text(String hostile) {
        Condition note = new Atom.Attribute(
                Atom.Attribute.Owner.USER, "note", Atom.Attribute.Test.IS, List.of(new Literal.Text(hostile)));
        Policy policy = policy(List.of(rule("1", Effect.PERMIT, Optional.of(note))));

        assertThat(decide(policy, hostile).decision()).isEqualTo(Decision.PERMIT);
        assertThat(decide(policy, "something else").decision()).isEqualTo(Decision.DENY);
    }

    @Test
    void wording_of_an_author_stays_a_comment() {
        Policy policy = policy(List.of(rule("1", Effect.PERMIT, Optional.empty())));

        String text = COMPILER.text(policy, WORDS, id -> "Permit.\nrule \"smuggled\"\nwhen\nthen\nend");

        assertThat(text.lines().filter(line -> line.startsWith("rule "))).containsExactly("rule \"1\"");
        RuleBase.compile(List.of(text)).require(Set.of(DrlWriter.packageName(policy) + "/1"));
    }

    @Test
    void a_rule_that_was_not_meant_is_an_error() {
        RuleBase smuggled = RuleBase.compile(List.of("package p; rule \"a\" when then end rule \"b\" when then end"));

        assertThatThrownBy(() -> smuggled.require(Set.of("p/a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("compiled 2 rules where 1 were meant; not meant: p/b");
    }

    @Test
    void text_that_does_not_compile_is_an_error() {
        assertThatThrownBy(() -> RuleBase.compile(List.of("package p; rule \"a\" when nonsense( then end")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rules do not compile: ");
    }

    @Test
    void two_documents_never_share_a_package() {
        List<String> names = List.of(
                DrlWriter.packageName(named("a-b", "1")),
                DrlWriter.packageName(named("a", "b-1")),
                DrlWriter.packageName(named("a_2d_b", "1")),
                DrlWriter.packageName(named("a", "B-1")));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void a_policy_without_rules_denies_by_default() {
        Answer answer = decide(policy(List.of()), "");

        assertThat(answer.decision()).isEqualTo(Decision.DENY);
        assertThat(answer.reasons()).extracting(Answer.Reason::rule).containsExactly(Optional.empty());
    }

    private static Answer decide(Policy policy, String note) {
        Rulebook rulebook =
                new Rulebook(policy, Instant.EPOCH, WORDS, List.of(), COMPILER.policy(policy, WORDS), LawRules.NONE);
        return Decider.decide(question(note), rulebook);
    }

    private static Question question(String note) {
        User user = new User(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.empty(),
                new TreeMap<>(Map.of("note", Optional.<Literal>of(new Literal.Text(note)))));
        return new Question(
                NOW,
                new Key("service"),
                Key.USE,
                new Key("email"),
                Optional.of(new Key("direct")),
                Optional.of(Key.SELF),
                Optional.empty(),
                Question.Stated.LEFT_OUT,
                Question.Stated.LEFT_OUT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                user);
    }

    private static Rule rule(String id, Effect effect, Optional<Condition> onlyIf) {
        Act act = new Act(Keys.of("use"), Keys.ANY, Keys.of("service"), Keys.ANY, Keys.of("self"));
        return new Rule(
                RuleId.parse(id).orElseThrow(),
                effect,
                act,
                Days.ALWAYS,
                onlyIf,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Policy policy(List<Rule> rules) {
        return new Policy(
                "small",
                "1",
                Policy.Kind.POLICY,
                Optional.empty(),
                Optional.empty(),
                Policy.LawNotDrawn.INDETERMINATE,
                "small",
                ZoneOffset.UTC,
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                rules,
                List.of());
    }

    private static Policy named(String id, String label) {
        Policy policy = policy(List.of());
        return new Policy(
                id,
                label,
                policy.kind(),
                policy.controller(),
                policy.heldIn(),
                policy.lawNotDrawn(),
                policy.vocabulary(),
                policy.timeZone(),
                policy.effective(),
                policy.until(),
                policy.scope(),
                policy.rules(),
                policy.rows());
    }

    private static SortedMap<Key, Term> keys(String... keys) {
        SortedMap<Key, Term> terms = new TreeMap<>();
        for (String key : keys) {
            terms.put(new Key(key), Term.PLAIN);
        }
        return terms;
    }
}
