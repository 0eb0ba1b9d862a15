package dev.proviso.web.desk;

import static dev.proviso.api.Client.as;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A word that the vocabulary lacks is added where it is missing, and published with the version that uses it. */
@QuarkusTest
@Tag("system")
class WordsInDraftsTest extends WritesVersions {

    private static final String RULE = "Permit use of contact and content.voice for service.registration.";

    @Inject
    PolicyDecisionPoint asking;

    private Letters letters = new Letters("none");
    private Someone drafter = Someone.unknown();

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        drafter = Someone.signedInAs("drafter");
        drafting.draft(letters.id(), false, new Content(letters.text("2", "on-publication", RULE)), by("drafter"));
    }

    private Response add(Map<String, String> fields) {
        return drafter.form()
                .formParam("tag", drafting.find(letters.id(), "2").trail().tag())
                .formParams(fields)
                .post(letters.draft("2") + "/words");
    }

    private String text() {
        return drafting.find(letters.id(), "2").content().text();
    }

    @Test
    void a_word_is_added_reviewed_and_published_with_the_version_and_questions_use_it() {
        assertThat(drafter.read(letters.draft("2"))).contains(letters.draft("2") + "/words");
        assertThat(drafter.read(letters.draft("2") + "/words?section=data&word=content.voice"))
                .contains("<option value=\"data\" selected>", "value=\"content.voice\"", "<option value=\"content\">");

        assertThat(add(Map.of("section", "data", "word", "content.voice", "label", "Recorded \"voice\""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(text())
                .contains("words:\n  data:\n    content.voice: {label: \"Recorded \\\"voice\\\"\"}\n---\n", RULE);
        drafting.submit(letters.id(), "2", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(letters.id(), "2", "", by("approver"), DraftService.ANY);
        Someone publisher = Someone.signedInAs("publisher");
        assertThat(publisher.read(letters.draft("2") + "/publication?when=now"))
                .contains("It brings 1 new words: they are published with it, as privacy@" + letters.id() + "-2.");
        publisher
                .form()
                .formParam("tag", drafting.find(letters.id(), "2").trail().tag())
                .formParam("announcedAt", "now")
                .post(letters.draft("2") + "/publication")
                .then()
                .statusCode(303);

        assertThat(store.find(new DocumentName(DocumentName.Kind.VOCABULARY, "privacy", letters.id() + "-2")))
                .isPresent();
        asking.replace(asking.library().with(store.all()), Instant.now()).join();
        assertThat(decision("2")).isEqualTo("PERMIT");
        assertThat(as("service")
                        .contentType(ContentType.JSON)
                        .body(question("1"))
                        .post("/v1/decisions")
                        .statusCode())
                .as("the version before does not have the word")
                .isEqualTo(400);
        assertThat(drafter.read("/desk/ask?policy=" + letters.id()))
                .contains("<option value=\"content.voice\">Recorded &quot;voice&quot;</option>");
    }

    private Map<String, Object> question(String version) {
        return Map.of(
                "policy",
                letters.id(),
                "version",
                version,
                "purpose",
                "service.registration",
                "data",
                "content.voice",
                "user",
                Map.of("country", "CN", "birthDate", "1986-03-01"));
    }

    private String decision(String version) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(question(version))
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .path("decision");
    }

    @Test
    void what_cannot_be_added_is_refused_with_a_sentence_and_nothing_is_lost() {
        for (Map<String, String> wrong : List.of(
                Map.of("section", "data", "word", "contact.email.work", "label", "Work"),
                Map.of("section", "data", "word", "contact.email", "label", "Another"),
                Map.of("section", "data", "word", "Voice", "label", "Voice"),
                Map.of("section", "operations", "word", "mend", "label", "Mend"),
                Map.of("section", "data", "word", "content.voice", "label", " "),
                Map.of("section", "purposes", "word", "contact.voice", "label", "Voice"))) {
            String before = text();
            Response refused = add(wrong);

            assertThat(refused.statusCode()).as("%s", wrong).isEqualTo(400);
            assertThat(refused.asString())
                    .contains("role=\"alert\"", "value=\"" + wrong.get("word") + "\"")
                    .doesNotContain("Exception");
            assertThat(text()).isEqualTo(before);
        }
    }

    @Test
    void whoever_changed_the_draft_meanwhile_is_not_overwritten() {
        Response late = drafter.form()
                .formParam("tag", "\"1\"")
                .formParams(Map.of("section", "data", "word", "content.voice", "label", "Voice"))
                .post(letters.draft("2") + "/words");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(text()).doesNotContain("words:");
    }
}
