package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.GardenLetter;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.ruletest.TestFailure.Part;
import dev.proviso.ruletest.TestFailure.Turn;
import dev.proviso.ruletest.TestFailure.Weighed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes of tests, and what a failure says. */
class RuleTestRunnerTest {

    private static final RuleTestRunner RUNNER = new RuleTestRunner(new DroolsRuleCompiler());

    private static final String HEAD = """
            policy: garden-letter
            now: 2022-06-01T12:00:00+01:00
            versions: 2022
            users:
              Ann: {country: GB, birthDate: 1986-03-01}
            consents:
              to mail: {by: user, form: explicit, scope: [marketing.messages.email], givenAt: 2022-01-01T00:00:00Z}
            objections:
              to marketing: {scope: [marketing], madeAt: 2022-02-01T00:00:00Z}
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct, user: Ann}
            tests:
            """;

    private static Outcome outcome(String yaml, Corpus corpus) {
        Source source = new Source("letter.yaml", yaml);
        RuleTestCase test =
                RuleTestFile.read(source, corpus).value().orElseThrow().tests().get(0);
        return RUNNER.run(test);
    }

    private static Outcome outcome(String test) {
        return outcome(HEAD + "  - {test: a, " + test + "}\n", GardenLetter.CORPUS);
    }

    private static TestFailure failure(String test) {
        return outcome(test).failure().orElseThrow();
    }

    private static boolean passes(String test) {
        return outcome(test).passed();
    }

    @Test
    void a_decision_is_as_expected_or_not() {
        assertThat(passes("expect: DENY")).isTrue();
        assertThat(passes("expect: PERMIT")).isFalse();
        assertThat(passes("user.consents: [to mail], expect: PERMIT")).isTrue();
        assertThat(passes("source: linked-site, expect: NOT_APPLICABLE")).isTrue();
        assertThat(passes("user.consents: null, expect: INDETERMINATE")).isTrue();
    }

    @Test
    void the_rules_that_decide_are_exactly_those_that_are_expected() {
        assertThat(passes("expect: DENY by 1(2)")).isTrue();
        assertThat(passes("expect: DENY by 2(2)")).isFalse();
        assertThat(passes("expect: DENY by 1(2) and 2(2)")).isFalse();
        assertThat(passes("purpose: analysis.market, expect: DENY by default")).isTrue();
        assertThat(passes("purpose: analysis.market, expect: DENY by 1(2)")).isFalse();
        assertThat(passes("user.objections: [to marketing], expect: DENY by law-garden 1"))
                .isTrue();
        assertThat(passes("user.objections: [to marketing], expect: DENY by 1(2)"))
                .isFalse();
    }

    @Test
    void duties_are_exactly_those_that_are_expected_as_far_as_something_is_said_of_them() {
        String test = "user.consents: [to mail], expect: {decision: PERMIT, obligations: [%s]}";

        assertThat(passes(test.formatted("opt-out-in-message"))).isTrue();
        assertThat(passes(test.formatted("{obligation: opt-out-in-message, when: with, rule: 1(3), outcome: APPLIES}")))
                .isTrue();
        assertThat(passes(test.formatted("{obligation: opt-out-in-message, when: after}")))
                .isFalse();
        assertThat(passes(test.formatted("{obligation: opt-out-in-message, rule: 1(2)}")))
                .isFalse();
        assertThat(passes(test.formatted("notice-to-user"))).isFalse();
        assertThat(passes(test.formatted(""))).isFalse();
    }

    @Test
    void an_act_that_a_law_mandates_is_a_duty_without_a_key() {
        String test =
                "operation: disclose, purpose: legal.obligation, recipient: {kind: authority.domestic, country: GB},"
                        + " circumstances: {law-requires: true}, expect: {decision: PERMIT, rules: [law-garden 2], obligations: [%s]}";

        assertThat(passes(test.formatted("{obligation: mandate, rule: law-garden 2}")))
                .isTrue();
        assertThat(passes(test.formatted("{obligation: mandate, rule: law-garden 1}")))
                .isFalse();
    }

    @Test
    void missing_facts_and_remedies_are_exactly_those_that_are_expected() {
        String open = "user.consents: null, expect: {decision: INDETERMINATE, missing: [%s]}";
        assertThat(passes(open.formatted("user.consents"))).isTrue();
        assertThat(passes(open.formatted("user.consents, user.birthDate"))).isFalse();
        assertThat(passes(open.formatted(""))).isFalse();

        String denied = "expect: {decision: DENY, remedies: [%s]}";
        assertThat(passes(denied.formatted("[the user consents to marketing.messages.email]")))
                .isTrue();
        assertThat(passes(denied.formatted("the user consents to marketing.messages.email")))
                .isTrue();
        assertThat(passes(denied.formatted("[a guardian consents to marketing.messages.email]")))
                .isFalse();
        assertThat(passes(denied.formatted(""))).isFalse();
    }

    @Test
    void a_permit_that_was_expected_is_told_by_the_rule_that_denied_and_what_it_turned_on() {
        TestFailure failure = failure("expect: PERMIT");

        assertThat(failure.expected()).isEqualTo("PERMIT");
        assertThat(failure.answered()).isEqualTo("DENY by 1(2)");
        assertThat(failure.asked())
                .isEqualTo(
                        "use of contact.email for marketing.messages.email from direct, at 2022-06-01T12:00:00+01:00");
        assertThat(failure.differences()).containsExactly("The answer should be PERMIT, and is DENY.");
        assertThat(failure.rules())
                .singleElement()
                .isEqualTo(new Weighed(
                        Part.DECIDED,
                        "1(2)",
                        "garden-letter",
                        "2022",
                        "garden-letter/2022.md",
                        17,
                        "Forbid use of any data for marketing.messages, unless the user consented.",
                        "APPLIES",
                        "",
                        List.of(new Turn("the user consented", "FALSE", true))));
    }

    @Test
    void a_rule_that_was_expected_and_did_not_apply_is_told_with_what_it_turned_on() {
        TestFailure failure = failure("user.consents: [to mail], expect: DENY by 1(2)");

        assertThat(failure.answered()).isEqualTo("PERMIT by 1(1)");
        assertThat(failure.rules()).hasSize(2);
        assertThat(failure.rules().get(0).part()).isEqualTo(Part.DECIDED);
        assertThat(failure.rules().get(0).conditions()).isEmpty();
        Weighed expected = failure.rules().get(1);
        assertThat(expected.part()).isEqualTo(Part.EXPECTED);
        assertThat(expected.outcome()).isEqualTo("DOES_NOT_APPLY");
        assertThat(expected.note()).isEmpty();
        assertThat(expected.conditions()).containsExactly(new Turn("the user consented", "TRUE", true));
    }

    @Test
    void a_rule_that_was_expected_and_is_about_something_else_says_about_what() {
        assertThat(note("expect: DENY by 2(2)")).isEqualTo("It is not about the operation use.");
        assertThat(note("operation: collect, purpose: service.registration, expect: PERMIT by 1(1)"))
                .isEqualTo("It is not about the operation collect.");
        assertThat(note("purpose: analysis.market, expect: DENY by 1(2)"))
                .isEqualTo("It is not about the purpose analysis.market.");
        assertThat(note("data: device.id, expect: PERMIT by 1(1)")).isEqualTo("It is not about the data device.id.");
        assertThat(note("at: 2020-06-01T12:00:00+01:00, expect: DENY by law-garden 1"))
                .isEqualTo("It has other days.");
    }

    private static String note(String test) {
        return failure(test).rules().stream()
                .filter(rule -> rule.part() == Part.EXPECTED)
                .findFirst()
                .orElseThrow()
                .note();
    }

    @Test
    void a_rule_of_a_law_whose_scope_is_not_met_is_told_by_the_conditions_of_the_scope() {
        TestFailure failure = outcome("""
                        policy: anything
                        law: law-garden
                        now: 2022-06-01T12:00:00+01:00
                        tests:
                          - test: a
                            purpose: marketing.survey
                            data: contact.email
                            source: direct
                            user: {country: FR, objections: [{scope: [marketing], madeAt: 2022-02-01T00:00:00Z}]}
                            expect: DENY by 1
                        """, GardenLetter.CORPUS).failure().orElseThrow();

        assertThat(failure.answered()).isEqualTo("PERMIT by anything 1");
        assertThat(failure.rules().get(1).conditions())
                .containsExactly(
                        new Turn("the user lives in GB", "FALSE", true),
                        new Turn("the controller is in GB", "FALSE", true),
                        new Turn("the user objected", "TRUE", false));
    }

    @Test
    void a_test_of_a_law_takes_the_controller_to_be_where_it_says() {
        String file = """
                policy: anything
                law: law-garden
                now: 2022-06-01T12:00:00+01:00
                tests:
                  - test: a
                    purpose: marketing.survey
                    data: contact.email
                    source: direct
                    controller: %s
                    user: {country: FR, objections: [{scope: [marketing], madeAt: 2022-02-01T00:00:00Z}]}
                    expect: DENY by 1
                """;

        assertThat(outcome(file.formatted("GB"), GardenLetter.CORPUS).passed()).isTrue();
        assertThat(outcome(file.formatted("FR"), GardenLetter.CORPUS).passed()).isFalse();
    }

    @Test
    void where_no_clause_permits_those_that_could_have_are_told() {
        TestFailure failure = failure("operation: disclose, purpose: legal.obligation, recipient: authority.domestic,"
                + " user.consents: [{by: user, form: separate, scope: [legal.obligation, disclose],"
                + " givenAt: 2022-01-01T00:00:00Z}], expect: PERMIT");

        assertThat(failure.answered()).isEqualTo("DENY by default");
        assertThat(failure.rules()).extracting(Weighed::rule).containsExactly("3(1)", "law-garden 2");
        assertThat(failure.rules()).allMatch(rule -> rule.part() == Part.COULD_HAVE);
        assertThat(failure.rules().get(0).conditions())
                .containsExactly(new Turn("a legal demand was made", "FALSE", true));
    }

    @Test
    void an_open_answer_is_told_by_the_conditions_that_are_unknown() {
        TestFailure failure = failure("user.consents: null, expect: DENY");

        assertThat(failure.answered()).isEqualTo("INDETERMINATE by 1(2)");
        assertThat(failure.rules().get(0).outcome()).isEqualTo("MAY_APPLY");
        assertThat(failure.rules().get(0).conditions())
                .containsExactly(new Turn("the user consented", "UNKNOWN", true));
    }

    @Test
    void a_rule_that_a_version_lost_fails_the_test_that_expects_it() {
        String tests = HEAD.replace("versions: 2022\n", "") + "  - {test: a, versions: all, expect: DENY by 1(2)}\n";
        Corpus changed = GardenLetter.changed(
                "(2) Forbid use of any data for marketing.messages, unless the user consented.\n", "");
        List<RuleTestCase> both = RuleTestFile.read(new Source("letter.yaml", tests), changed)
                .value()
                .orElseThrow()
                .tests();

        assertThat(RUNNER.run(both.get(0)).passed()).isTrue();
        TestFailure failure = RUNNER.run(both.get(1)).failure().orElseThrow();
        assertThat(failure.answered()).isEqualTo("PERMIT by 1(1)");
        assertThat(failure.rules())
                .filteredOn(rule -> rule.part() == Part.EXPECTED)
                .extracting(Weighed::note)
                .containsExactly("There is no such rule.");
    }

    @Test
    void a_change_of_one_sentence_fails_the_test_that_says_otherwise() {
        String test = HEAD + "  - {test: a, operation: collect, purpose: service.registration,"
                + " user: {country: GB, age: 15}, expect: DENY by 2(2)}\n";

        assertThat(outcome(test, GardenLetter.CORPUS).passed()).isTrue();
        assertThat(outcome(test, GardenLetter.changed("under 16", "under 13")).passed())
                .isFalse();
    }

    @Test
    void a_failure_reads_as_text_with_all_that_matters() {
        String text = new FailureText(outcome("expect: PERMIT by 1(1)")).text();

        assertThat(text)
                .startsWith("FAILED a\n  letter.yaml, line 12, under garden-letter 2022\n")
                .contains(
                        "  expected: PERMIT by 1(1)\n",
                        "  answer:   DENY by 1(2)\n",
                        "  1(2) decides (garden-letter/2022.md, line 17)\n",
                        "      > the user consented: false\n",
                        "  1(1) was expected to decide, and does not (garden-letter/2022.md, line 16)\n");
        assertThat(new FailureText(outcome("expect: PERMIT")).sentence())
                .isEqualTo("The rule test \"a\" (letter.yaml, line 12) fails under garden-letter 2022:"
                        + " The answer should be PERMIT, and is DENY.");
    }
}
