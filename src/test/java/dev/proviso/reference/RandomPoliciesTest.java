package dev.proviso.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decision;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Row;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The random sample is worth asking: it reaches every decision, every effect, every table and every value of every atom. */
class RandomPoliciesTest {

    private static final int POLICIES = 150;
    private static final int QUESTIONS = 60;

    private static final BiConsumer<Atom, Tri> NOBODY = (atom, value) -> {};

    @Test
    void each_decision_is_at_least_three_percent_of_the_sample() {
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        for (int seed = 0; seed < POLICIES; seed++) {
            sample(seed, NOBODY).forEach((decision, count) -> counts.merge(decision, count, Integer::sum));
        }
        int least = POLICIES * QUESTIONS * 3 / 100;
        assertThat(counts).containsOnlyKeys(Decision.values());
        assertThat(counts.values()).as(counts.toString()).allMatch(count -> count >= least);
    }

    @Test
    void each_atom_is_seen_true_false_and_unknown() {
        Map<String, Set<Tri.Kind>> seen = new HashMap<>();
        for (int seed = 0; seed < POLICIES; seed++) {
            sample(seed, (atom, value) -> seen.computeIfAbsent(kind(atom), any -> EnumSet.noneOf(Tri.Kind.class))
                    .add(value.kind()));
        }
        Set<String> withoutUnknown = Set.of("BasisIs", "Is PURPOSE", "Is DATA");
        int split = 5 + 4 + 6;
        assertThat(seen).hasSize(Atom.class.getPermittedSubclasses().length - 3 + split);
        seen.forEach((kind, values) -> assertThat(values)
                .as(kind)
                .contains(Tri.Kind.TRUE, Tri.Kind.FALSE)
                .satisfies(all -> assertThat(all.contains(Tri.Kind.UNKNOWN) || withoutUnknown.contains(kind))
                        .isTrue()));
    }

    @Test
    void every_effect_and_every_table_occurs() {
        Set<Effect> effects = new HashSet<>();
        Set<Class<?>> tables = new HashSet<>();
        for (int seed = 0; seed < POLICIES; seed++) {
            RandomPolicies.Documents documents = RandomPolicies.documents(seed);
            documents.policy().rules().forEach(rule -> effects.add(rule.effect()));
            documents.policy().rows().forEach(row -> tables.add(row.getClass()));
            documents.laws().forEach(law -> law.rules().forEach(rule -> effects.add(rule.effect())));
        }
        assertThat(effects).containsExactlyInAnyOrder(Effect.values());
        assertThat(tables).hasSize(Row.class.getPermittedSubclasses().length);
    }

    @Test
    void one_seed_always_gives_the_same_policy_and_questions() {
        var documents = RandomPolicies.documents(7);
        assertThat(documents).isEqualTo(RandomPolicies.documents(7)).isNotEqualTo(RandomPolicies.documents(8));
        assertThat(new RandomQuestions(7, documents).next()).isEqualTo(new RandomQuestions(7, documents).next());
    }

    private static Map<Decision, Integer> sample(int seed, BiConsumer<Atom, Tri> witness) {
        RandomPolicies.Documents documents = RandomPolicies.documents(seed);
        ReferenceEvaluator evaluator = new ReferenceEvaluator(
                documents.policy(), documents.start(), documents.laws(), Words.VOCABULARY, witness);
        RandomQuestions questions = new RandomQuestions(seed, documents);
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        for (int i = 0; i < QUESTIONS; i++) {
            counts.merge(evaluator.decide(questions.next()).decision(), 1, Integer::sum);
        }
        return counts;
    }

    private static String kind(Atom atom) {
        String kind = atom.getClass().getSimpleName();
        if (atom instanceof Atom.Located located) {
            return kind + " " + located.party();
        }
        if (atom instanceof Atom.Is is) {
            return kind + " " + is.part();
        }
        if (atom instanceof Atom.Attribute attribute) {
            return kind + " " + attribute.owner() + " "
                    + (attribute.test() == Atom.Attribute.Test.IS ? "is" : "ordered");
        }
        return kind;
    }
}
