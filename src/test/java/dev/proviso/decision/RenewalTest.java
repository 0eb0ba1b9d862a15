package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.Decision;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.InMemoryPolicyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenewalTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final String AT_NOW = ", \"at\": \"2025-01-01T00:00:00Z\"";
    private static final String PERMIT = "Permit use of any data for service.";

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final SlowCompiler compiler = new SlowCompiler().letGo();
    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final Freshness freshness = new Freshness(Duration.ofSeconds(5), nanoseconds::get);
    private final PolicyDecisionPoint asking =
            new PolicyDecisionPoint(Small.library(), compiler, workers, Duration.ofSeconds(30), "1", freshness);
    private final List<String> log = new ArrayList<>();
    private volatile Instant now = NOW;
    private final Renewal renewal = new Renewal(
            store,
            asking,
            freshness,
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            (sentence, cause) -> log.add(sentence));

    @BeforeEach
    void begin() {
        store.publishFirst(Small.documents());
        asking.prepare(NOW).join();
        lookUntilCurrent();
    }

    @AfterEach
    void stop() {
        compiler.letGo();
        workers.shutdown();
    }

    /** Looks as the feed does, until the replica has taken in all that is published, and one more look has confirmed it. */
    private void lookUntilCurrent() {
        do {
            renewal.look();
            Thread.onSpinWait();
        } while (!List.copyOf(asking.library().documents()).equals(store.all())
                || freshness.lapse().isPresent());
        renewal.look();
    }

    private Decided askNow() {
        return Small.ask(asking, AT_NOW).join();
    }

    @Test
    void what_is_published_decides() {
        assertThat(askNow().answer().decision()).isEqualTo(Decision.DENY);

        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
        lookUntilCurrent();

        assertThat(askNow().edition().label()).isEqualTo("3");
        assertThat(askNow().answer().decision()).isEqualTo(Decision.PERMIT);
    }

    @Test
    void nobody_waits_while_a_version_is_compiled() {
        compiler.hold();
        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));

        renewal.look();

        assertThat(Small.ask(asking, AT_NOW))
                .isCompletedWithValueMatching(
                        decided -> decided.edition().label().equals("2"));
        compiler.letGo();
        lookUntilCurrent();
        assertThat(Small.ask(asking, AT_NOW))
                .isCompletedWithValueMatching(
                        decided -> decided.edition().label().equals("3"));
    }

    @Test
    void a_version_is_compiled_before_it_starts_and_decides_from_its_start_on_without_another_look() {
        store.publish(Small.published("3", "2025-02-01T00:00:00Z", PERMIT));
        lookUntilCurrent();
        compiler.hold();

        assertThat(Small.ask(asking, ", \"at\": \"2025-01-31T23:59:59.999999Z\""))
                .isCompletedWithValueMatching(
                        decided -> decided.edition().label().equals("2"));
        assertThat(Small.ask(asking, ", \"at\": \"2025-02-01T00:00:00Z\""))
                .isCompletedWithValueMatching(
                        decided -> decided.edition().label().equals("3"));
        assertThat(asking.isReady(Instant.parse("2025-02-01T00:00:00Z"))).isTrue();
    }

    @Test
    void only_what_changed_is_compiled() {
        Small.ask(asking, ", \"version\": \"1\"").join();
        int policies = compiler.policies.get();

        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
        lookUntilCurrent();
        List.of("1", "2", "3").forEach(version -> Small.ask(asking, AT_NOW + ", \"version\": \"" + version + "\"")
                .join());

        assertThat(compiler.policies).hasValue(policies + 1);
        assertThat(compiler.laws).hasValue(1);
    }

    @Test
    void a_law_is_compiled_before_it_counts_and_no_policy_again() {
        Small.ask(asking, ", \"version\": \"1\"").join();
        int policies = compiler.policies.get();
        String before = askNow().rulebook();
        compiler.hold();
        store.publish(Small.publishedLaw("3", "2024-06-01T00:00:00Z"));

        renewal.look();
        assertThat(askNow().laws()).containsExactly("law@2");
        assertThat(askNow().rulebook()).isEqualTo(before);

        compiler.letGo();
        lookUntilCurrent();
        assertThat(askNow().laws()).containsExactly("law@3");
        assertThat(askNow().rulebook()).isNotEqualTo(before);
        assertThat(compiler.laws).hasValue(2);
        assertThat(compiler.policies).hasValue(policies);
    }

    @Test
    void a_question_that_was_begun_finishes_under_what_it_began_with() {
        String before = askNow().rulebook();
        DecisionRequest request = DecisionRequest.read(
                Small.bytes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\"" + AT_NOW + "}"),
                NOW);

        Decided decided = asking.ask(request.ask(), edition -> {
                    store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
                    store.publish(Small.publishedLaw("3", "2024-06-01T00:00:00Z"));
                    lookUntilCurrent();
                    return request.questions(edition);
                })
                .join();

        assertThat(decided.edition().label()).isEqualTo("2");
        assertThat(decided.rulebook()).isEqualTo(before);
        assertThat(decided.library().versions("shop")).hasSize(2);
        assertThat(askNow().edition().label()).isEqualTo("3");
    }

    @Test
    void while_a_version_that_has_started_is_compiled_nothing_is_confirmed() {
        compiler.hold();
        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
        nanoseconds.addAndGet(Duration.ofSeconds(6).toNanos());
        renewal.look();

        assertThat(freshness.lapse()).isPresent();
        assertThatThrownBy(() -> Small.ask(asking, AT_NOW)).isInstanceOf(CannotAsk.NotCurrent.class);

        compiler.letGo();
        lookUntilCurrent();
        assertThat(askNow().edition().label()).isEqualTo("3");
    }

    @Test
    void while_a_version_that_starts_later_is_compiled_the_old_ones_are_current() {
        compiler.hold();
        store.publish(Small.published("3", "2025-01-01T00:00:01Z", PERMIT));
        nanoseconds.addAndGet(Duration.ofSeconds(6).toNanos());
        renewal.look();

        assertThat(freshness.lapse()).isEmpty();
        assertThat(askNow().edition().label()).isEqualTo("2");
    }

    @Test
    void documents_that_do_not_fit_change_nothing_and_are_told() {
        String twin = Small.policy("3", "2022-01-01T00:00:00Z", PERMIT);
        store.publish(Small.published(Kind.POLICY, "shop", "3", "2022-01-01T00:00:00Z", twin));
        nanoseconds.addAndGet(Duration.ofSeconds(4).toNanos());

        renewal.look();
        renewal.look();

        assertThat(askNow().edition().label()).isEqualTo("2");
        assertThat(renewal.trouble())
                .contains(
                        "What was published last cannot decide. shop@2 and shop@3 start at the same instant,"
                                + " 2022-01-01T00:00:00Z. Which of them is in force would be left to chance; let one start later.");
        assertThat(log).as("told once").hasSize(1);
        nanoseconds.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(freshness.lapse()).isPresent();
    }

    @Test
    void a_compilation_that_fails_changes_nothing_and_is_tried_again_later() {
        compiler.failure = Optional.of(new IllegalStateException("no memory"));
        store.publish(Small.published("3", "2024-01-01T00:00:00Z", PERMIT));
        renewal.look();
        awaitTrouble();
        assertThat(askNow().edition().label()).isEqualTo("2");
        compiler.failure = Optional.empty();

        renewal.look();
        assertThat(renewal.trouble()).as("too early").isPresent();
        now = NOW.plusSeconds(60);
        lookUntilCurrent();

        assertThat(askNow().edition().label()).isEqualTo("3");
    }

    private void awaitTrouble() {
        while (renewal.trouble().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
