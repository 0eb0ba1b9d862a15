package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.Budget;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDecisionPointTest {

    private static final Library LIBRARY = Small.library();

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final SlowCompiler compiler = new SlowCompiler();

    @AfterEach
    void stop() {
        compiler.letGo();
        workers.shutdown();
    }

    private PolicyDecisionPoint asking(Duration patience) {
        return new PolicyDecisionPoint(LIBRARY, compiler, workers, patience, "1");
    }

    private static CompletableFuture<Decided> ask(PolicyDecisionPoint asking, String more) {
        return Small.ask(asking, more);
    }

    @Test
    void first_askers_share_one_compilation() {
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));

        List<CompletableFuture<Decided>> asked = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> CompletableFuture.runAsync(() -> {}, Askers.POOL)
                        .thenComposeAsync(nothing -> ask(asking, ""), Askers.POOL))
                .toList();
        compiler.letGo();

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join().answer().decision())
                .isEqualTo(Decision.PERMIT));
        assertThat(compiler.policies).hasValue(1);
        assertThat(compiler.laws).hasValue(1);
    }

    /** 30 words each below the keys that are named. */
    private static Library wideLibrary() {
        Function<String, String> words = key -> IntStream.range(0, 30)
                .mapToObj(i -> key + ".w" + i + ": {}")
                .collect(Collectors.joining(", ", "{", "}"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("small.vocabulary.yaml", Small.bytes("""
                vocabulary: small
                purposes: %s
                operations: {use: {noun: use}}
                data: %s
                sources: %s
                recipients: {self: {}}
                """.formatted(
                        words.apply("wish"), words.apply("all"), words.apply("some"))));
        files.put(
                "shop/1.md",
                Small.bytes(Small.policy("1", "2020-01-01T00:00:00Z", "Permit use of any data for wish.")));
        return Library.of(DocumentFolder.read(files, Instant.parse("2020-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wish.w1 | \"all\" | \"some\" | PERMIT",
                "wish | \"all\" | \"some.w2\" | PERMIT",
                "wish | \"all\" | null | PERMIT",
                "wish | [\"all.w1\", \"all.w2\"] | \"some\" | PERMIT",
                "wish | \"all\" | \"some\" | 27000",
                "wish | [\"all\", \"all\"] | \"some\" | 54000",
            })
    void as_much_as_lies_below_the_keys_is_decided_and_no_more(
            String purpose, String data, String source, String expected) {
        compiler.letGo();
        PolicyDecisionPoint asking =
                new PolicyDecisionPoint(wideLibrary(), compiler, workers, Duration.ofSeconds(30), "1");
        DecisionRequest request = DecisionRequest.read(
                Small.bytes("{\"policy\": \"shop\", \"operation\": \"use\", \"purpose\": \"" + purpose
                        + "\", \"data\": " + data + ", \"source\": " + source + "}"),
                Instant.parse("2020-02-01T00:00:00Z"));

        CompletableFuture<Decided> asked = asking.ask(request.ask(), request::questions);

        if (expected.equals("PERMIT")) {
            assertThat(asked.join().answer().decision()).isEqualTo(Decision.PERMIT);
        } else {
            assertThatThrownBy(asked::join)
                    .hasCauseInstanceOf(CannotAsk.TooWide.class)
                    .hasMessageContaining("lie " + expected + " combinations");
        }
    }

    @Test
    void the_law_is_compiled_once_for_all_versions() {
        compiler.letGo();
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));

        ask(asking, ", \"version\": \"1\"").join();
        ask(asking, ", \"version\": \"2\", \"trial\": true").join();

        assertThat(compiler.policies).hasValue(2);
        assertThat(compiler.laws).hasValue(1);
    }

    @Test
    void one_who_waits_too_long_is_told_and_may_ask_again() {
        PolicyDecisionPoint asking = asking(Duration.ofMillis(20));

        assertThatThrownBy(() -> ask(asking, "").join()).hasCauseInstanceOf(CannotAsk.StillCompiling.class);
        assertThat(asking.isReady(Instant.parse("2020-02-01T00:00:00Z"))).isFalse();

        compiler.letGo();
        PolicyDecisionPoint patient = asking(Duration.ofSeconds(30));
        assertThat(ask(patient, "").join().answer().decision()).isEqualTo(Decision.PERMIT);
        assertThat(patient.isReady(Instant.parse("2020-02-01T00:00:00Z"))).isTrue();
    }

    @Test
    void asking_never_waits_itself() {
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));

        CompletableFuture<Decided> answer = ask(asking, "");

        assertThat(answer).isNotDone();
    }

    @Test
    void a_compilation_that_fails_gives_no_answer_and_is_tried_again() {
        compiler.letGo();
        compiler.failure = Optional.of(new IllegalStateException("no memory"));
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));
        assertThatThrownBy(() -> ask(asking, "").join()).hasRootCauseMessage("no memory");

        compiler.failure = Optional.empty();

        assertThat(ask(asking, "").join().answer().decision()).isEqualTo(Decision.PERMIT);
    }

    @Test
    void the_hash_of_a_rulebook_follows_all_that_decides_and_nothing_else() {
        compiler.letGo();
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));
        String before = hash(asking, "2020-02-01T00:00:00Z", "1");

        assertThat(before).matches("sha256:[0-9a-f]{64}").isEqualTo(hash(asking, "2020-05-01T00:00:00Z", "1"));
        assertThat(hash(asking, "2020-07-01T00:00:00Z", "1")).as("a law starts").isNotEqualTo(before);
        assertThat(hash(asking, "2021-07-01T00:00:00Z", "1"))
                .as("another version of the law")
                .isNotEqualTo(hash(asking, "2020-07-01T00:00:00Z", "1"));
        assertThat(hash(asking, "2022-07-01T00:00:00Z", "2"))
                .as("another version of the policy")
                .isNotEqualTo(hash(asking, "2022-07-01T00:00:00Z", "1"));
        PolicyDecisionPoint otherEngine =
                new PolicyDecisionPoint(LIBRARY, compiler, workers, Duration.ofSeconds(30), "2");
        assertThat(hash(otherEngine, "2020-02-01T00:00:00Z", "1")).isNotEqualTo(before);
    }

    private static String hash(PolicyDecisionPoint asking, String at, String version) {
        return ask(asking, ", \"version\": \"" + version + "\", \"at\": \"" + at + "\"")
                .join()
                .rulebook();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no use is known: the one in force | 2023-01-01T00:00:00Z | null | 2",
                "no use: the one in force | 2023-01-01T00:00:00Z | [] | 2",
                "a use under the first only | 2023-01-01T00:00:00Z | [\"2021-01-01T00:00:00Z\"] | 1",
                "a use at the very start of the second | 2023-01-01T00:00:00Z | [\"2022-01-01T00:00:00Z\"] | 2",
                "a use at the instant of the question | 2023-01-01T00:00:00Z | [\"2023-01-01T00:00:00Z\"] | 2",
                "a use that is still to come | 2023-01-01T00:00:00Z | [\"2021-01-01T00:00:00Z\", \"2024-01-01T00:00:00Z\"] | 1",
                "a use before all versions binds to none | 2023-01-01T00:00:00Z | [\"2010-01-01T00:00:00Z\"] | 2",
            })
    void the_version_that_governs_is_the_latest_that_binds(String why, String at, String uses, String version) {
        compiler.letGo();
        String more = ", \"at\": \"" + at + "\", \"user\": {\"uses\": " + uses + "}";

        assertThat(ask(asking(Duration.ofSeconds(30)), more).join().edition().label())
                .as(why)
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a version by its label answers as ever | 1 | {} |",
                "the one in force, until the next starts | in-force | {} | 2022-01-01T00:00:00Z",
                "no tie: the one in force | governing | {} | 2022-01-01T00:00:00Z",
                "bound, and never back | governing | {\"uses\": [\"2021-01-01T00:00:00Z\"]} |",
                "bound, and back later | governing | {\"uses\": [\"2021-01-01T00:00:00Z\", \"2023-05-01T00:00:00Z\"]} | 2023-05-01T00:00:00Z",
                "back under the same version | governing | {\"uses\": [\"2021-01-01T00:00:00Z\", \"2021-09-01T00:00:00Z\"]} |",
                "accepted before its start | governing | {\"uses\": [\"2021-01-01T00:00:00Z\"], \"acceptances\": [{\"policy\": \"shop\", \"version\": \"2\", \"at\": \"2021-08-01T00:00:00Z\"}]} | 2022-01-01T00:00:00Z",
            })
    void an_answer_is_valid_no_longer_than_its_version_is_chosen(
            String why, String version, String user, String until) {
        compiler.letGo();
        String more = ", \"version\": \"" + version + "\", \"at\": \"2021-07-01T00:00:00Z\", \"user\": " + user;

        Decided decided = ask(asking(Duration.ofSeconds(30)), more).join();

        assertThat(decided.edition().label()).as(why).isEqualTo("1");
        assertThat(decided.validUntil(Budget.unlimited()).get(0))
                .as(why)
                .isEqualTo(Optional.ofNullable(until).map(Instant::parse));
    }

    @Test
    void an_answer_is_valid_until_another_law_is_part_of_what_decides() {
        compiler.letGo();
        PolicyDecisionPoint asking = asking(Duration.ofSeconds(30));

        Decided decided = ask(asking, ", \"version\": \"1\"").join();

        assertThat(decided.validUntil(Budget.unlimited()).get(0)).contains(Instant.parse("2020-06-01T00:00:00Z"));
        assertThat(hash(asking, "2020-05-31T23:59:59Z", "1")).isEqualTo(decided.rulebook());
        assertThat(hash(asking, "2020-06-01T00:00:00Z", "1")).isNotEqualTo(decided.rulebook());
    }

    @Test
    void before_the_first_version_nothing_is_in_force() {
        assertThatThrownBy(() -> ask(asking(Duration.ofSeconds(1)), ", \"at\": \"2019-01-01T00:00:00Z\""))
                .isInstanceOf(CannotAsk.NotYetInForce.class)
                .hasMessage("No version of \"shop\" is in force at 2019-01-01T00:00:00Z. The first starts at"
                        + " 2020-01-01T00:00:00Z.");
    }

    /** Threads that are not those which compile. */
    private static final class Askers {
        static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
    }
}
