package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.GardenLetter;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says once the answer of a failing test is what is wanted: the same, but for the expectation. */
class AcceptedAnswerTest {

    private static final RuleTestRunner RUNNER = new RuleTestRunner(new DroolsRuleCompiler());

    private static final String HEAD = """
            # The letter
            policy: garden-letter
            now: 2022-06-01T12:00:00+01:00
            versions: 2022
            users:
              Ann: {country: GB, birthDate: 1986-03-01}
            consents:
              to mail: {by: user, form: explicit, scope: [marketing.messages.email], givenAt: 2022-01-01T00:00:00Z}
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct, user: Ann}
            tests:
            """;

    private static List<Outcome> outcomes(String text) {
        return RUNNER.run(RuleTestFile.read(new Source("letter.yaml", text), GardenLetter.CORPUS)
                .value()
                .orElseThrow()
                .tests());
    }

    /** Of all that share the expectation of the first test that fails. */
    private static AcceptedAnswer accepted(String text) {
        List<Outcome> all = outcomes(text);
        Outcome failed =
                all.stream().filter(outcome -> !outcome.passed()).findFirst().orElseThrow();
        return new AcceptedAnswer(all.stream()
                .filter(outcome ->
                        outcome.test().expectation().equals(failed.test().expectation()))
                .toList());
    }

    private static void isRewritten(String before, String after) {
        String text = HEAD + before;
        String accepted = accepted(text).in(text);

        assertThat(accepted).isEqualTo(HEAD + after);
        assertThat(outcomes(accepted)).allMatch(Outcome::passed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect: PERMIT                 | expect: DENY",
                "expect: PERMIT by 1(1)         | expect: DENY by 1(2)",
                "expect: DENY by default        | expect: DENY by 1(2)",
                "expect: \"PERMIT by 1(1)\"     | expect: \"DENY by 1(2)\"",
                "expect: \"PERMIT\"             | expect: \"DENY\"",
                "expect: {decision: PERMIT}     | expect: {decision: DENY}",
                "expect: {decision: PERMIT, rules: [1(1)], obligations: [opt-out-in-message]} | expect: {decision: DENY, rules: [\"1(2)\"]}",
                "expect: {decision: DENY, remedies: []} | expect: {decision: DENY, remedies: [[\"the user consents to marketing.messages.email\"]]}",
                "user.consents: [to mail], expect: DENY by 1(2) | user.consents: [to mail], expect: PERMIT by 1(1)",
                "user.consents: [to mail], expect: {decision: PERMIT, obligations: []} | user.consents: [to mail], expect: {decision: PERMIT, obligations: [\"opt-out-in-message\"]}",
                "user.consents: null, expect: {decision: DENY, rules: []} | user.consents: null, expect: {decision: INDETERMINATE, rules: [\"1(2)\"]}",
            })
    void of_one_test_on_one_line(String before, String after) {
        isRewritten("  - {test: a, " + before + "}   # why\n", "  - {test: a, " + after + "}   # why\n");
    }

    @Test
    void of_lines_that_are_spelt_out() {
        isRewritten("""
                  - test: a          # this one
                    expect:
                      decision: PERMIT
                      rules: [1(1)]

                  - test: b
                    user.consents: [to mail]
                    expect: PERMIT
                """, """
                  - test: a          # this one
                    expect:
                      {decision: DENY, rules: ["1(2)"]}

                  - test: b
                    user.consents: [to mail]
                    expect: PERMIT
                """);
    }

    @Test
    void of_a_cell_of_a_table_with_its_blanks() {
        isRewritten("""
                  - table: By consent
                    columns: [user.consents, expect]
                    rows:
                      - [[],           PERMIT by 1(1)   ]
                      - [[to mail],    PERMIT by 1(1)   ]
                """, """
                  - table: By consent
                    columns: [user.consents, expect]
                    rows:
                      - [[],           DENY by 1(2)   ]
                      - [[to mail],    PERMIT by 1(1)   ]
                """);
    }

    private static final String EACH =
            "each: {purpose: [marketing.messages.email, service.requested], " + "user.consents: [[], [to mail]]}";

    /** Four questions: only e-mail with consent is permitted. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect: DENY | expect: {decision: DENY, except: [{purpose: marketing.messages.email, user.consents: [to mail], expect: PERMIT}]}",
                "expect: PERMIT | expect: {decision: DENY, except: [{purpose: marketing.messages.email, user.consents: [to mail], expect: PERMIT}]}",
                "expect: {decision: DENY, except: [{purpose: service.requested, expect: PERMIT}]} | expect: {decision: DENY, except: [{purpose: marketing.messages.email, user.consents: [to mail], expect: PERMIT}]}",
            })
    void of_questions_that_share_it_and_are_not_answered_alike(String before, String after) {
        isRewritten(
                "  - {test: a, " + EACH + ", " + before + "}   # why\n",
                "  - {test: a, " + EACH + ", " + after + "}   # why\n");
    }

    @Test
    void of_questions_that_one_value_tells_apart_with_an_exception_for_that_value() {
        isRewritten("""
                  - test: a
                    each:
                      user.consents: [[to mail], []]
                      data: [contact.email, contact.phone]
                    expect: PERMIT by 1(1)
                """, """
                  - test: a
                    each:
                      user.consents: [[to mail], []]
                      data: [contact.email, contact.phone]
                    expect: {decision: PERMIT, rules: ["1(1)"], except: [{user.consents: [], expect: DENY by 1(2)}]}
                """);
    }

    @Test
    void of_several_exceptions_on_a_line_for_each() {
        isRewritten("""
                  - test: a
                    each:
                      user: [Ann, {like: Ann, consents: [to mail]}, {like: Ann, consents: null}]
                      data: [contact.email, contact.phone]
                    expect:
                      decision: DENY
                      rules: [1(2)]
                      remedies: []
                """, """
                  - test: a
                    each:
                      user: [Ann, {like: Ann, consents: [to mail]}, {like: Ann, consents: null}]
                      data: [contact.email, contact.phone]
                    expect:
                      {decision: DENY, rules: ["1(2)"], remedies: [["the user consents to marketing.messages.email"]], except: [
                            {user: {like: Ann, consents: [to mail]}, expect: PERMIT by 1(1)},
                            {user: {like: Ann, consents: null}, expect: {decision: INDETERMINATE, rules: ["1(2)"], remedies: [["the user consents to marketing.messages.email"], ["user.consents is stated"]]}}]}
                """);
    }

    @Test
    void of_a_cell_whose_row_asks_several_questions() {
        isRewritten("""
                  - table: By consent
                    each: {data: [contact.email, contact.phone], user: [Ann, {like: Ann, consents: [to mail]}]}
                    columns: [purpose, expect]
                    rows:
                      - [marketing.messages.email,   DENY    ]
                      - [service.requested,          DENY    ]
                """, """
                  - table: By consent
                    each: {data: [contact.email, contact.phone], user: [Ann, {like: Ann, consents: [to mail]}]}
                    columns: [purpose, expect]
                    rows:
                      - [marketing.messages.email,   {decision: DENY, except: [{user: {like: Ann, consents: [to mail]}, expect: PERMIT}]}    ]
                      - [service.requested,          DENY    ]
                """);
    }

    @Test
    void not_where_versions_that_are_asked_in_one_place_are_answered_otherwise() {
        String text = HEAD.replace("versions: 2022\n", "")
                + "  - {test: a, operation: collect, purpose: service.registration,"
                + " user: {country: GB, age: 14}, expect: NOT_APPLICABLE}\n";

        assertThat(accepted(text).obstacle())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("Several versions"));
    }

    @Test
    void what_an_exception_says_is_expected_of_its_questions_alone() {
        List<Outcome> outcomes = outcomes(HEAD + "  - {test: a, " + EACH
                + ", expect: {decision: DENY, except: [{user.consents: [to mail], expect: PERMIT}]}}\n");

        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.passed())
                .extracting(outcome -> outcome.test().name())
                .containsExactly("a: purpose service.requested, user.consents [to mail]");
    }
}
