package dev.proviso.api.http;

import static dev.proviso.api.Client.QUESTION;
import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.api.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What random requests have found, each once more by itself. */
@QuarkusTest
@Tag("system")
class ReadableRequestFilterTest {

    private static String detail(ValidatableResponse response) {
        return response.statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .jsonPath()
                .getString("detail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies/a%00b/drafts/1",
                "/v1/policies/website-privacy/versions/%0A",
                "/v1/decisions?policy=%00",
                "/v1/decisions?%07=1",
                "/v1/decisions?clause=7&clause=%1F",
            })
    void a_control_character_in_an_address_is_refused(String address) {
        assertThat(detail(as("auditor").urlEncodingEnabled(false).get(address).then()))
                .isEqualTo("The address has a control character in it, which no name has.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/", "text/html, json"})
    void a_media_type_that_is_none_is_refused(String type) {
        assertThat(detail(as("service").accept(type).get("/v1/policies").then()))
                .endsWith("is no media type, such as application/json.");
    }

    @Test
    void a_word_as_long_as_it_gets_is_not_in_the_vocabulary_and_that_is_all() {
        String question = QUESTION.replace("marketing.messages.email\",\n", "x." + "x.".repeat(2000) + "x\",\n");

        assertThat(detail(Client.ask(question))).contains("is not a purpose of the vocabulary");
    }

    /** Passed over, it would have been a refusal of nothing. */
    @Test
    void a_refusal_of_everything_is_refused_and_not_passed_over() {
        String question = QUESTION.replace("[\"cookie\"]", "[{\"scope\": [\"*\"]}]");

        assertThat(detail(Client.ask(question))).startsWith("user.refusals[0].scope[0]: \"*\" is not a source");
    }

    @Test
    void an_announcement_beyond_all_calendars_is_refused() {
        assertThat(detail(as("publisher")
                        .contentType("application/json")
                        .header("If-Match", "*")
                        .body("{\"announcedAt\": \"+999999999-12-31T23:59:59Z\"}")
                        .post("/v1/policies/website-privacy/drafts/1/publish")
                        .then()))
                .startsWith("\"announcedAt\" is a time with an offset");
    }

    @Test
    void a_draft_without_a_media_type_is_not_taken() {
        as("drafter").post("/v1/policies/website-privacy/drafts").then().statusCode(415);
    }
}
