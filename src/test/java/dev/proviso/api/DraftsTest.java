package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.postgres.Owner;
import dev.proviso.publication.PolicyStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class DraftsTest {

    @Inject
    Owner owner;

    @Inject
    PolicyStore store;

    private final String policy = "letters-" + UUID.randomUUID().toString().substring(0, 8);
    private final String drafts = "/v1/policies/" + policy + "/drafts";

    static String document(String policy, String version, String effective, String rule) {
        return """
                ---
                policy: %s
                version: "%s"
                kind: policy
                title: Letters
                controller: {name: Example, country: CN}
                vocabulary: privacy
                timezone: UTC
                effective: %s
                ---

                # Letters

                ## Article 1 Use

                We write *letters*. <b>Always</b>

                ```rules
                %s
                ```
                """.formatted(policy, version, effective, rule);
    }

    private String document(String version) {
        return document(policy, version, "2100-01-01T00:00:00Z", "Permit use of contact for service.registration.");
    }

    private ValidatableResponse create(String text) {
        return as("drafter")
                .contentType("text/markdown")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(drafts)
                .then();
    }

    private ValidatableResponse edit(String account, String ifMatch, String text) {
        return as(account)
                .contentType("text/markdown")
                .header("If-Match", ifMatch)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put(drafts + "/1")
                .then();
    }

    private static ValidatableResponse step(String account, String address, String body) {
        String read = as(account).get(address.replaceAll("/[a-z]+$", "")).header("ETag");
        return as(account)
                .contentType("application/json")
                .header("If-Match", read == null ? "*" : read)
                .body(body)
                .post(address)
                .then();
    }

    private void publish(String version, String document) {
        create(document).statusCode(201);
        step("drafter", drafts + "/" + version + "/submit", "{\"acknowledged\": [\"*\"]}")
                .statusCode(200);
        step("approver", drafts + "/" + version + "/approve", "{\"comment\": \"fine\"}")
                .statusCode(200);
        step("publisher", drafts + "/" + version + "/publish", "{}").statusCode(200);
    }

    private static String detail(ValidatableResponse response) {
        return response.contentType("application/problem+json")
                .extract()
                .jsonPath()
                .getString("detail");
    }

    @Test
    void a_version_goes_from_draft_to_publication() {
        var created = create(document("1")).statusCode(201).extract();
        assertThat(created.header("Location")).endsWith(drafts + "/1");
        assertThat(created.header("ETag")).isNotBlank();
        assertThat(created.jsonPath().getString("state")).isEqualTo("DRAFT");
        assertThat(created.jsonPath().getBoolean("valid")).isTrue();

        JsonPath submitted = step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(submitted.getString("state")).isEqualTo("SUBMITTED");
        step("approver", drafts + "/1/approve", "{\"comment\": \"well said\"}").statusCode(200);
        JsonPath published = step("publisher", drafts + "/1/publish", "")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(published.getString("record.start")).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(published.getString("record.by")).isEqualTo("publisher");
        assertThat(published.getString("record.vocabulary")).isEqualTo("privacy@1");
        byte[] text = as("auditor")
                .accept("text/markdown")
                .get("/v1/policies/" + policy + "/versions/1")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text).isEqualTo(document("1").getBytes(StandardCharsets.UTF_8));
    }

    /** The tests of the website privacy policy come with this service. */
    @Test
    void a_version_that_fails_its_rule_tests_is_not_submitted_and_so_not_published() {
        String label = UUID.randomUUID().toString();
        String address = "/v1/policies/website-privacy/drafts";
        as("drafter")
                .contentType("text/markdown")
                .body(document(
                        "website-privacy", label, "2101-01-01T00:00:00Z", "Forbid use of any data for any purpose."))
                .post(address)
                .then()
                .statusCode(201);

        String refusal = detail(step("drafter", address + "/" + label + "/submit", "{\"acknowledged\": [\"*\"]}")
                .statusCode(409));

        assertThat(refusal)
                .contains("The rule test \"", "(article-1-collection.yaml, line ", "under website-privacy " + label)
                .matches("(?s).*And [0-9]+ more\\.");
        as("auditor")
                .get("/v1/policies/website-privacy/versions/" + label)
                .then()
                .statusCode(404);
        owner.shipPolicies(store); // or the draft would stay among the versions of a policy that other tests list
    }

    @Test
    void versions_are_listed_with_their_states_and_dates() {
        publish("1", document("1"));
        create(document("2")).statusCode(201);

        JsonPath listed = as("auditor")
                .get("/v1/policies/" + policy)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(listed.getList("versions.state", String.class)).containsExactly("PUBLISHED", "DRAFT");
        assertThat(listed.getString("versions[0].start")).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(listed.getString("versions[1].start")).isNull();
        assertThat(listed.getString("inForce")).isNull();
    }

    @Test
    void a_change_needs_to_say_what_it_changed() {
        String tag = create(document("1")).extract().header("ETag");
        var without = as("drafter")
                .contentType("text/markdown")
                .body(document("1"))
                .put(drafts + "/1")
                .then()
                .statusCode(428);
        assertThat(detail(without)).contains("If-Match");

        edit("drafter", tag, document("1") + "\n").statusCode(200);

        assertThat(detail(edit("drafter", tag, document("1")).statusCode(409)))
                .contains("has changed since you read it");
        assertThat(as("auditor").accept("text/markdown").get(drafts + "/1").asString())
                .isEqualTo(document("1") + "\n");
    }

    @Test
    void a_step_of_a_review_needs_to_say_what_was_shown() {
        create(document("1")).statusCode(201);
        step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}").statusCode(200);

        withoutTag("approver", "/1/approve", "{\"comment\": \"fine\"}");
        withoutTag("approver", "/1/reject", "{\"comment\": \"no\"}");
        step("approver", drafts + "/1/approve", "{\"comment\": \"fine\"}").statusCode(200);
        withoutTag("publisher", "/1/publish", "{}");

        step("publisher", drafts + "/1/publish", "{}").statusCode(200);
    }

    private void withoutTag(String account, String address, String body) {
        assertThat(detail(as(account)
                        .contentType("application/json")
                        .body(body)
                        .post(drafts + address)
                        .then()
                        .statusCode(428)))
                .contains("If-Match");
    }

    @Test
    void everyone_does_only_what_their_role_may() {
        create(document("1")).statusCode(201);

        for (String account : new String[] {"approver", "publisher", "service", "auditor"}) {
            as(account)
                    .contentType("text/markdown")
                    .body(document("2"))
                    .post(drafts)
                    .then()
                    .statusCode(403);
            edit(account, "*", document("1")).statusCode(403);
            step(account, drafts + "/1/submit", "{}").statusCode(403);
        }
        for (String account : new String[] {"drafter", "publisher", "service", "auditor"}) {
            step(account, drafts + "/1/approve", "{}").statusCode(403);
            step(account, drafts + "/1/reject", "{}").statusCode(403);
        }
        for (String account : new String[] {"drafter", "approver", "service", "auditor"}) {
            step(account, drafts + "/1/publish", "{}").statusCode(403);
            step(account, "/v1/policies/" + policy + "/versions/1/withdraw", "{}")
                    .statusCode(403);
        }
        io.restassured.RestAssured.given().get(drafts + "/1").then().statusCode(401);
    }

    @Test
    void errors_stop_a_submission_with_the_nearest_words() {
        String text = document(policy, "1", "on-publication", "Permit use of contact for service.registratoin.");
        JsonPath created = create(text).statusCode(201).extract().jsonPath();
        assertThat(created.getBoolean("valid")).isFalse();

        var refused = step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}")
                .statusCode(422);

        JsonPath problem =
                refused.contentType("application/problem+json").extract().jsonPath();
        assertThat(problem.getString("diagnostics[0].suggestion")).isEqualTo("service.registration");
    }

    @Test
    void a_document_that_does_not_say_what_it_is_is_not_taken() {
        var refused = create("no front matter").statusCode(400);
        assertThat(refused.extract().jsonPath().getString("diagnostics[0].code"))
                .isEqualTo("no-front-matter");
        assertThat(detail(create(document("1").replace(policy, "other")).statusCode(400)))
                .isEqualTo("The document says that it is other@1, but it was sent to \"" + policy + "\".");
    }

    @Test
    void a_misspelt_field_is_never_ignored() {
        create(document("1"));

        assertThat(detail(step("drafter", drafts + "/1/submit", "{\"acknowleged\": []}")
                        .statusCode(400)))
                .contains("Did you mean \"acknowledged\"?");
        assertThat(detail(step("drafter", drafts + "/1/submit", "[]").statusCode(400)))
                .contains("not a JSON object");
        assertThat(detail(step("approver", drafts + "/1/approve", "{\"comment\": \"a\\u0000\"}")
                        .statusCode(400)))
                .contains("control characters");
        assertThat(detail(step("approver", drafts + "/1/approve", "{\"comment\": \"n\\u202eot\"}")
                        .statusCode(409)))
                .contains("is a draft");
        step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}").statusCode(200);
        assertThat(detail(step("approver", drafts + "/1/approve", "{\"comment\": \"n\\u202eot\"}")
                        .statusCode(400)))
                .contains("U+202E RIGHT-TO-LEFT OVERRIDE as character 2");
        assertThat(detail(step("publisher", drafts + "/1/publish", "{\"announcedAt\": \"soon\"}")
                        .statusCode(400)))
                .contains("a time with an offset");
    }

    @Test
    void a_rejected_version_comes_back_with_the_comment() {
        create(document("1"));
        step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}").statusCode(200);

        JsonPath back = step("approver", drafts + "/1/reject", "{\"comment\": \"too long\"}")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(back.getString("state")).isEqualTo("DRAFT");
        assertThat(back.getString("history[2].comment")).isEqualTo("too long");
        assertThat(back.getString("history[2].by")).isEqualTo("approver");
    }

    @Test
    void a_published_version_is_withdrawn_before_its_start_and_the_chain_shows_it() {
        publish("1", document("1"));
        String version = "/v1/policies/" + policy + "/versions/1";

        step("publisher", version + "/withdraw", "{\"comment\": \"a mistake\"}").statusCode(200);

        assertThat(detail(step("publisher", version + "/withdraw", "{}").statusCode(409)))
                .contains("withdrawn before");
        JsonPath chain = as("auditor")
                .get("/v1/policies/" + policy + "/chain")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(chain.getList("records.act", String.class)).containsExactly("PUBLISHED", "WITHDRAWN");
        assertThat(chain.getString("records[1].comment")).isEqualTo("a mistake");
        assertThat(chain.getBoolean("intact")).isTrue();
        assertThat(chain.getString("texts")).isEqualTo("OF_THIS_DOCUMENT");
        assertThat(chain.getString("head")).hasSize(64);
        assertThat(as("auditor").get("/v1/policies/" + policy).jsonPath().getString("versions[0].state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void a_vocabulary_is_drafted_by_the_same_calls() {
        String words = "vocabulary: " + policy + "\nversion: \"1\"\npurposes:\n  mailing: {label: Mail}\n"
                + "operations:\n  use: {noun: use}\ndata:\n  address: {label: Address}\n";

        var created = as("drafter")
                .contentType("application/yaml")
                .body(words.getBytes(StandardCharsets.UTF_8))
                .post(drafts)
                .then()
                .statusCode(201);

        assertThat(created.extract().jsonPath().getString("kind")).isEqualTo("vocabulary");
        assertThat(created.extract().jsonPath().getBoolean("valid")).isTrue();
        var text = as("auditor")
                .accept("application/yaml")
                .get(drafts + "/1")
                .then()
                .statusCode(200)
                .extract();
        assertThat(text.asString()).isEqualTo(words);
        assertThat(text.contentType()).startsWith("application/yaml");
    }

    @Test
    void what_is_not_there_is_told_with_the_nearest_name() {
        create(document("spring-1"));

        assertThat(detail(as("auditor").get(drafts + "/spring-2").then().statusCode(404)))
                .contains("Did you mean \"spring-1\"?");
        assertThat(detail(as("auditor")
                        .get("/v1/policies/website-privcy/chain")
                        .then()
                        .statusCode(404)))
                .contains("Did you mean \"website-privacy\"?");
    }

    private static String files(String... texts) {
        return "{\"files\": ["
                + IntStream.range(0, texts.length)
                        .mapToObj(i -> "{\"file\": \"t" + i + ".yaml\", \"text\": " + TextNode.valueOf(texts[i]) + "}")
                        .collect(Collectors.joining(", "))
                + "]}";
    }

    private ValidatableResponse putTests(String ifMatch, String body) {
        return as("drafter")
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(drafts + "/1/tests")
                .then();
    }

    @Test
    void rule_tests_are_drafted_submitted_published_and_given_to_the_next_version() {
        String first = create(document("1")).extract().header("ETag");
        String wrong = DraftTestsTest.tests(policy, "contact.email", "DENY by default");
        String right = DraftTestsTest.tests(policy, "contact.email", "PERMIT by 1");

        as("drafter")
                .contentType("application/json")
                .body(files(wrong))
                .put(drafts + "/1/tests")
                .then()
                .statusCode(428);
        String second = putTests(first, files(wrong)).statusCode(200).extract().header("ETag");
        putTests(first, files(right)).statusCode(409);
        assertThat(detail(step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}")
                        .statusCode(409)))
                .contains("\"An address opens an account\" (t0.yaml, line 4) fails", "should be DENY, and is PERMIT");
        var edited = putTests(second, files(right)).statusCode(200).extract();
        assertThat(edited.jsonPath().getList("history.action")).containsExactly("DRAFTED", "TESTED", "TESTED");
        var read =
                as("approver").get(drafts + "/1/tests").then().statusCode(200).extract();
        assertThat(read.header("ETag")).isEqualTo(edited.header("ETag"));
        assertThat(read.jsonPath().getString("files[0].text")).isEqualTo(right);
        step("drafter", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}").statusCode(200);
        putTests("*", files()).statusCode(409);
        step("approver", drafts + "/1/approve", "{}").statusCode(200);
        JsonPath published = step("publisher", drafts + "/1/publish", "{}")
                .statusCode(200)
                .extract()
                .jsonPath();

        String versions = "/v1/policies/" + policy + "/versions/1/tests";
        var kept = as("auditor").get(versions).then().statusCode(200).extract();
        assertThat(kept.jsonPath().getString("sha256")).isEqualTo(published.getString("record.tests"));
        assertThat(kept.jsonPath().getString("files[0].text")).isEqualTo(right);
        as("auditor")
                .header("If-None-Match", kept.header("ETag"))
                .get(versions)
                .then()
                .statusCode(304);
        assertThat(as("auditor")
                        .get("/v1/policies/" + policy + "/chain")
                        .jsonPath()
                        .getBoolean("intact"))
                .isTrue();
        create(document(policy, "2", "2101-01-01T00:00:00Z", "Permit use of contact for service.registration."))
                .statusCode(201);
        assertThat(as("drafter").get(drafts + "/2/tests").jsonPath().getString("files[0].text"))
                .isEqualTo(right);
        as("drafter")
                .contentType("text/markdown")
                .body(document("3"))
                .post(drafts + "?base=11")
                .then()
                .statusCode(404);
    }

    @Test
    void what_can_be_no_tests_is_said_with_the_nearest_name() {
        create(document("1"));

        assertThat(detail(putTests("*", "{}").statusCode(400))).contains("\"files\" is missing");
        assertThat(detail(putTests("*", "{\"files\": [{\"file\": \"a.yml\", \"text\": \"\"}]}")
                        .statusCode(400)))
                .contains("Did you mean \"a.yaml\"?");
        assertThat(detail(putTests("*", "{\"file\": []}").statusCode(400))).contains("Did you mean \"files\"?");
    }
}
