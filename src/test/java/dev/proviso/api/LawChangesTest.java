package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.web.desk.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of law says what starts and ends when, and whom it matters to. */
@QuarkusTest
@Tag("system")
class LawChangesTest {

    private static JsonPath calendar(String from, String until) {
        return as("auditor")
                .get("/v1/law/changes?from=" + from + "&until=" + until)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String decision(Map<String, Object> question) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .path("decision");
    }

    /** Denmark raised its age of consent from 13 to 15 on 1 January 2024. */
    @Test
    void the_rows_that_start_and_end_are_named_with_their_document() {
        JsonPath calendar = calendar("2024-01-01", "2024-01-02");

        assertThat(calendar.getList("days.day")).isEqualTo(List.of("2024-01-01"));
        assertThat(
                        calendar.getList(
                                "days[0].changes.findAll { it.document == 'law-eu' }.collect { it.kind + ' ' + it.name + ' ' + it.text + ' ' + it.turn }"))
                .asList()
                .contains(
                        "row age-of-consent place DK, majority 18, consent 13 (Act 502/2018 s. 6(2)-(3)) ends",
                        "row age-of-consent place DK, majority 18, consent 15 (Act 502/2018 s. 6(2)-(3), as amended) starts");
    }

    @Test
    void an_answer_that_changes_has_a_question_that_shows_it_when_asked_of_both_days() {
        JsonPath calendar = calendar("2024-01-01", "2024-01-01");
        List<Map<String, Object>> changed = calendar.getList(
                "days[0].answers.findAll { it.policy == 'website-privacy' && it.place == 'DK' && it.about == 'minor' }");

        assertThat(changed).isNotEmpty().allSatisfy(each -> {
            @SuppressWarnings("unchecked")
            Map<String, Object> example = (Map<String, Object>) Objects.requireNonNull(each.get("example"));
            assertThat(example).containsEntry("at", "2024-01-01T12:00+08:00");
            assertThat(decision(example)).isEqualTo(each.get("after"));
            example.put("at", "2023-12-31T12:00:00+08:00");
            assertThat(decision(example)).isEqualTo(each.get("before"));
        });
        assertThat(
                        calendar.getList(
                                "days[0].answers.findAll { it.policy == 'website-privacy' && it.place == 'DK' && it.about == 'adult' }"))
                .isEmpty();
    }

    /** The Personal Information Protection Law of China. */
    @Test
    void a_transfer_and_an_adult_are_asked_about_too() {
        JsonPath calendar = calendar("2021-11-01", "2021-11-01");

        assertThat(calendar.getList("days[0].changes.document", String.class)).contains("law-cn");
        assertThat(calendar.getList("days[0].answers.findAll { it.place == 'CN' }.about", String.class))
                .contains("transfer");
    }

    @Test
    void days_on_which_nothing_changes_are_left_out() {
        JsonPath calendar = calendar("2024-01-02", "2024-01-05");

        assertThat(calendar.getList("days")).isEmpty();
        assertThat(calendar.getBoolean("complete")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2024-01-01 | until | The parameter \"until\" is required: a day, such as 2027-01-01.",
                "until=2024-01-01 | from | The parameter \"from\" is required: a day, such as 2027-01-01.",
                "from=2024-01-01&until=2024-02-30 | until | This is not a day of the calendar, such as 2027-01-01.",
                "from=1.1.2024&until=2024-02-01 | from | This is not a day of the calendar, such as 2027-01-01.",
                "from=2024-01-02&until=2024-01-01 | until | The last day, 2024-01-01, is before the first, 2024-01-02.",
                "from=2024-01-01&until=2025-02-04 | until | From 2024-01-01 until 2025-02-04 are more than 400 days. The last day may be 2025-02-03; ask for the rest by itself.",
            })
    void a_span_that_is_none_is_refused_with_a_sentence(String query, String at, String sentence) {
        JsonPath problem = as("auditor")
                .get("/v1/law/changes?" + query)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getString("mistakes[0].at")).isEqualTo(at);
        assertThat(problem.getString("mistakes[0].detail")).isEqualTo(sentence);
    }

    @Test
    void the_longest_span_is_answered_whole_or_says_that_it_is_not() {
        JsonPath calendar = calendar("2018-01-01", "2019-02-04");
        int last = calendar.getList("days").size() - 1;

        assertThat(calendar.getList("days.day", String.class)).contains("2018-05-25");
        assertThat(calendar.getList("days[0].changes")).isNotEmpty();
        assertThat(calendar.getList("days[" + last + "].changes")).isNotEmpty();
        // So much law started on 25 May 2018 that the work allowed for one calendar does not suffice for the months
        // after it.
        assertThat(calendar.getBoolean("complete")).isFalse();
        assertThat(calendar.getList("days[" + last + "].answers")).isEmpty();
    }

    @Test
    void the_calendar_page_has_it_as_its_second_half() {
        Someone drafter = Someone.signedInAs("drafter");
        String page = drafter.read("/desk/calendar?from=2024-01-01&until=2024-01-01");

        assertThat(page)
                .containsSubsequence(
                        "<h2 id=\"coming\">",
                        "<h2 id=\"law\">Changes of law</h2>",
                        "value=\"2024-01-01\"",
                        "<time datetime=\"2024-01-01\">1 January 2024</time>",
                        "Ended</span> <a href=\"/desk/documents/law-eu/1\">Law of the European Union",
                        "Age of consent: place DK, majority 18, consent 13",
                        "Starts</span>",
                        "Age of consent: place DK, majority 18, consent 15",
                        "Questions answered differently",
                        "A minor of 14 in Denmark",
                        "Website privacy policy 2021-11-01",
                        "/desk/ask?policy=website-privacy");
        assertThat(drafter.read("/desk/calendar?from=2024-01-02&until=2024-01-01"))
                .contains("role=\"alert\"", "is before the first, 2024-01-02");
        assertThat(drafter.read("/desk/calendar")).contains("<h2 id=\"law\">");
    }
}
