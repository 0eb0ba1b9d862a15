package dev.proviso.mutation;

import dev.proviso.comparison.Text;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.ruletest.RuleTestRunner;
import dev.proviso.ruletest.TestedVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tests that ship, asked under changed documents. Safe for any thread. */
final class Suite {

    private final List<RuleTestCase> tests;
    private final Map<RuleTestCase, String> asked = new HashMap<>();
    private final Patches patches;
    /** Which are not named by whoever is in them. */
    private final Set<String> groups;

    Suite(List<RuleTestCase> tests) {
        this.tests = tests;
        tests.forEach(test -> asked.put(test, test.asked().toString()));
        TestedVersion any = tests.get(0).version();
        this.groups = any.laws().stream()
                .flatMap(law -> law.policy().rows().stream())
                .filter(Row.Group.class::isInstance)
                .map(row -> ((Row.Group) row).group().code())
                .collect(Collectors.toSet());
        this.patches = new Patches(any.laws().stream().map(Text::policy).toList(), any.vocabulary());
    }

    /** What notices changes of the rows and the days of a document. */
    Function<Mutant, Optional<RuleTestCase>> ofRows() {
        return mutant -> noticed(mutant, patches.law(), Optional.empty());
    }

    /** What notices changes of the rules of a law. */
    Function<Mutant, Optional<RuleTestCase>> ofLaw(Policy law) {
        LawRules others = patches.lawWithout(law);
        return mutant -> noticed(mutant, patches.beside(others, mutant.document()), Optional.empty());
    }

    /** What notices changes of one rule of a policy. */
    Function<Mutant, Optional<RuleTestCase>> ofRule(Policy policy, RuleId rule) {
        PolicyRules others = patches.policyWithout(policy, rule);
        return mutant -> noticed(mutant, patches.law(), Optional.of(patches.with(others, mutant.document(), rule)));
    }

    /** The first test that fails. */
    private Optional<RuleTestCase> noticed(Mutant mutant, LawRules law, Optional<PolicyRules> own) {
        RuleTestRunner runner = new RuleTestRunner(new Ready(mutant, law, own));
        Map<TestedVersion, TestedVersion> changed = tests.stream()
                .map(RuleTestCase::version)
                .distinct()
                .collect(Collectors.toMap(version -> version, version -> changed(version, mutant.document())));
        return tests.stream()
                .filter(test -> mutant.isLaw() || isUnder(test, mutant.document()))
                .filter(test -> mayNotice(test, mutant))
                .sorted(Comparator.comparing(test -> distance(test, mutant)))
                .filter(test -> !runner.run(under(Objects.requireNonNull(changed.get(test.version())), test))
                        .passed())
                .findFirst();
    }

    private static boolean isUnder(RuleTestCase test, Policy policy) {
        return test.version().text().policy().name().equals(policy.name());
    }

    /** What only a place turns on is noticed by a question that names it; a test that would notice it otherwise is not asked. */
    private boolean mayNotice(RuleTestCase test, Mutant mutant) {
        String question = Objects.requireNonNull(asked.get(test));
        return mutant.places().isEmpty()
                || mutant.places().stream().anyMatch(groups::contains)
                || mutant.places().stream().anyMatch(place -> question.contains("\"" + place))
                || mutant.places().stream().anyMatch(place -> test.controller()
                        .filter(where -> where.code().startsWith(place))
                        .isPresent());
    }

    /** The tests of a document itself are asked first. */
    private static int distance(RuleTestCase test, Mutant mutant) {
        return test.about().equals(mutant.document().id()) ? 0 : 1;
    }

    private static RuleTestCase under(TestedVersion version, RuleTestCase test) {
        return new RuleTestCase(
                test.file(),
                test.line(),
                test.name(),
                test.about(),
                version,
                test.controller(),
                test.written(),
                test.asked(),
                test.questions(),
                test.expected(),
                test.expectation(),
                test.variation());
    }

    private static TestedVersion changed(TestedVersion version, Policy document) {
        Text text = changed(version.text(), document);
        return new TestedVersion(
                text,
                text.policy().effective().orElse(version.start()),
                version.vocabulary(),
                version.laws().stream().map(law -> changed(law, document)).toList());
    }

    private static Text changed(Text text, Policy document) {
        CheckedPolicy checked = text.checked();
        return text.policy().name().equals(document.name()) ? new Text(text.source(), checked.meaning(document)) : text;
    }

    /** Has everything compiled. */
    private final class Ready implements RuleCompiler {

        private final Mutant mutant;
        private final LawRules law;
        private final Optional<PolicyRules> own;

        Ready(Mutant mutant, LawRules law, Optional<PolicyRules> own) {
            this.mutant = mutant;
            this.law = law;
            this.own = own;
        }

        @Override
        public PolicyRules policy(Policy policy, Vocabulary vocabulary) {
            return own.filter(rules -> policy.name().equals(mutant.document().name()))
                    .orElseGet(() -> patches.policy(policy));
        }

        @Override
        public LawRules law(List<Policy> documents, Vocabulary vocabulary) {
            return law;
        }

        @Override
        public String text(Policy policy, Vocabulary vocabulary, Function<RuleId, String> wording) {
            throw new UnsupportedOperationException("nobody reads it");
        }

        @Override
        public String baseRules() {
            throw new UnsupportedOperationException("nobody reads them");
        }
    }
}
