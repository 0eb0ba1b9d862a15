package dev.proviso.api.authzen;

import static dev.proviso.api.Client.as;
import static dev.proviso.api.authzen.Authzen.post;
import static dev.proviso.api.authzen.Authzen.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.api.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AuthZEN about the policy that ships, where no policy is set to be asked. */
@QuarkusTest
@Tag("system")
class AuthzenOfThePrivacyPolicyTest {

    /** The question of the interface's description, in the form of AuthZEN. */
    private static final String QUESTION = """
            {
              "subject": {"type": "user", "id": "u-1", "properties": {
                "country": "CN",
                "timeZone": "Asia/Shanghai",
                "birthDate": "1986-03-01",
                "consents":   [{"by": "user", "form": "explicit", "scope": ["marketing.messages.email"], "givenAt": "2016-01-15T00:00:00Z", "withdrawnAt": null}],
                "objections": [{"scope": ["marketing"], "madeAt": "2016-01-30T00:00:00Z", "liftedAt": null}],
                "refusals":   ["cookie"],
                "uses":       ["2016-01-15T00:00:00Z"],
                "citizenship": "CN"}},
              "action": {"name": "marketing.messages.email", "properties": {"operation": "use", "channel": "web"}},
              "resource": {"type": "personal-data", "id": "contact.email", "properties": {"source": "direct"}},
              "context": {
                "policy": "website-privacy",
                "version": "2016-01-14",
                "at": "2016-02-01T10:00:00+08:00",
                "recipient": {"kind": "self", "country": "CN"},
                "origin": "CN",
                "destination": "CN",
                "safeguards": [],
                "collectedAt": "2016-01-20T09:00:00+08:00",
                "collectedFor": ["service.registration"],
                "requested-by-user": false,
                "explain": true
              }
            }
            """;

    @Test
    void a_request_means_the_question_that_it_is_the_other_form_of() {
        JsonPath asked = Client.ask(Client.QUESTION).statusCode(200).extract().jsonPath();
        JsonPath evaluated =
                post("evaluation", QUESTION).statusCode(200).extract().jsonPath();

        JsonPath kept = as("auditor")
                .get("/v1/decisions/" + evaluated.getString("context.answer.id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(kept.getMap("question")).isEqualTo(new JsonPath(Client.QUESTION).getMap("$"));
        assertThat(evaluated.getBoolean("decision")).isFalse();
        for (String field :
                List.of("decision", "reasons", "remedies", "obligations", "validUntil", "facts", "version")) {
            assertThat(evaluated.<Object>get("context.answer." + field))
                    .as(field)
                    .isEqualTo(asked.get(field));
        }
    }

    @Test
    void without_the_objection_it_is_permitted() {
        String consented = QUESTION.replaceAll("\\{\"scope\": \\[\"marketing\"].*?}", "");

        assertThat(post("evaluation", consented).extract().<Boolean>path("decision"))
                .isTrue();
    }

    /** Fourteen years old: old enough to consent alone in Austria, and not in Germany. */
    @ParameterizedTest
    @CsvSource({"AT, true", "DE, false"})
    void a_consent_is_judged_by_the_place_where_it_was_given(String place, boolean permitted) {
        String request = """
                {"subject": {"type": "user", "id": "u-1", "properties": {"country": "AT", "birthDate": "2012-03-01",
                    "consents": [{"by": "user", "form": "separate", "scope": ["ai.training"], "givenAt": "2026-05-01T12:00:00Z",
                                  "givenIn": "%s"}]}},
                 "action": {"name": "ai.training"},
                 "resource": {"type": "usage", "id": "usage.apps", "properties": {"source": "direct"}},
                 "context": {"policy": "website-privacy", "version": "2021-11-01", "at": "2026-06-01T12:00:00Z"}}
                """.formatted(place);

        assertThat(post("evaluation", request).extract().<Boolean>path("decision"))
                .isEqualTo(permitted);
    }

    @Test
    void a_request_that_names_no_policy_is_a_bad_request_where_none_is_set() {
        JsonPath problem = problem(post("evaluation", QUESTION.replace("\"policy\": \"website-privacy\",", "")), 400);

        assertThat(problem.getString("mistakes[0].at")).isEqualTo("context.policy");
        assertThat(problem.getString("detail")).contains("PROVISO_AUTHZEN_POLICY");
    }

    private static String of(String type, String id) {
        return QUESTION.replace("\"contact.email\"", "\"" + id + "\"").replace("\"personal-data\"", "\"" + type + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact.email | contact.emial | contact.email",
                "contact | contact.emial | contact.email",
                "contact | row 4711 |",
                "identity.username | identity.usrname | identity.username",
                "anything | row 4711 |",
            })
    void an_id_that_is_no_data_is_a_bad_request_whatever_the_type(String type, String id, String nearest) {
        JsonPath problem = problem(post("evaluation", of(type, id)), 400);

        assertThat(problem.getString("mistakes[0].at")).isEqualTo("resource.id");
        assertThat(problem.getString("mistakes[0].nearest")).isEqualTo(nearest);
        assertThat(post("search/action", of(type, id))
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("results"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"contact | contact.email | contact.email", "anything | contact | contact"})
    void a_resource_is_the_data_that_its_id_names(String type, String id, String data) {
        JsonPath evaluated =
                post("evaluation", of(type, id)).statusCode(200).extract().jsonPath();

        assertThat(as("auditor")
                        .get("/v1/decisions/" + evaluated.getString("context.answer.id"))
                        .jsonPath()
                        .getString("question.data"))
                .isEqualTo(data);
    }

    @Test
    void data_of_another_type_is_none_of_this_one() {
        JsonPath problem = problem(post("evaluation", QUESTION.replace("\"personal-data\"", "\"financial\"")), 400);

        assertThat(problem.getString("detail")).isEqualTo("resource.type: \"contact.email\" is not of this type.");
    }

    private static final String OF_NOBODY = QUESTION.replace("\"id\": \"u-1\"", "\"id\": \"authzen-of-nobody\"")
            .replaceAll("\"(consents|objections)\": .*\n", "")
            .replace("\"marketing.messages.email\"", "\"service.requested\"");

    @Test
    void what_is_found_is_a_leaf_and_is_permitted_when_asked_for() {
        List<String> found = found("resource", OF_NOBODY, "id");
        List<String> contact = found("resource", OF_NOBODY.replace("\"personal-data\"", "\"contact\""), "id");

        assertThat(found).contains("contact.email").isSorted().doesNotContain("contact");
        assertThat(contact)
                .isNotEmpty()
                .allMatch(id -> id.startsWith("contact."))
                .allMatch(found::contains);
        for (String id : List.of("contact.email", "special.health")) {
            assertThat(post("evaluation", OF_NOBODY.replace("\"contact.email\"", "\"" + id + "\""))
                            .extract()
                            .<Boolean>path("decision"))
                    .as(id)
                    .isEqualTo(found.contains(id));
        }
        assertThat(found("action", OF_NOBODY, "name"))
                .contains("service.requested")
                .doesNotContain("service");
    }

    private static List<String> found(String kind, String body, String field) {
        return post("search/" + kind, body).statusCode(200).extract().jsonPath().getList("results." + field);
    }
}
