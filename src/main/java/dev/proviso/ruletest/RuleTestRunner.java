package dev.proviso.ruletest;

import dev.proviso.comparison.Text;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Answers;
import dev.proviso.engine.Decider;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs rule tests. What is compiled for one run is used by the next, as far as it has not changed. For one thread at a time;
 * deciding takes some microseconds, compiling seconds.
 */
public final class RuleTestRunner {

    private final RuleCompiler compiler;
    private final Map<TestedVersion, PolicyRules> policies = new HashMap<>();
    private final Map<Law, LawRules> laws = new HashMap<>();
    private final Map<Asked, Rulebook> rulebooks = new HashMap<>();

    /** All law of a vocabulary, in the words of one version of it. */
    private record Law(List<Policy> documents, Vocabulary vocabulary) {

        static Law beside(TestedVersion version) {
            return new Law(version.laws().stream().map(Text::policy).toList(), version.vocabulary());
        }
    }

    /** A version, with its controller where the policy has it or elsewhere. */
    private record Asked(TestedVersion version, Optional<Place> controller) {}

    public RuleTestRunner(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /** What comes of each, in their order. What was compiled for anything else is forgotten. */
    public List<Outcome> run(Collection<RuleTestCase> tests) {
        return run(List.copyOf(tests), test -> false, Set.of(), outcome -> {});
    }

    /**
     * The same, where someone waits for the first outcomes.
     *
     * @param first those that are run before the others
     * @param besides versions for which what was compiled is kept, too
     * @param told is told each outcome as soon as it is there
     */
    public List<Outcome> run(
            List<RuleTestCase> tests,
            Predicate<RuleTestCase> first,
            Set<TestedVersion> besides,
            Consumer<Outcome> told) {
        Set<TestedVersion> versions =
                tests.stream().map(RuleTestCase::version).collect(Collectors.toCollection(HashSet::new));
        versions.addAll(besides);
        retain(versions);
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        List<Integer> order = IntStream.range(0, tests.size())
                .boxed()
                .sorted(Comparator.comparing(i -> !first.test(tests.get(i))))
                .toList();
        order.forEach(i -> {
            Outcome outcome = run(tests.get(i));
            outcomes.put(i, outcome);
            told.accept(outcome);
        });
        return List.copyOf(outcomes.values());
    }

    /** Forgets what was compiled for any other version. */
    void retain(Set<TestedVersion> versions) {
        policies.keySet().retainAll(versions);
        rulebooks.keySet().removeIf(asked -> !versions.contains(asked.version()));
        laws.keySet().retainAll(versions.stream().map(Law::beside).collect(Collectors.toSet()));
    }

    public Outcome run(RuleTestCase test) {
        Rulebook rulebook = rulebook(test);
        Answer answer = answer(test);
        return new Outcome(test, rulebook, answer, new Differences(test, answer, rulebook).sentences());
    }

    /** What is answered to a test, whatever it expects. */
    Answer answer(RuleTestCase test) {
        Rulebook rulebook = rulebook(test);
        return Answers.strictest(test.questions().stream()
                .map(question -> Decider.decide(question, rulebook))
                .toList());
    }

    /** What decides the question of a test; compiled when it is first asked for. */
    public Rulebook rulebook(RuleTestCase test) {
        return rulebooks.computeIfAbsent(new Asked(test.version(), test.controller()), this::compile);
    }

    private Rulebook compile(Asked asked) {
        TestedVersion version = asked.version();
        Policy policy = version.text().policy();
        Vocabulary vocabulary = version.vocabulary();
        Law law = Law.beside(version);
        return new Rulebook(
                asked.controller().map(place -> controlledFrom(place, policy)).orElse(policy),
                version.start(),
                vocabulary,
                law.documents(),
                policies.computeIfAbsent(version, key -> compiler.policy(policy, vocabulary)),
                laws.computeIfAbsent(law, key -> compiler.law(law.documents(), vocabulary)));
    }

    private static Policy controlledFrom(Place place, Policy policy) {
        return new Policy(
                policy.id(),
                policy.label(),
                policy.kind(),
                Optional.of(place),
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
}
