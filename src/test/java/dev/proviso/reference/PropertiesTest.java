package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from the meaning of documents, whatever the documents are, asked of the engine. */
class PropertiesTest {

    private static final long FIRST = 5_000;
    private static final int POLICIES = Integer.getInteger("properties.policies", 40);
    private static final int QUESTIONS = 250;

    private static final Map<RandomPolicies.Documents, Rulebook> COMPILED = new ConcurrentHashMap<>();

    @Test
    void an_unknown_fact_that_is_supplied_only_settles_what_was_indeterminate() {
        AtomicInteger settled = new AtomicInteger();
        everySeed(seed -> {
            RandomPolicies.Documents documents = withRowsForAnywhere(RandomPolicies.documents(seed));
            Rulebook rulebook = Disagreement.compile(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            Chance chance = new Chance(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                Question more = new Supplied(question, random.next(), chance).some();
                Decision before = decide(question, rulebook);
                Decision after = decide(more, rulebook);
                if (before != after) {
                    settled.incrementAndGet();
                    assertThat(before)
                            .as("seed %s: became %s%n%s%nsupplied %s", seed, after, question, more)
                            .isEqualTo(Decision.INDETERMINATE);
                }
            }
        });
        assertThat(settled.get()).isGreaterThan(POLICIES);
    }

    @Test
    void one_more_forbid_never_permits_more() {
        AtomicInteger forbidden = new AtomicInteger();
        everySeed(seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rule forbid = RandomPolicies.forbid(-seed);
            if (forbid.act().operations().covers(Key.USE) && asksWhetherTheUseIsPermitted(documents)) {
                return;
            }
            Rulebook before = compiled(documents);
            Rulebook after = Disagreement.compile(withRule(documents, forbid));
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                boolean permittedBefore = decide(question, before) == Decision.PERMIT;
                boolean permittedAfter = decide(question, after) == Decision.PERMIT;
                assertThat(permittedBefore || !permittedAfter)
                        .as("seed %s: permitted only with %s%n%s", seed, forbid, question)
                        .isTrue();
                forbidden.addAndGet(permittedBefore && !permittedAfter ? 1 : 0);
            }
        });
        assertThat(forbidden.get()).isGreaterThan(POLICIES);
    }

    /** Whoever states a consent once open and once withdrawn, or an objection lifted and not, is read with care. */
    @Test
    void what_is_stated_twice_with_and_without_its_end_counts_as_it_permits_less() {
        AtomicInteger different = new AtomicInteger();
        everySeed(seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = compiled(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS / 5; i++) {
                Question question = random.next();
                Instant end = question.at();
                Question careful = question.by(Restated.withdrawnAndStanding(question.user(), end));
                ReferenceAnswer expected = compared(careful, rulebook);
                assertThat(compared(question.by(Restated.twice(question.user(), end, false)), rulebook))
                        .as("seed %s: %s", seed, question)
                        .isEqualTo(expected);
                assertThat(compared(question.by(Restated.twice(question.user(), end, true)), rulebook))
                        .as("seed %s, the other way round: %s", seed, question)
                        .isEqualTo(expected);
                different.addAndGet(decide(question, rulebook) == expected.decision() ? 0 : 1);
            }
        });
        assertThat(different.get()).isPositive();
    }

    @Test
    void a_rule_about_another_purpose_changes_nothing() {
        AtomicInteger asked = new AtomicInteger();
        everySeed(seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Key purpose = new Chance(seed).of(Words.leaves(Section.PURPOSES));
            Rule other = RandomPolicies.ruleAbout(-seed, purpose);
            Rulebook before = compiled(documents);
            Rulebook after = Disagreement.compile(withRule(documents, other));
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                if (!question.purpose().covers(purpose)) {
                    asked.incrementAndGet();
                    assertThat(compared(question, after))
                            .as("seed %s with %s%n%s", seed, other, question)
                            .isEqualTo(compared(question, before));
                }
            }
        });
        assertThat(asked.get()).isGreaterThan(POLICIES * QUESTIONS / 2);
    }

    @Test
    void an_inner_key_is_permitted_only_if_everything_below_it_is() {
        AtomicInteger inner = new AtomicInteger();
        everySeed(seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Rulebook rulebook = compiled(documents);
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                List<Decision> below =
                        leaves(question).map(leaf -> decide(leaf, rulebook)).toList();
                inner.addAndGet(below.size() > 1 ? 1 : 0);
                assertThat(decide(question, rulebook))
                        .as("seed %s, leaves %s%n%s", seed, below, question)
                        .isEqualTo(Decision.strictest(below));
            }
        });
        assertThat(inner.get()).isGreaterThan(POLICIES);
    }

    @Test
    void the_order_of_rules_rows_laws_and_facts_never_matters() {
        everySeed(seed -> {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            Chance chance = new Chance(seed);
            Rulebook before = compiled(documents);
            Rulebook after = Disagreement.compile(new RandomPolicies.Documents(
                    shuffled(documents.policy(), chance),
                    documents.start(),
                    chance.shuffled(documents.laws()).stream()
                            .map(law -> shuffled(law, chance))
                            .toList()));
            RandomQuestions random = new RandomQuestions(seed, documents);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = random.next();
                assertThat(Decider.decide(shuffled(question, chance), after))
                        .as("seed %s%n%s", seed, question)
                        .isEqualTo(Decider.decide(question, before));
            }
        });
    }

    private static void everySeed(java.util.function.LongConsumer each) {
        InParallel.forEach(LongStream.range(FIRST, FIRST + POLICIES), each);
    }

    private static Rulebook compiled(RandomPolicies.Documents documents) {
        return COMPILED.computeIfAbsent(documents, Disagreement::compile);
    }

    private static Decision decide(Question question, Rulebook rulebook) {
        return Decider.decide(question, rulebook).decision();
    }

    private static ReferenceAnswer compared(Question question, Rulebook rulebook) {
        Answer answer = Decider.decide(question, rulebook);
        return Disagreement.comparable(answer);
    }

    private static RandomPolicies.Documents withRule(RandomPolicies.Documents documents, Rule rule) {
        List<Rule> rules = new ArrayList<>(documents.policy().rules());
        rules.add(rule);
        Policy policy = documents.policy();
        return new RandomPolicies.Documents(
                Disagreement.with(policy, rules, policy.rows()), documents.start(), documents.laws());
    }

    /**
     * A Forbid about use can lift a Forbid of something else that asks whether the use is permitted, so such documents are
     * left out where the Forbid covers use.
     */
    private static boolean asksWhetherTheUseIsPermitted(RandomPolicies.Documents documents) {
        return Stream.concat(Stream.of(documents.policy()), documents.laws().stream())
                .flatMap(document -> document.rules().stream())
                .flatMap(rule -> Condition.atoms(rule.condition()))
                .anyMatch(atom -> atom instanceof Atom.UsePermitted);
    }

    /**
     * With a row for anywhere, a country that is not known is judged by rows among which every country has its own; without
     * one, a country that no row is about is unknown although all rows agree. So is one whose law is not drawn, and none where
     * the country is not known: these rows are left out.
     */
    private static RandomPolicies.Documents withRowsForAnywhere(RandomPolicies.Documents documents) {
        Policy policy = withoutAnywhere(documents.policy());
        List<Row> rows = new ArrayList<>(policy.rows());
        rows.add(new Row.Age(
                Place.ANYWHERE,
                OptionalInt.of(18),
                OptionalInt.of(14),
                OptionalInt.of(7),
                Days.ALWAYS,
                Row.Provenance.NONE));
        rows.add(new Row.Sensitive(Place.ANYWHERE, new Key("health"), Days.ALWAYS, Row.Provenance.NONE));
        return new RandomPolicies.Documents(
                Disagreement.with(policy, policy.rules(), rows),
                documents.start(),
                documents.laws().stream().map(PropertiesTest::withoutAnywhere).toList());
    }

    private static Policy withoutAnywhere(Policy policy) {
        return Disagreement.with(
                policy,
                policy.rules(),
                policy.rows().stream()
                        .filter(row ->
                                !(row instanceof Row.Age age && age.place().equals(Place.ANYWHERE)))
                        .filter(row -> !(row instanceof Row.Sensitive sensitive
                                && sensitive.place().equals(Place.ANYWHERE)))
                        .filter(row -> !(row instanceof Row.NotDrawn))
                        .toList());
    }

    private static Stream<Question> leaves(Question question) {
        List<Optional<Key>> sources = below(Section.SOURCES, question.source());
        List<Optional<Key>> recipients = below(Section.RECIPIENTS, question.recipient());
        return Words.VOCABULARY.leaves(Section.PURPOSES, question.purpose()).stream()
                .flatMap(purpose -> Words.VOCABULARY.leaves(Section.DATA, question.data()).stream()
                        .flatMap(data -> sources.stream().flatMap(source -> recipients.stream()
                                .map(recipient ->
                                        question.about(purpose, question.operation(), data, source, recipient)))));
    }

    private static List<Optional<Key>> below(Section section, Optional<Key> key) {
        return key.map(known -> Words.VOCABULARY.leaves(section, known).stream()
                        .map(Optional::of)
                        .toList())
                .orElse(List.of(Optional.empty()));
    }

    private static Policy shuffled(Policy policy, Chance chance) {
        return Disagreement.with(policy, chance.shuffled(policy.rules()), chance.shuffled(policy.rows()));
    }

    private static Question shuffled(Question question, Chance chance) {
        User user = question.user();
        User shuffled = new User(
                user.country(),
                user.timeZone(),
                user.birth(),
                user.consents().map(chance::shuffled),
                user.objections().map(chance::shuffled),
                user.refusals().map(chance::shuffled),
                user.uses().map(chance::shuffled),
                user.attributes());
        return question.by(shuffled);
    }
}
