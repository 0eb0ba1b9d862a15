package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.proviso.comparison.GardenLetter;
import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Source;
import dev.proviso.engine.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The letter of 2020 starts on 1 January 2020 and that of 2022 on 1 January 2022, in Britain. */
class RelativeTimesTest {

    private static Checked<RuleTestFile> read(String yaml) {
        return RuleTestFile.read(new Source("letter.yaml", yaml), GardenLetter.CORPUS);
    }

    private static Map<String, RuleTestCase> tests(String now, String more) {
        Checked<RuleTestFile> read = read("""
                policy: garden-letter
                now: %s
                users:
                  Ann: {country: GB, uses: [start + P19D]}
                consents:
                  early: {by: user, form: explicit, scope: [marketing], givenAt: start - P1D, withdrawnAt: start + P2D}
                objections:
                  late: {scope: [marketing], madeAt: start + PT36H, liftedAt: start + P3D}
                defaults: {purpose: marketing.messages.email, data: contact.email, source: direct}
                tests:
                  - {test: a, expect: DENY%s}
                """.formatted(now, more));
        return read.value().orElseThrow(() -> new AssertionError(read.diagnostics())).tests().stream()
                .collect(Collectors.toMap(test -> test.version().label(), test -> test));
    }

    private static RuleTestCase under(String version, Map<String, RuleTestCase> tests) {
        return Optional.ofNullable(tests.get(version)).orElseThrow();
    }

    private static Instant at(RuleTestCase test) {
        return test.questions().get(0).at();
    }

    @ParameterizedTest
    @CsvSource({
        "start,              2022-01-01T00:00:00Z",
        "start + P30D,       2022-01-31T00:00:00Z",
        "start+P30D,         2022-01-31T00:00:00Z",
        "start - P1D,        2021-12-31T00:00:00Z",
        "start + P1M,        2022-02-01T00:00:00Z",
        "start + P2W,        2022-01-15T00:00:00Z",
        "start + PT1H30M,    2022-01-01T01:30:00Z",
        "start + P6M,        2022-06-30T23:00:00Z", // the hour of the letter's zone, in summer
        "start - P1DT1S,     2021-12-30T23:59:59Z",
    })
    void now_is_counted_from_the_start_of_the_version_that_is_asked(String now, Instant expected) {
        Map<String, RuleTestCase> tests = tests(now, ", user: Ann, user.consents: [early], user.objections: [late]");

        assertThat(at(under("2022", tests))).isEqualTo(expected);
        assertThat(at(under("2020", tests))).isBefore(Instant.parse("2020-08-01T00:00:00Z"));
    }

    @Test
    void so_is_every_time_that_a_question_states() {
        RuleTestCase test = under(
                "2022",
                tests(
                        "start",
                        ", collectedAt: start + P1D, user: Ann, user.consents: [early], user.objections: [late],"
                                + " user.refusals: [{scope: [cookie], madeAt: start + P4D}],"
                                + " user.acceptances: [{policy: garden-letter, version: \"2022\", at: start + P5D}]"));

        Question question = test.questions().get(0);
        assertThat(question.collectedAt()).contains(Instant.parse("2022-01-02T00:00:00Z"));
        assertThat(question.user().uses().orElseThrow()).containsExactly(Instant.parse("2022-01-20T00:00:00Z"));
        JsonNode user = test.asked().path("user");
        assertThat(user.at("/consents/0/givenAt").asText()).isEqualTo("2021-12-31T00:00:00Z");
        assertThat(user.at("/consents/0/withdrawnAt").asText()).isEqualTo("2022-01-03T00:00:00Z");
        assertThat(user.at("/objections/0/madeAt").asText()).isEqualTo("2022-01-02T12:00:00Z");
        assertThat(user.at("/objections/0/liftedAt").asText()).isEqualTo("2022-01-04T00:00:00Z");
        assertThat(user.at("/refusals/0/madeAt").asText()).isEqualTo("2022-01-05T00:00:00Z");
        assertThat(user.at("/acceptances/0/at").asText()).isEqualTo("2022-01-06T00:00:00Z");
        assertThat(test.written().at("/user/uses/0").asText())
                .as("by what it is known in another version")
                .isEqualTo("start + P19D");
    }

    @Test
    void what_is_stated_nearer_stands_in_place_of_a_time_that_is_counted() {
        RuleTestCase test = under(
                "2022",
                tests(
                        "start",
                        ", user: Ann, user.uses: [2021-05-01T00:00:00Z], user.consents: [early], user.objections: [late]"));

        assertThat(test.questions().get(0).user().uses().orElseThrow())
                .containsExactly(Instant.parse("2021-05-01T00:00:00Z"));
    }

    @Test
    void where_no_time_is_asked_for_the_word_is_a_word() {
        List<Diagnostic> found = read("""
                policy: garden-letter
                now: start
                defaults: {purpose: marketing.messages.email, data: contact.email, source: direct}
                tests:
                  - {test: a, user.country: start, expect: DENY}
                """).diagnostics();

        assertThat(found).extracting(Diagnostic::message).allMatch(message -> message.contains("country"));
    }
}
