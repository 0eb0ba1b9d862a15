package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.decision.Freshness;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Renewal;
import dev.proviso.decision.Small;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationFeed.Following;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class PostgresPublicationFeedTest {

    private static final int NEVER = 3_600_000;
    private static final String PERMIT = "Permit use of any data for service.";

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @Inject
    PostgresPublicationFeed feed;

    @Inject
    PolicyStore store;

    @Inject
    RuleCompiler compiler;

    @Inject
    Owner owner;

    /** One that decides on its own, beside others on the same database. */
    private record Replica(PolicyDecisionPoint asking, Freshness freshness, Following following) {

        String version() {
            return Small.ask(asking, ", \"version\": \"in-force\", \"at\": \"" + Instant.now() + "\"")
                    .join()
                    .edition()
                    .label();
        }
    }

    @BeforeEach
    void publishSmallDocuments() {
        owner.emptyPolicies();
        store.publishFirst(Small.documents());
    }

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
        workers.shutdown();
    }

    private Replica replica() {
        Freshness freshness = new Freshness(Duration.ofSeconds(5), System::nanoTime);
        PolicyDecisionPoint asking = new PolicyDecisionPoint(
                Library.of(store.all()), compiler, workers, Duration.ofSeconds(30), "1", freshness);
        Renewal renewal = new Renewal(store, asking, freshness, Clock.systemUTC(), (sentence, cause) -> {});
        Replica replica = new Replica(asking, freshness, feed.follow(renewal::look));
        asking.prepare(Instant.now()).join();
        return replica;
    }

    @Test
    void all_replicas_decide_under_a_version_that_was_published_and_under_the_next_from_its_start_on()
            throws Exception {
        List<Replica> replicas = Stream.generate(this::replica).limit(2).toList();
        for (Replica replica : replicas) {
            Eventually.holds(
                    "has made sure what is published",
                    () -> replica.freshness().lapse().isEmpty());
            assertThat(replica.version()).isEqualTo("2");
        }
        Instant start = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);

        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
        store.publish(Small.published("4", start.toString(), PERMIT));

        for (Replica replica : replicas) {
            Eventually.holds("decides under 3", () -> !replica.version().equals("2"));
            Eventually.holds("decides under 4", () -> replica.version().equals("4"));
            assertThat(Instant.now()).isAfterOrEqualTo(start);
            replica.following().close();
        }
    }

    @Test
    void a_publication_is_heard_of_without_asking() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Following following = feed.follow(calls::incrementAndGet, NEVER)) {
            Eventually.holds("called at once", () -> calls.get() == 1);

            store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));

            Eventually.holds("called after the publication", () -> calls.get() == 2);
        }
    }

    @Test
    void one_whose_connection_was_cut_is_called_and_hears_again() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Following following = feed.follow(calls::incrementAndGet, NEVER)) {
            Eventually.holds("called at once", () -> calls.get() == 1);

            owner.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
                    + PostgresPublicationFeed.APPLICATION + "'");
            Eventually.holds("called for what was missed, and after the new connection", () -> calls.get() == 3);
            store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));

            Eventually.holds("called after the publication", () -> calls.get() == 4);
        }
    }

    @Test
    void a_call_that_fails_is_made_again() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Runnable failing = () -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("the store is away");
            }
        };
        try (Following following = feed.follow(failing)) {
            Eventually.holds("called again, each second", () -> calls.get() == 4);
        }
    }
}
