package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.postgres.Owner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every call says while the database is away: that it is, and never that the service failed. */
@QuarkusTest
@Tag("system")
class StoreAwayTest {

    private static final String RECORD = "0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f";
    private static final String CONSENT =
            "{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"marketing\"], \"givenAt\": \"2016-01-15T00:00:00Z\"}";

    private static final String AUTHZEN = """
            {"subject": {"type": "user", "id": "u-1"}, "action": {"name": "service.requested"},
             "resource": {"type": "contact", "id": "contact.email"},
             "context": {"policy": "website-privacy", "version": "2016-01-14"}}""";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("describeUser", "{\"country\": \"CN\"}"),
            Map.entry("recordConsent", CONSENT),
            Map.entry("recordObjection", "{\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-30T00:00:00Z\"}"),
            Map.entry("recordRefusal", "\"cookie\""),
            Map.entry("recordUse", "{\"at\": \"2016-01-15T00:00:00Z\"}"),
            Map.entry(
                    "recordAcceptance",
                    "{\"policy\": \"website-privacy\", \"version\": \"2016-01-14\", \"at\": \"2016-01-15T00:00:00Z\"}"),
            Map.entry("decide", Client.QUESTION),
            Map.entry(
                    "createDraft",
                    DraftsTest.document("away", "1", "on-publication", "Permit use of contact for service.")),
            Map.entry(
                    "editDraft",
                    DraftsTest.document("away", "1", "on-publication", "Permit use of contact for service.")),
            Map.entry(
                    "checkDocument",
                    DraftsTest.document("away", "1", "on-publication", "Permit use of contact for service.")),
            Map.entry(
                    "testDocument",
                    DraftTestsTest.request(
                            DraftsTest.document("away", "1", "on-publication", "Permit use of contact for service."),
                            DraftTestsTest.tests("away", "contact.email", "PERMIT"))),
            Map.entry("editDraftTests", "{\"files\": []}"),
            Map.entry("importDocument", "--- a paragraph"),
            Map.entry("remarkOnDraft", "{\"clause\": \"1\", \"comment\": \"Which?\"}"),
            Map.entry("decideMany", "{\"questions\": [" + Client.QUESTION + "]}"),
            Map.entry("evaluate", AUTHZEN),
            Map.entry("evaluateMany", AUTHZEN),
            Map.entry("searchSubjects", AUTHZEN),
            Map.entry("searchResources", AUTHZEN),
            Map.entry("searchActions", AUTHZEN));

    /** What is answered from what the service holds anyway. */
    private static final List<String> NEEDS_NO_STORE =
            List.of("checkDocument", "importDocument", "testDocument", "authzenConfiguration", "listLawChanges");

    private static final List<String> ACCOUNTS = List.of("service", "auditor", "drafter", "approver", "publisher");

    @Inject
    Owner owner;

    private record Call(String method, String address, String operation) {}

    /** Every call of the interface's description. */
    private static List<Call> calls() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<Call> calls = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            if (described instanceof Map<?, ?> operation && operation.containsKey("responses")) {
                calls.add(new Call(method, address(path), String.valueOf(operation.get("operationId"))));
            }
        }));
        return calls;
    }

    private static String address(String path) {
        return path.replace("/decisions/{id}", "/decisions/" + RECORD)
                        .replace("{policy}", path.contains("/drafts") ? "away" : "website-privacy")
                        .replace("{version}", path.contains("/drafts") ? "1" : "2016-01-14")
                        .replace("{number}", "1")
                        .replace("{id}", "u-" + UUID.randomUUID())
                + query(path);
    }

    private static String query(String path) {
        if (path.endsWith("/compare")) {
            return "?from=2016-01-14&to=2021-11-01";
        }
        if (path.endsWith("/law/changes")) {
            return "?from=2024-01-01&until=2024-01-02";
        }
        return path.endsWith("/governing") ? "?policy=website-privacy" : "";
    }

    private static Response send(Call call, String account) {
        String body = BODIES.getOrDefault(call.operation(), "{}");
        RequestSpecification request = as(account).header("If-Match", "*");
        if (!call.method().equals("get")) {
            request.contentType(body.startsWith("---") ? "text/markdown" : "application/json")
                    .body(body.getBytes(StandardCharsets.UTF_8));
        }
        String address = call.operation().equals("listDecisions") ? "/v1/decisions" : call.address();
        return request.request(call.method(), address);
    }

    /** As the first account that may. */
    private static Response send(Call call) {
        return ACCOUNTS.stream()
                .map(account -> send(call, account))
                .filter(response -> response.statusCode() != 403)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void reconnect() throws Exception {
        owner.letServiceIn();
        Eventually.holds("ready again", () -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void every_call_that_needs_the_store_answers_503_while_it_is_away_and_works_again_when_it_is_back()
            throws Exception {
        List<Call> calls = calls();
        assertThat(calls).hasSizeGreaterThan(25);

        owner.shutServiceOut();
        for (Call call : calls) {
            if (NEEDS_NO_STORE.contains(call.operation())) {
                assertThat(send(call).statusCode()).as(call.toString()).isEqualTo(200);
            } else if (call.operation().equals("decideMany")) {
                assertThat(send(call).jsonPath().getList("answers.status")).isEqualTo(List.of(503));
            } else {
                assertAway(call, send(call));
            }
        }

        reconnect();
        for (Call call : calls) {
            Eventually.holds(call + " works again", () -> send(call).statusCode() < 500);
        }
    }

    private static void assertAway(Call call, Response response) {
        assertThat(response.statusCode()).as(call + ": " + response.asString()).isEqualTo(503);
        assertThat(response.contentType()).as(call.toString()).startsWith("application/problem+json");
        assertThat(response.header("Retry-After")).as(call.toString()).isNotBlank();
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(response.jsonPath().getMap("$")).doesNotContainKeys("decision", "permitted");
    }
}
