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

    private static void isRewritten(String before, String after) {
        String text = HEAD + before;
        Outcome failed = outcomes(text).stream()
                .filter(outcome -> !outcome.passed())
                .findFirst()
                .orElseThrow();

        String accepted = new AcceptedAnswer(failed).in(text);

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
}
