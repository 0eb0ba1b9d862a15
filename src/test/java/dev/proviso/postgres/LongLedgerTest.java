package dev.proviso.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import dev.proviso.policy.Key;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Someone of whom much is recorded is asked about like anyone else. */
@QuarkusTest
@Tag("system")
class LongLedgerTest {

    private static final int EVENTS = 1_200;
    private static final int AT_ONCE = 50;
    private static final Instant FIRST = Instant.parse("2016-01-15T00:00:00Z");

    @Inject
    UserLedger ledger;

    @Inject
    EntityManagerFactory factory;

    @Inject
    Owner owner;

    @AfterEach
    void forget() throws SQLException {
        owner.execute("truncate ledger_event");
    }

    /** A consent, and the next hour an objection. */
    private static Event event(int number) {
        Instant at = FIRST.plusSeconds(3_600L * number);
        Set<Key> scope = Set.of(new Key("marketing.messages.email"));
        return number % 2 == 0
                ? new Event.Consented(new Consent(Consent.By.USER, Consent.Form.EXPLICIT, scope, at, Optional.empty()))
                : new Event.Objected(new Objection(false, scope, at, Optional.empty()));
    }

    private void record(String user, int events) {
        for (int first = 0; first < events; first += AT_ONCE) {
            int from = first;
            QuarkusTransaction.requiringNew().run(() -> {
                for (int number = from; number < Math.min(from + AT_ONCE, events); number++) {
                    ledger.append(user, event(number), "shop", Optional.empty(), FIRST);
                }
            });
        }
    }

    private static String ask(String user) {
        return given().auth()
                .preemptive()
                .basic("service", TestSettings.PASSWORD)
                .contentType(ContentType.JSON)
                .body("{\"policy\": \"website-privacy\", \"version\": \"2016-01-14\", \"at\": \"2020-01-01T00:00:00Z\","
                        + " \"purpose\": \"marketing.messages.email\", \"data\": \"contact.email\", \"source\": \"direct\","
                        + " \"user\": {\"id\": \"" + user + "\", \"country\": \"CN\", \"birthDate\": \"1986-03-01\"}}")
                .post("/v1/decisions")
                .then()
                .statusCode(200)
                .extract()
                .path("decision");
    }

    /** How many statements it takes to read a ledger; the least of some tries, for others use the database too. */
    private long statements(String user) {
        Statistics statements = factory.unwrap(SessionFactory.class).getStatistics();
        statements.setStatisticsEnabled(true);
        try {
            return IntStream.range(0, 10)
                    .mapToLong(i -> {
                        statements.clear();
                        ledger.known(user);
                        return statements.getPrepareStatementCount();
                    })
                    .min()
                    .orElseThrow();
        } finally {
            statements.setStatisticsEnabled(false);
        }
    }

    @Test
    void a_long_ledger_is_read_in_as_many_statements_as_a_short_one_and_decides() {
        record("brief", 2);
        record("lengthy", EVENTS + 1);
        LedgerUser lengthy = ledger.known("lengthy").orElseThrow();

        assertThat(lengthy.consents()).hasSize(EVENTS / 2 + 1);
        assertThat(lengthy.objections()).hasSize(EVENTS / 2);
        assertThat(statements("lengthy")).isEqualTo(statements("brief"));
        assertThat(ask("brief")).as("the last word is an objection").isEqualTo("DENY");
        assertThat(ask("lengthy")).as("the last word is a consent").isEqualTo("PERMIT");
    }
}
