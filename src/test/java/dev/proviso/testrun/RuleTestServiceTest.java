package dev.proviso.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.proviso.Eventually;
import dev.proviso.coverage.Coverage;
import dev.proviso.decision.SlowCompiler;
import dev.proviso.decision.Small;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Drafts;
import dev.proviso.publication.InMemoryPolicyStore;
import dev.proviso.publication.KeptTests;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Signature;
import dev.proviso.publication.Submitted;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.RuleTestRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The small library, to which versions are published that must pass their tests. */
class RuleTestServiceTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final String NEXT_YEAR = "2026-01-01T00:00:00Z";
    private static final String PERMIT = "Permit use of any data for service or marketing.";
    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    private static final String HEAD = """
            policy: shop
            now: 2025-06-01T12:00:00+08:00
            defaults: {data: email, source: direct, operation: use}
            tests:
            """;

    private static final String SERVICE = "  - {test: The service is given, purpose: service, expect: PERMIT by 1}\n";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);

    @BeforeEach
    void library() {
        store.publishFirst(Small.documents());
    }

    private PublicationService.Outcome publish(SortedMap<String, byte[]> tests, String id, String label, String text) {
        drafting.draft(id, false, new Content(text), by("Ann"));
        drafting.test(id, label, new FolderTests(TestFiles.of(tests)).about(id), by("Ann"), DraftService.ANY);
        drafting.submit(id, label, List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve(id, label, "", by("Bea"), DraftService.ANY);
        RuleTestService testing = new RuleTestService(store.tests(), Small::library, COMPILER);
        return new PublicationService(drafting, store, testing)
                .publish(id, label, Optional.empty(), by("Cy"), DraftService.ANY);
    }

    private PublicationService.Outcome publish(String tests, String label, String rule) {
        return publish(files(tests), "shop", label, Small.policy(label, NEXT_YEAR, rule));
    }

    /** What is published, with tests of it. */
    private Library tested(String tests) {
        FolderTests files = new FolderTests(TestFiles.of(files(tests)));
        KeptTests kept = new KeptTests(store.tests());
        return Library.of(Small.documents().stream()
                .map(document ->
                        document.testedBy(kept.keep(files.about(document.name().id()))))
                .toList());
    }

    private String kept(String tests) {
        return new KeptTests(store.tests()).keep(new FolderTests(TestFiles.of(files(tests))).about("shop"));
    }

    private static SortedMap<String, byte[]> files(String tests) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("shop/tests/shop.yaml", Small.bytes(tests));
        return files;
    }

    private static Signature by(String who) {
        return new Signature(who, NOW);
    }

    private boolean isPublished(String id, String label) {
        return store.all().stream()
                .anyMatch(document -> document.name().id().equals(id)
                        && document.name().label().equals(label));
    }

    /** Version 2, which is published, forbids it: only the new version is asked. */
    @Test
    void a_version_that_answers_as_its_tests_say_is_published() {
        PublicationService.Outcome outcome = publish(HEAD + SERVICE, "3", PERMIT);

        assertThat(outcome.warnings()).isEmpty();
        assertThat(isPublished("shop", "3")).isTrue();
    }

    @Test
    void a_version_that_answers_otherwise_is_refused_with_the_test_and_what_differs() {
        assertThatThrownBy(() -> publish(HEAD + SERVICE, "3", "Forbid use of any data for service."))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessage("The rule test \"The service is given\" (shop.yaml, line 5) fails under shop 3: "
                        + "The answer should be PERMIT, and is DENY.");
        assertThat(isPublished("shop", "3")).isFalse();
    }

    /** The second test alone asks what the change is about, and is asked first; what comes of all is told in their order. */
    @Test
    void what_a_change_can_touch_is_asked_first_and_told_while_the_others_run() {
        String marketing = "  - {test: Marketing, purpose: marketing, expect: PERMIT}\n";
        String service = SERVICE.replace("by 1", "by 1(1)");
        TestFiles tests = TestFiles.of(files(HEAD + service + marketing + service.replace("The service", "Again, it")));
        PublishedDocument before = document(
                "3", NEXT_YEAR, "(1) Permit use of any data for service.\n(2) Permit use of any data for marketing.");
        PublishedDocument after = document(
                "4",
                "2027-01-01T00:00:00Z",
                "(1) Permit use of any data for service.\n(2) Forbid use of any data for marketing.");
        Library library = Small.library()
                .with(Stream.concat(Small.documents().stream(), Stream.of(before))
                        .toList());
        List<TestProgress> told = new ArrayList<>();

        TestRun run = TestRun.of(after, tests, library.documents(), library, new RuleTestRunner(COMPILER), told::add);

        assertThat(told).extracting(TestProgress::asked).containsExactly(0, 1, 2, 3);
        assertThat(told).extracting(TestProgress::of).containsOnly(3);
        assertThat(told).extracting(TestProgress::failed).startsWith(0, 1);
        assertThat(told.get(1).failures())
                .extracting(outcome -> outcome.test().name())
                .containsExactly("Marketing");
        assertThat(run.outcomes())
                .extracting(outcome -> outcome.test().name())
                .containsExactly("The service is given", "Marketing", "Again, it is given");
    }

    private static PublishedDocument document(String label, String effective, String rules) {
        Instant start = Instant.parse(effective);
        PublishedDocument first = Small.documents().stream()
                .filter(one -> one.name().id().equals("shop"))
                .findFirst()
                .orElseThrow();
        return new PublishedDocument(
                new DocumentName(DocumentName.Kind.POLICY, "shop", label),
                first.vocabulary(),
                new Content(Small.policy(label, effective, rules)),
                start,
                start,
                NOW);
    }

    @Test
    void the_law_that_would_join_in_is_heard() {
        String marketing = "  - {test: Marketing is fine, purpose: marketing, user: {country: CN, consents: []},"
                + " expect: PERMIT}\n";

        assertThatThrownBy(() -> publish(HEAD + marketing, "3", PERMIT))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("\"Marketing is fine\"", "is DENY");
    }

    @Test
    void tests_of_other_versions_do_not_run() {
        String older = SERVICE.replace("expect", "versions: [\"1\", \"2\"], expect");

        assertThat(publish(HEAD + older, "3", "Forbid use of any data for service.")
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_version_that_is_not_there_yet_is_named_and_stands_in_nobodys_way() {
        String later = SERVICE.replace("expect", "versions: {from: \"4\"}, expect")
                + "  - table: By version\n"
                + "    purpose: service\n"
                + "    columns: [version: \"3\", version: \"4\", version: \"5\"]\n"
                + "    rows: [[DENY, PERMIT, PERMIT]]\n";

        PublicationService.Outcome outcome = publish(HEAD + later, "3", "Forbid use of any data for service.");

        assertThat(outcome.warnings())
                .contains("The rule tests in shop.yaml, line 5: "
                        + "There is no version \"4\" of \"shop\" yet, and it is not asked.")
                .hasSize(3);
        assertThatThrownBy(() -> publish(
                        files(HEAD + later),
                        "shop",
                        "4",
                        Small.policy("4", "2027-01-01T00:00:00Z", "Forbid use of any data for service.")))
                .hasMessageContaining("\"The service is given\"", "under shop 4");
    }

    @Test
    void a_file_with_mistakes_lets_nothing_pass() {
        assertThatThrownBy(() -> publish(HEAD + SERVICE.replace("purpose", "purpos"), "3", PERMIT))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("The rule tests in shop.yaml, line 5: ", "Did you mean \"purpose\"?");
    }

    @Test
    void of_many_failures_the_first_are_told_and_the_others_counted() {
        String many = IntStream.range(0, 22)
                .mapToObj(number -> SERVICE.replace("The service", "Service " + number))
                .collect(Collectors.joining());

        assertThatThrownBy(() -> publish(HEAD + many, "3", "Forbid use of any data for service."))
                .hasMessageContaining("\"Service 9 is given\"")
                .hasMessageEndingWith("And 12 more.")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("Service 10"));
    }

    @Test
    void a_law_must_pass_the_tests_of_that_law_and_of_no_other() {
        SortedMap<String, byte[]> tests = new TreeMap<>();
        tests.put(
                "law/tests/permissive.md",
                Small.bytes(Small.policy("1", "2020-01-01T00:00:00Z", PERMIT).replace("shop", "permissive")));
        String marketing = "  - {test: Consent is needed, purpose: marketing, user: {country: CN, consents: []},"
                + " expect: DENY by 1}\n";
        String head = HEAD.replace("shop", "permissive");
        tests.put("law/tests/law.yaml", Small.bytes("law: law\n" + head + marketing));
        tests.put("law/tests/other.yaml", Small.bytes("law: other\n" + head + marketing));

        assertThatThrownBy(() -> publish(
                        tests,
                        "law",
                        "3",
                        Small.law("3", "2025-02-01T00:00:00Z").replace("for marketing", "for service")))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("\"Consent is needed\" (law.yaml, line 6)", "under permissive 1");
        assertThat(publish(tests, "law", "4", Small.law("4", "2025-02-01T00:00:00Z"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_draft_is_tested_beside_what_is_published_and_what_is_compiled_is_used_again() throws Exception {
        SlowCompiler compiler = new SlowCompiler().letGo();
        RuleTestService testing = new RuleTestService(store.tests(), Small::library, compiler);
        Content permitting = new Content(Small.policy("3", NEXT_YEAR, PERMIT));
        Content forbidding = new Content(Small.policy("3", NEXT_YEAR, "Forbid use of any data for service."));

        TestedDraft first = testing.test("draft", permitting, id -> TestFiles.of(files(HEAD + SERVICE)), "Ann", NOW);
        TestedDraft second = testing.test("draft", forbidding, id -> TestFiles.of(files(HEAD + SERVICE)), "Ann", NOW);

        assertThat(first.run().outcomes()).singleElement().matches(Outcome::passed);
        assertThat(second.run().outcomes()).singleElement().matches(outcome -> !outcome.passed());
        assertThat(compiler.laws).hasValue(1);
        assertThat(compiler.policies).hasValue(2);
    }

    private TestedDraft test(RuleTestService testing, String caller) {
        return testing.test(
                "draft",
                new Content(Small.policy("3", NEXT_YEAR, PERMIT)),
                id -> TestFiles.of(files(HEAD + SERVICE)),
                caller,
                NOW);
    }

    @Test
    void two_people_test_side_by_side_and_each_one_draft_at_a_time() throws Exception {
        SlowCompiler compiler = new SlowCompiler();
        RuleTestService testing = new RuleTestService(store.tests(), Small::library, compiler);
        CompletableFuture<TestedDraft> first = CompletableFuture.supplyAsync(() -> test(testing, "Ann"));
        Eventually.holds("the first is compiled", () -> compiler.policies.get() == 1);

        assertThatThrownBy(() -> test(testing, "Ann")).isInstanceOf(TestsRunning.class);
        CompletableFuture<TestedDraft> second = CompletableFuture.supplyAsync(() -> test(testing, "Dan"));
        Eventually.holds("the second is compiled", () -> compiler.policies.get() == 2);
        assertThatThrownBy(() -> test(testing, "Eve")).isInstanceOf(TestsRunning.class);

        compiler.letGo();
        assertThat(first.get(1, TimeUnit.MINUTES).run().outcomes()).hasSize(1);
        assertThat(second.get(1, TimeUnit.MINUTES).run().outcomes()).hasSize(1);
        assertThat(test(testing, "Ann").run().outcomes()).hasSize(1);
    }

    @Test
    void a_version_that_fails_its_tests_is_not_even_submitted() {
        RuleTestService testing = new RuleTestService(store.tests(), Small::library, COMPILER);
        DraftService strict = new DraftService(store, store, testing);
        String text = Small.policy("3", NEXT_YEAR, "Forbid use of any data for service.");
        strict.draft("shop", false, new Content(text), by("Ann"));
        strict.test("shop", "3", new KeptTests(store.tests()).of(kept(HEAD + SERVICE)), by("Ann"), DraftService.ANY);

        assertThatThrownBy(() -> strict.submit("shop", "3", List.of("*"), by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("\"The service is given\" (shop.yaml, line 5) fails under shop 3");

        String wanted = HEAD + SERVICE.replace("PERMIT by 1", "DENY by 1");
        strict.test("shop", "3", new KeptTests(store.tests()).of(kept(wanted)), by("Ann"), DraftService.ANY);
        assertThat(strict.submit("shop", "3", List.of("*"), by("Ann"), DraftService.ANY))
                .isInstanceOf(Submitted.class);
    }

    /** Version 2, the newest, forbids the service and says nothing of marketing. */
    @Test
    void a_failure_that_was_there_before_the_change_is_told_from_one_that_came_with_it() {
        String marketing = "  - {test: No marketing, purpose: marketing, expect: DENY}\n";
        String tests = kept(HEAD + SERVICE + marketing);
        RuleTestService testing = new RuleTestService(store.tests(), Small::library, COMPILER);
        PublishedDocument changed = RuleTestService.published(
                        Documents.policy(
                                        new Source(
                                                "draft",
                                                Small.policy("3", NEXT_YEAR, "Permit use of any data for marketing.")),
                                        Small.library().vocabularies())
                                .value()
                                .orElseThrow()
                                .policy(),
                        new Content(Small.policy("3", NEXT_YEAR, "Permit use of any data for marketing.")),
                        Small.library(),
                        NOW)
                .testedBy(tests);

        TestedChange found = testing.check(changed, store.all());

        assertThat(found.asked()).isEqualTo(2);
        assertThat(found.failures())
                .extracting(failing -> failing.outcome().test().name(), TestedChange.Failing::before)
                .containsExactlyInAnyOrder(tuple("The service is given", true), tuple("No marketing", false));
        assertThat(testing.check(changed, store.all()))
                .as("found once for a text and its tests")
                .isSameAs(found);
        assertThat(testing.checked(changed.testedBy(""), store.all())).contains(TestedChange.UNTESTED);
    }

    private RuleTestService testing(String tests) {
        Library library = tested(HEAD + tests);
        return new RuleTestService(store.tests(), () -> library, COMPILER);
    }

    private static ComparedTests compared(RuleTestService testing, String to, Duration patience, Content... drafts) {
        return testing.compare("shop", "1", to, texts(drafts), NOW, patience).orElseThrow();
    }

    private static List<DraftText> texts(Content... drafts) {
        return Stream.of(drafts).map(draft -> new DraftText(draft, "")).toList();
    }

    @Test
    void two_versions_are_asked_what_tests_ask_of_either_and_what_differs_is_told() {
        String first = SERVICE.replace("expect", "versions: \"1\", expect");
        String second = "  - {test: Marketing, purpose: marketing, versions: \"2\", expect: DENY}\n";

        ComparedTests compared = compared(testing(first + second), "2", Duration.ofMinutes(1));

        assertThat(compared.asked()).isEqualTo(2);
        assertThat(compared.left()).isZero();
        assertThat(compared.otherReasons())
                .as("both deny marketing, for no clause permits it")
                .isZero();
        assertThat(compared.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.test().name()).isEqualTo("The service is given");
            assertThat(changed.before().decision()).isEqualTo(Decision.PERMIT);
            assertThat(changed.after().decision()).isEqualTo(Decision.DENY);
            assertThat(changed.before().grounds())
                    .extracting(ComparedTests.Ground::sentence)
                    .containsExactly("Permit use of any data for service.");
            assertThat(changed.after().grounds())
                    .extracting(ground -> ground.rule().orElseThrow().toString(), ComparedTests.Ground::version)
                    .containsExactly(tuple("1", "2"));
        });
    }

    @Test
    void a_version_does_not_differ_from_itself() {
        ComparedTests compared = compared(testing(SERVICE), "1", Duration.ofMinutes(1));

        assertThat(compared.changed()).isEmpty();
        assertThat(compared.otherReasons()).isZero();
    }

    @Test
    void a_draft_is_compared_as_if_it_were_published() {
        Content draft = new Content(Small.policy("3", NEXT_YEAR, PERMIT));

        assertThat(compared(testing(SERVICE), "3", Duration.ofMinutes(1), draft).changed())
                .isEmpty();
        assertThat(testing(SERVICE).compare("shop", "1", "4", List.of(), NOW, Duration.ofMinutes(1)))
                .as("a version that there is not")
                .isEmpty();
        assertThat(testing(SERVICE).compare("shop", "1", "3", texts(new Content("---\n")), NOW, Duration.ofMinutes(1)))
                .as("a draft with mistakes")
                .isEmpty();
    }

    @Test
    void the_same_answer_by_another_rule_is_counted() {
        Content draft = new Content(Small.policy("3", NEXT_YEAR, "(1) Permit use of any data for service."));

        ComparedTests compared = compared(testing(SERVICE), "3", Duration.ofMinutes(1), draft);

        assertThat(compared.changed()).isEmpty();
        assertThat(compared.otherReasons()).isEqualTo(1);
    }

    @Test
    void what_would_take_too_long_is_left_and_counted() {
        String two = SERVICE + SERVICE.replace("The service", "Another service");

        ComparedTests compared = compared(testing(two), "2", Duration.ZERO);

        assertThat(compared.asked()).isEqualTo(1);
        assertThat(compared.left()).isEqualTo(1);
    }

    @Test
    void what_was_broken_off_is_asked_anew() {
        RuleTestService testing = testing(SERVICE + SERVICE.replace("The service", "Another service"));

        assertThat(compared(testing, "2", Duration.ZERO).left()).isEqualTo(1);
        assertThat(compared(testing, "2", Duration.ofMinutes(1)).left()).isZero();
    }

    @Test
    void what_was_found_out_is_kept_until_something_else_is_published() {
        AtomicReference<Library> library = new AtomicReference<>(tested(HEAD + SERVICE));
        RuleTestService testing = new RuleTestService(store.tests(), library::get, COMPILER);
        DocumentName first = new DocumentName(DocumentName.Kind.POLICY, "shop", "1");
        Content draft = new Content(Small.policy("3", NEXT_YEAR, PERMIT));
        Optional<Coverage.Document> covered = testing.coverage(first);
        ComparedTests published = compared(testing, "2", Duration.ofMinutes(1));
        ComparedTests drafted = compared(testing, "3", Duration.ofMinutes(1), draft);

        assertThat(testing.coverage(first)).isSameAs(covered);
        assertThat(compared(testing, "2", Duration.ofMinutes(1))).isSameAs(published);
        assertThat(compared(testing, "3", Duration.ofMinutes(1), draft)).isSameAs(drafted);
        Content other = new Content(Small.policy("3", NEXT_YEAR, "Forbid use of any data for service."));
        assertThat(compared(testing, "3", Duration.ofMinutes(1), other).changed())
                .isNotEmpty();

        library.set(tested(HEAD + SERVICE));
        assertThat(testing.coverage(first)).isNotSameAs(covered).isEqualTo(covered);
        assertThat(compared(testing, "2", Duration.ofMinutes(1))).isNotSameAs(published);
    }

    @Test
    void a_file_with_mistakes_is_named_and_not_passed_over() {
        RuleTestService testing = testing(SERVICE.replace("purpose", "purpos"));

        assertThat(compared(testing, "2", Duration.ofMinutes(1)).unread()).containsExactly("shop.yaml");
    }

    @Test
    void what_tests_exercise_of_a_version_that_is_published_is_told() {
        Coverage.Document all = testing(SERVICE)
                .coverage(new DocumentName(DocumentName.Kind.POLICY, "shop", "1"))
                .orElseThrow();
        Coverage.Document none = testing(SERVICE.replace("expect", "versions: \"1\", expect"))
                .coverage(new DocumentName(DocumentName.Kind.POLICY, "shop", "2"))
                .orElseThrow();

        assertThat(all.percent()).isEqualTo(100);
        assertThat(all.rules()).singleElement().matches(Coverage.Sentence::isCovered);
        assertThat(none.percent()).isZero();
        assertThat(testing(SERVICE).coverage(new DocumentName(DocumentName.Kind.POLICY, "shop", "9")))
                .isEmpty();
        assertThat(testing(SERVICE).hasTests("shop")).isTrue();
        assertThat(testing(SERVICE).hasTests("law")).isFalse();
    }
}
