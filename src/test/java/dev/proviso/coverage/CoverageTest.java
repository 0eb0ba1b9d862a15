package dev.proviso.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.GardenLetter;
import dev.proviso.coverage.Coverage.Condition;
import dev.proviso.coverage.Coverage.Document;
import dev.proviso.coverage.Coverage.Sentence;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Truth;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.ruletest.RuleTestRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tests show of the garden letter and of its law, and what they do not. */
class CoverageTest {

    private static final RuleTestRunner RUNNER = new RuleTestRunner(new DroolsRuleCompiler());

    private static final String HEAD = """
            policy: garden-letter
            now: 2022-06-01T12:00:00+01:00
            versions: 2022
            users:
              Ann: {country: GB, birthDate: 1986-03-01, consents: [], objections: []}
            consents:
              to mail: {by: user, form: explicit, scope: [marketing.messages.email], givenAt: 2022-01-01T00:00:00Z}
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct, user: Ann}
            tests:
            """;

    private static final String LAW = """
            law: law-garden
            policy: anything
            now: 2022-06-01T12:00:00+01:00
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct, controller: FR}
            tests:
            """;

    private static Document covered(String head, Corpus corpus, String... tests) {
        StringBuilder yaml = new StringBuilder(head);
        for (int i = 0; i < tests.length; i++) {
            yaml.append("  - {test: t").append(i).append(", ").append(tests[i]).append("}\n");
        }
        RuleTestFile file = RuleTestFile.read(new Source("letter.yaml", yaml.toString()), corpus)
                .value()
                .orElseThrow();
        Coverage coverage = Coverage.of(RUNNER.run(file.tests()));
        assertThat(coverage.documents()).hasSize(1);
        return coverage.documents().get(0);
    }

    private static Document covered(String... tests) {
        return covered(HEAD, GardenLetter.CORPUS, tests);
    }

    private static Sentence rule(Document document, String id) {
        return document.rules().stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Condition only(Sentence rule) {
        assertThat(rule.conditions()).hasSize(1);
        return rule.conditions().get(0);
    }

    @Test
    void a_rule_that_decided_is_told_from_one_that_only_applied() {
        Document document = covered("expect: DENY by 1(2)");

        assertThat(document.version()).isEqualTo("2022");
        assertThat(rule(document, "1(2)").decided()).isTrue();
        assertThat(rule(document, "1(1)").decided()).isFalse();
        assertThat(rule(document, "1(1)").applied()).isTrue();
        assertThat(rule(document, "3(1)").isPartlyCovered()).isFalse();
        assertThat(CoverageText.fate(rule(document, "1(1)"))).isEqualTo("applied, but never decided");
        assertThat(CoverageText.fate(rule(document, "3(1)"))).isEqualTo("never applied");
    }

    @Test
    void a_condition_is_covered_once_it_was_true_false_and_unknown() {
        Condition denied = only(rule(covered("expect: DENY"), "1(2)"));
        assertThat(denied.seen()).containsExactly(Truth.FALSE);
        assertThat(denied.missing()).containsExactly(Truth.UNKNOWN, Truth.TRUE);

        Document document = covered(
                "expect: DENY",
                "user.consents: [to mail], expect: PERMIT",
                "user.consents: null, expect: INDETERMINATE");
        assertThat(only(rule(document, "1(2)")).isCovered()).isTrue();
        assertThat(rule(document, "1(2)").isCovered()).isTrue();
    }

    @Test
    void a_condition_is_not_seen_where_its_sentence_is_about_something_else() {
        Document document = covered("purpose: analysis.market, expect: DENY by default");

        assertThat(only(rule(document, "1(2)")).seen()).isEmpty();
    }

    @Test
    void a_rule_that_may_apply_leaves_the_answer_open_but_decides_nothing() {
        Sentence forbid = rule(covered("user.consents: null, expect: INDETERMINATE by 1(2)"), "1(2)");

        assertThat(forbid.mayHaveApplied()).isTrue();
        assertThat(forbid.decided()).isFalse();
    }

    @Test
    void a_duty_counts_when_it_comes_with_a_permit() {
        assertThat(rule(covered("expect: DENY"), "1(3)").decided()).isFalse();
        assertThat(rule(covered("user.consents: [to mail], expect: PERMIT"), "1(3)")
                        .decided())
                .isTrue();
    }

    @Test
    void an_exclusion_counts_when_nothing_of_the_policy_applies() {
        assertThat(rule(covered("source: linked-site, expect: NOT_APPLICABLE"), "3(3)")
                        .decided())
                .isTrue();
    }

    @Test
    void a_defeated_prohibition_is_said_to_be_defeated() {
        Sentence forbid = rule(
                covered(
                        "operation: disclose, purpose: legal.obligation, recipient: {kind: authority.domestic, country: GB},"
                                + " circumstances.legal-demand: true, expect: PERMIT by 3(1)"),
                "3(2)");

        assertThat(forbid.defeated()).isTrue();
        assertThat(forbid.decided()).isFalse();
    }

    @Test
    void the_use_behind_another_act_can_be_open_only_where_a_rule_about_it_can() {
        Sentence kept = rule(covered("expect: DENY"), "4(1)");
        assertThat(only(kept).missing()).containsExactly(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE);

        Document plain = covered(
                HEAD,
                GardenLetter.changed(
                        "retention of contact for marketing.messages",
                        "retention of contact for analysis.market from direct"),
                "expect: DENY");
        assertThat(only(rule(plain, "4(1)")).missing()).containsExactly(Truth.FALSE, Truth.TRUE);
    }

    @Test
    void what_cannot_be_otherwise_is_not_asked_for() {
        Document document = covered(
                HEAD,
                GardenLetter.changed(
                        "if the user is under 16,",
                        "if the controller is in GB and the purpose is service and the user is under 16,"),
                "expect: DENY");

        assertThat(rule(document, "2(2)").conditions())
                .filteredOn(one -> one.condition().startsWith("the controller"))
                .extracting(Condition::missing)
                .allMatch(java.util.Set::isEmpty);
        assertThat(rule(document, "2(2)").conditions())
                .filteredOn(one -> one.condition().startsWith("the purpose"))
                .singleElement()
                .satisfies(one -> assertThat(one.missing()).containsExactly(Truth.FALSE, Truth.TRUE));
    }

    @Test
    void what_no_test_can_reach_is_named_and_not_counted() {
        String plain = "(1) Permit collection of contact.email for service.registration.";
        Document before = covered("expect: DENY");
        Document over = covered(
                HEAD,
                GardenLetter.changed(
                        plain, plain.replace("(1) Permit", "(1) From 2020-01-01 until 2021-12-30: Permit")),
                "expect: DENY");
        Document excluded = covered(
                HEAD,
                GardenLetter.changed(plain, plain.replace("registration.", "registration from linked-site.")),
                "expect: DENY");

        assertThat(rule(before, "2(1)").unreachable()).isEmpty();
        assertThat(rule(over, "2(1)").unreachable()).hasValue("Its days are over before this version starts.");
        assertThat(over.possible()).isEqualTo(before.possible() - 1);
        assertThat(rule(excluded, "2(1)").unreachable().orElseThrow()).startsWith("3(3) says");
    }

    /** No row says how long anything is kept, so whether that is over is always unknown; one row, and it can be known. */
    @Test
    void a_sentence_whose_condition_can_never_be_true_is_named_and_not_counted() {
        String rows = """

                ```table retention
                | purpose   | period | citation |
                | --------- | ------ | -------- |
                | marketing | %s     | made up  |
                ```
                """;
        String keeping = "(2) Forbid retention of any data if the retention period is over.\n```\n";
        Document never = covered(HEAD, GardenLetter.changed(keeping, keeping + rows.formatted("   ")), "expect: DENY");
        Document sometimes =
                covered(HEAD, GardenLetter.changed(keeping, keeping + rows.formatted("P1Y")), "expect: DENY");

        assertThat(rule(never, "4(2)").unreachable())
                .hasValue(
                        "What it turns on can never be so: it is always unknown whether the retention period is over.");
        assertThat(rule(sometimes, "4(2)").unreachable()).isEmpty();
        assertThat(sometimes.possible()).isEqualTo(never.possible() + 1 + 3);
    }

    @Test
    void a_version_that_no_test_asks_is_in_the_report_with_nothing_seen() {
        List<Document> documents =
                Coverage.of(List.of(), GardenLetter.CORPUS.subjects()).documents();

        assertThat(documents)
                .extracting(document -> document.document() + " " + document.version() + " " + document.percent())
                .containsExactly("anything 1 0", "garden-letter 2020 0", "garden-letter 2022 0", "law-garden 1 0");
    }

    @Test
    void the_scope_of_a_law_without_rules_decides_nothing_and_is_not_asked_for() {
        Corpus ageAlone = GardenLetter.underLaw("""
                ## 3 Age

                ```rules
                No rule: ages are facts.
                ```
                """);

        Document law = Coverage.of(List.of(), ageAlone.subjects()).documents().stream()
                .filter(document -> document.document().equals("law-garden"))
                .findFirst()
                .orElseThrow();

        assertThat(law.possible()).isZero();
        assertThat(law.percent()).isEqualTo(100);
    }

    @Test
    void the_score_counts_rules_that_decided_and_values_that_were_seen() {
        Document document = covered("expect: DENY by 1(2)");

        // Ten rules, of which 4(2) cannot be reached; 1(2), 3(1), 3(2) and 4(1) ask for one fact each and 2(2) for two,
        // each in
        // three values.
        assertThat(document.possible()).isEqualTo(9 + 6 * 3);
        // 1(2) decided, and its consent was false.
        assertThat(document.covered()).isEqualTo(2);
        assertThat(document.percent()).isEqualTo(7);
    }

    @Test
    void the_scope_of_a_law_is_covered_once_it_was_seen_from_all_sides() {
        Document outside = covered(LAW, GardenLetter.CORPUS, "user: {country: FR}, expect: PERMIT");
        assertThat(outside.document()).isEqualTo("law-garden");
        assertThat(outside.scope())
                .extracting(Condition::condition)
                .containsExactly("the user lives in GB", "the controller is in GB");
        assertThat(outside.scope().get(0).missing()).containsExactly(Truth.UNKNOWN, Truth.TRUE);
        assertThat(outside.scope().get(1).missing()).containsExactly(Truth.TRUE);
        assertThat(only(rule(outside, "1")).seen()).isEmpty();

        Document inside = covered(LAW, GardenLetter.CORPUS, "user: {country: GB, objections: []}, expect: PERMIT");
        assertThat(only(rule(inside, "1")).seen()).containsExactly(Truth.FALSE);
    }

    @Test
    void a_row_is_touched_when_a_value_that_some_rule_asked_for_stands_in_it() {
        assertThat(covered(LAW, GardenLetter.CORPUS, "user: {country: GB}, expect: PERMIT")
                        .rows())
                .extracting(Coverage.TableRow::touched)
                .containsExactly(false);

        Corpus minors = GardenLetter.changed("the user is under 16", "the user is a minor");
        String asking = LAW.replace("policy: anything", "policy: garden-letter")
                .replace("controller: FR", "operation: collect");
        Document document = covered(
                asking.replace("tests:", "versions: 2022\ntests:"),
                minors,
                "user: {country: GB, birthDate: 2010-01-01}, expect: DENY");
        assertThat(document.rows()).extracting(Coverage.TableRow::touched).containsExactly(true);
        assertThat(document.rows().get(0).row()).isEqualTo("| GB | 18 | 13 | | made up |");
    }

    @Test
    void a_report_names_what_is_not_covered_with_its_place_and_sentence() {
        Document document = covered("expect: DENY by 1(2)");
        String text = new CoverageText(new Coverage(java.util.List.of(document))).text();

        assertThat(text)
                .startsWith(
                        "Coverage of garden-letter 2022: 7% (2 of 27). 1 of 10 rules decided, 1 of 7 conditions seen in"
                                + " every way, 0 of 0 rows looked up.")
                .contains(
                        "  1(1) (garden-letter/2022.md, line 16) applied, but never decided\n"
                                + "    Permit use of contact for marketing.messages.\n",
                        "      the user consented: never unknown or true\n");
    }
}
