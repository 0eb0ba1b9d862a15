package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Budget;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer costs, counted where leaves are decided. */
class AnswerCostTest {

    private static final Instant AT = Instant.parse("2022-01-01T00:00:00Z");
    private static final List<String> CONTACTS = List.of(
            "contact.email",
            "contact.phone",
            "contact.address.delivery",
            "contact.address.billing",
            "contact.postcode");
    private static final UUID ID = new UUID(0, 0);

    private static final AtomicLong DECIDED = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    private static PolicyDecisionPoint asking;

    @BeforeAll
    static void load() throws IOException {
        asking = new PolicyDecisionPoint(
                Library.of(DocumentFolder.read(files(Path.of("policies")), AT)),
                new Counting(new DroolsRuleCompiler()),
                Runnable::run,
                Duration.ofMinutes(1),
                "1");
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Counts each decision by a policy's rules. */
    private record Counting(RuleCompiler compiler) implements RuleCompiler {

        @Override
        public String text(Policy policy, Vocabulary vocabulary, Function<RuleId, String> wording) {
            return compiler.text(policy, vocabulary, wording);
        }

        @Override
        public String baseRules() {
            return compiler.baseRules();
        }

        @Override
        public PolicyRules policy(Policy policy, Vocabulary vocabulary) {
            PolicyRules rules = compiler.policy(policy, vocabulary);
            return (facts, law) -> {
                DECIDED.incrementAndGet();
                return rules.decide(facts, law);
            };
        }

        @Override
        public LawRules law(List<Policy> documents, Vocabulary vocabulary) {
            return compiler.law(documents, vocabulary);
        }
    }

    private static DecisionRequest question(int keys, String more) {
        List<String> data = Collections.nCopies(20, CONTACTS).stream()
                .flatMap(List::stream)
                .limit(keys)
                .map(key -> "\"" + key + "\"")
                .toList();
        String text = "{\"policy\": \"website-privacy\", \"version\": \"2021-11-01\", \"trial\": true, \"at\": \"" + AT
                + "\", \"data\": " + data + ", " + more + "}";
        return DecisionRequest.read(text.getBytes(StandardCharsets.UTF_8), AT);
    }

    private static Decided decided(DecisionRequest request, Caller caller) {
        return asking.ask(request.ask(), request::questions, caller).join();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "5, true", "100, false", "100, true"})
    void words_cost_no_more_however_many_keys_of_data_the_answer_is_about(int keys, boolean explained) {
        DecisionRequest request =
                question(keys, "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {}");
        Decided decided = decided(request, Caller.onThisThread());
        int leaves = 7 * keys;
        DECIDED.set(0);

        DecisionAnswer answer = DecisionAnswer.of(ID, request, decided, explained);

        assertThat(decided.weight()).isEqualTo(leaves);
        // The budget; what it was last spent on; and each leaf once more where it is explained.
        int budget = explained ? 3_000 : 1_100;
        assertThat(DECIDED.get()).isLessThanOrEqualTo(2L * (budget + leaves));
        assertThat(DecisionAnswer.of(ID, request, decided, explained)).isEqualTo(answer);
    }

    @Test
    void where_the_budget_ends_the_answer_says_so() {
        DecisionRequest request =
                question(100, "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {}");

        DecisionAnswer answer = DecisionAnswer.of(ID, request, decided(request, Caller.onThisThread()), false);

        assertThat(answer.moreRemedies()).isTrue();
        assertThat(answer.remedies()).isEmpty();
        assertThat(answer.validUntil().map(Instant::parse).orElseThrow()).isAfter(AT);
    }

    @Test
    void the_end_that_is_given_when_the_budget_ends_is_never_later_than_the_one_that_is_found() {
        DecisionRequest request = question(
                5,
                "\"purpose\": \"marketing.messages.email\", \"source\": \"direct\","
                        + " \"user\": {\"country\": \"CN\", \"birthDate\": \"2008-03-01\"}");
        Decided decided = decided(request, Caller.onThisThread());

        var found = decided.validUntil(Budget.unlimited());

        for (long little = 0; little < 200; little++) {
            Budget budget = Budget.of(little, () -> false);
            var given = decided.validUntil(budget);
            for (int part = 0; part < found.size(); part++) {
                Instant end = found.get(part).orElse(Instant.MAX);
                assertThat(given.get(part).orElse(Instant.MAX))
                        .as("with %s", little)
                        .isBeforeOrEqualTo(end);
            }
            if (!budget.wasShort()) {
                assertThat(given).as("with %s", little).isEqualTo(found);
            }
        }
    }

    @Test
    void nothing_more_is_done_for_one_who_has_left() {
        DecisionRequest request =
                question(100, "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {}");
        Caller caller = Caller.onThisThread();
        Decided decided = decided(request, caller);
        caller.leave();
        DECIDED.set(0);

        assertThatThrownBy(() -> DecisionAnswer.of(ID, request, decided, true, Budget.ofAnswer(true, caller::isGone)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> decided(request, caller))
                .isInstanceOfAny(CancellationException.class, CompletionException.class);
        assertThat(DECIDED.get()).isZero();
    }

    @Test
    void one_who_leaves_meanwhile_is_answered_no_further() {
        DecisionRequest request =
                question(100, "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {}");
        Decided decided = decided(request, Caller.onThisThread());
        DECIDED.set(0);

        assertThatThrownBy(() -> DecisionAnswer.of(
                        ID, request, decided, true, Budget.ofAnswer(true, () -> DECIDED.get() >= 100)))
                .isInstanceOf(CancellationException.class);
        // A leaf that was begun is decided, with the use behind it.
        assertThat(DECIDED.get()).isBetween(100L, 101L);
    }

    /** What costs much is kept from the thread that asks, and what costs very much from the workers of the rest. */
    @Test
    void what_is_stated_about_a_user_weighs_in_the_choice_of_workers() {
        String consents = IntStream.range(0, 1_000)
                .mapToObj(i -> ("{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"marketing\"],"
                                + " \"givenAt\": \"2016-01-15T00:%02d:%02dZ\"}")
                        .formatted(i / 60, i % 60))
                .collect(Collectors.joining(", "));
        String much =
                "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {\"consents\": [" + consents + "]}";
        String little = "\"purpose\": \"marketing\", \"operation\": \"transfer\", \"user\": {}";

        assertThat(workers(question(1, little))).isEmpty();
        assertThat(workers(question(1, much))).containsExactly("workers");
        assertThat(workers(question(20, little))).containsExactly("workers");
        assertThat(workers(question(20, much))).containsExactly("heavy workers");
    }

    /** Which workers were asked to decide. */
    private static List<String> workers(DecisionRequest request) {
        List<String> asked = new ArrayList<>();
        Caller caller = new Caller(
                "shop",
                work -> {
                    asked.add("workers");
                    work.run();
                },
                work -> {
                    asked.add("heavy workers");
                    work.run();
                });
        decided(request, caller);
        return asked;
    }

    @Test
    void a_question_that_covers_too_much_is_refused_with_a_sentence() {
        DecisionRequest request =
                question(100, "\"purpose\": \"marketing\", \"source\": \"observed\", \"recipient\": \"authority\"");
        DecisionRequest wider = DecisionRequest.read(
                request.json()
                        .deepCopy()
                        .set(
                                "data",
                                request.json()
                                        .arrayNode()
                                        .addAll(Collections.nCopies(
                                                100, request.json().textNode("device")))),
                AT);

        assertThat(decided(request, Caller.onThisThread()).weight()).isEqualTo(5_600);
        assertThatThrownBy(() -> decided(wider, Caller.onThisThread()))
                .hasCauseInstanceOf(CannotAsk.TooWide.class)
                .hasMessageContaining("33600 combinations")
                .hasMessageContaining("10000");
    }
}
