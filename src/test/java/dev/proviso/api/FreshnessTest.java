package dev.proviso.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.proviso.Eventually;
import dev.proviso.postgres.Owner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A replica whose database goes away: it stops answering before long, says why, and comes back by itself. */
@QuarkusTest
@Tag("system")
class FreshnessTest {

    private static final String CHECK = "checks.find { it.name == 'Deciding under what is published' }";

    private static final String NOT_CURRENT = "urn:proviso:problem:not-current";

    /** Of nobody whom the ledger knows, for the ledger is away as well. */
    private static final String OF_NOBODY = Client.QUESTION.replaceFirst("\"id\": \"[^\"]+\",", "");

    @Inject
    Owner owner;

    @AfterEach
    void reconnect() throws Exception {
        owner.letServiceIn();
        Eventually.holds("ready again", () -> get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void a_replica_that_cannot_learn_what_is_published_does_not_answer_until_it_can() throws Exception {
        Eventually.holds("ready", () -> get("/q/health/ready").statusCode() == 200);
        Client.ask(OF_NOBODY).statusCode(200);

        owner.shutServiceOut();
        Eventually.holds(
                "stops answering, whatever else fails before",
                () -> NOT_CURRENT.equals(Client.ask(OF_NOBODY).extract().path("type")));

        Client.ask(OF_NOBODY)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo(NOT_CURRENT))
                .body(
                        "detail",
                        startsWith("For 15 seconds this replica could not make sure that it decides under what"
                                + " is published now. Nothing was decided."));
        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(CHECK + ".status", equalTo("DOWN"))
                .body(CHECK + ".data.why", startsWith("For 15 seconds this replica could not make sure"));

        reconnect();
        Eventually.holds("answers again", () -> Client.ask(OF_NOBODY).extract().statusCode() == 200);
        assertThat(get("/q/health/ready").jsonPath().getString(CHECK + ".status"))
                .isEqualTo("UP");
    }
}
