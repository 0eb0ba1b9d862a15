package dev.proviso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import dev.proviso.drools.DroolsRuleCompiler;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code test}, in a folder of its own with one policy in two versions and no law. */
class TestRulesTest {

    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    private static final String POLICY = """
            ---
            policy: garden-letter
            version: "%s"
            kind: policy
            title: Privacy policy of the Garden Letter
            controller: {name: Garden Letter Ltd, country: GB}
            held-in: GB
            vocabulary: privacy
            timezone: Europe/London
            effective: %s-01-01T00:00:00Z
            ---

            ## 1 The letter

            ```rules
            (1) Permit use of contact for marketing.messages.
            (2) Forbid use of any data for marketing.messages if the user objected.
            ```
            """;

    private static final String TESTS = """
            policy: garden-letter
            now: 2023-06-01T12:00:00+01:00
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct}
            tests:
              - {test: letters are sent, expect: PERMIT by 1(1)}
              - test: no letters are sent after an objection
                user: {objections: [{scope: [marketing], madeAt: 2023-01-01T00:00:00Z}]}
                expect: DENY by 1(2)
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets the field
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path first;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path second;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path tests;

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void documents() throws IOException {
        Files.createDirectories(folder.resolve("letter/tests"));
        Files.createDirectories(folder.resolve("law"));
        Files.copy(Path.of("policies/privacy.vocabulary.yaml"), folder.resolve("privacy.vocabulary.yaml"));
        first = Files.writeString(folder.resolve("letter/2020.md"), POLICY.formatted("2020", "2020"));
        second = Files.writeString(folder.resolve("letter/2022.md"), POLICY.formatted("2022", "2022"));
        tests = Files.writeString(folder.resolve("letter/tests/letter.yaml"), TESTS);
    }

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = run(out, err, arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    private static int run(StringWriter out, StringWriter err, Object... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2024-02-01T02:00:00Z"), ZoneOffset.UTC);
        CommandLine command = Proviso.command(
                new Proviso.Surroundings("1.2.3", () -> COMPILER, TreeMap::new, new StoreInTests(), clock));
        String[] words = new String[arguments.length + 1];
        words[0] = "test";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private static void replace(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, others));
    }

    @Test
    void tests_that_pass_have_status_0_and_are_counted() {
        Outcome outcome = run(tests);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains(tests + ": 2 tests, asked 4 times: 4 passed, 0 failed");
    }

    @Test
    void a_document_finds_its_tests_and_its_version_alone_is_asked() {
        Outcome outcome = run(second);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("2 tests: 2 passed, 0 failed");
    }

    @Test
    void a_folder_stands_for_all_tests_below_it() throws IOException {
        Files.writeString(folder.resolve("letter/tests/more.yaml"), TESTS);
        Files.writeString(folder.resolve("letter/not-a-test.yaml"), "nothing: at all");

        assertThat(run(folder).out()).contains("4 tests, asked 8 times: 8 passed, 0 failed.");
        assertThat(run(folder.resolve("letter/tests")).out()).contains("4 tests, asked 8 times");
    }

    @Test
    void a_test_that_fails_has_status_1_and_says_which_sentence_on_which_line_decided() throws IOException {
        replace(second, "if the user objected", "unless the user consented");

        Outcome outcome = run(folder);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "FAILED letters are sent\n",
                        "under garden-letter 2022",
                        "expected: PERMIT by 1(1)",
                        "answer:   DENY by 1(2)",
                        "1(2) decides (" + second + ", line 17)",
                        "> the user consented: false",
                        "2 tests, asked 4 times: 3 passed, 1 failed");
        assertThat(run(first).status()).isZero();
    }

    @Test
    void a_draft_that_lies_elsewhere_is_tested_in_place_of_the_version_that_it_is() throws IOException {
        Path draft = Files.writeString(
                Files.createDirectory(folder.resolve("drafts")).resolve("draft.md"),
                POLICY.formatted("2022", "2022").replace("(2) Forbid", "(3) Forbid"));

        Outcome outcome = run(draft, tests);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("1(3) decides (" + draft, "There is no such rule.", "2 tests: 1 passed, 1 failed");
    }

    @Test
    void a_file_with_mistakes_has_status_1_and_is_not_run_but_others_are() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("letter/tests/wrong.yaml"), TESTS.replace("DENY by 1(2)", "DENY by 1(22)"));

        Outcome outcome = run(folder);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        wrong + ", line 8, column 21: There is no rule \"1(22)\" in garden-letter.",
                        "Did you mean \"1(2)\"?",
                        wrong + ": not run",
                        tests + ": 2 tests, asked 4 times: 4 passed, 0 failed",
                        "Files with mistakes were not run.");
    }

    @Test
    void a_document_with_mistakes_has_status_1_and_is_told_with_its_place() throws IOException {
        replace(second, "(2) Forbid", "(2) Forbit");

        Outcome outcome = run(tests);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains(second + ", line 17");
    }

    @Test
    void an_unfinished_policy_of_another_name_does_not_get_in_the_way() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                folder.resolve("other/draft.md"),
                POLICY.formatted("1", "2020").replace("garden-letter", "other").replace("Permit", "Pemit"));

        assertThat(run(tests).status()).isZero();
    }

    @Test
    void wrong_use_is_a_sentence_and_status_2() throws IOException {
        assertThat(run().status()).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere.yaml")).status()).isEqualTo(2);
        Files.delete(tests);
        Outcome none = run(second);
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).startsWith("There are no tests: ");
    }

    @Test
    void outcomes_as_json_say_what_was_asked_and_why_a_test_failed() throws IOException {
        replace(second, "if the user objected", "unless the user consented");

        Outcome outcome = run("--json", folder);

        JsonPath report = JsonPath.from(outcome.out());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(report.getInt("asked")).isEqualTo(4);
        assertThat(report.getInt("failed")).isEqualTo(1);
        assertThat(report.getString("results.find { !it.passed }.version")).isEqualTo("2022");
        assertThat(report.getString("results.find { !it.passed }.failure.rules[0].conditions[0].condition"))
                .isEqualTo("the user consented");
    }

    @Test
    void build_servers_get_a_report_of_their_own() throws IOException {
        replace(second, "if the user objected", "unless the user consented");
        Files.writeString(folder.resolve("letter/tests/wrong.yaml"), "policy: garden-leter\n");
        Path file = folder.resolve("report.xml");

        Outcome outcome = run("--junit", file, folder);

        XmlPath report = XmlPath.from(file.toFile());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(report.getInt("testsuites.testsuite[0].@tests")).isEqualTo(4);
        assertThat(report.getInt("testsuites.testsuite[0].@failures")).isEqualTo(1);
        assertThat(report.getString("testsuites.testsuite[0].testcase.find { it.failure.size() > 0 }.@name"))
                .isEqualTo("letters are sent (garden-letter 2022)");
        assertThat(report.getInt("testsuites.testsuite[1].@errors")).isEqualTo(1);
        assertThat(report.getString("testsuites.testsuite[1].testcase[0].error"))
                .contains("garden-leter");
    }

    @Test
    void coverage_says_what_is_not_exercised_and_where() {
        Outcome outcome = run("--coverage", second);

        assertThat(outcome.status()).isZero();
        // Two rules decided, and the objection was seen and not seen, but nobody left it open.
        assertThat(outcome.out())
                .contains(
                        "Coverage of garden-letter 2022: 80% (4 of 5). 2 of 2 rules decided, 0 of 1 condition seen in every way",
                        "  1(2) (" + second + ", line 17) decided\n"
                                + "    Forbid use of any data for marketing.messages if the user objected.\n"
                                + "      the user objected: never unknown");
        assertThat(run(second).out()).doesNotContain("Coverage");
    }

    @Test
    void too_little_coverage_has_status_1() {
        assertThat(run("--require", "80", folder).status()).isZero();

        Outcome lacking = run("--require", "81", folder);
        assertThat(lacking.status()).isEqualTo(1);
        assertThat(lacking.out()).contains("The tests of garden-letter 2020 cover 80%; 81% are required.");
        assertThat(run("--require", "101", folder).status()).isEqualTo(2);
    }

    @Test
    void what_is_required_is_required_of_each_document() throws IOException {
        replace(tests, "now: 2023", "versions: 2020\nnow: 2023");
        Files.writeString(
                folder.resolve("letter/tests/second.yaml"),
                TESTS.replace("now: 2023", "versions: 2022\nnow: 2023").split("  - test: no letters")[0]);

        Outcome outcome = run("--require", "80", folder);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("garden-letter 2022 cover").doesNotContain("garden-letter 2020 cover");
    }

    @Test
    void a_document_that_no_test_asks_is_covered_by_nothing() throws IOException {
        Path leaflet = Files.createDirectories(folder.resolve("leaflet")).resolve("2023.md");
        Files.writeString(leaflet, Files.readString(second).replace("garden-letter", "garden-leaflet"));
        replace(tests, "now: 2023", "versions: 2020\nnow: 2023");

        Outcome all = run("--coverage", "--require", "80", folder);
        Outcome one = run("--coverage", tests);

        assertThat(all.status()).isEqualTo(1);
        assertThat(all.out())
                .contains(
                        "Coverage of garden-letter 2020: 80%",
                        "Coverage of garden-letter 2022: 0%",
                        "Coverage of garden-leaflet 2022: 0%",
                        "The tests of garden-leaflet 2022 cover 0%; 80% are required.");
        assertThat(one.out()).contains("Coverage of garden-letter 2022: 0%").doesNotContain("garden-leaflet");
    }

    @Test
    void coverage_as_json_names_rules_conditions_and_what_was_not_seen() {
        Path file = folder.resolve("coverage.json");

        run("--coverage-json", file, second);

        JsonPath report = JsonPath.from(file.toFile());
        assertThat(report.getString("documents[0].document")).isEqualTo("garden-letter");
        assertThat(report.getInt("documents[0].percent")).isEqualTo(80);
        assertThat(report.getBoolean("documents[0].rules[1].decided")).isTrue();
        assertThat(report.getString("documents[0].rules[1].conditions[0].condition"))
                .isEqualTo("the user objected");
        assertThat(report.getList("documents[0].rules[1].conditions[0].seen")).hasSize(2);
        assertThat(report.getMap("documents[0]")).doesNotContainKey("text");
    }

    @Test
    void a_page_shows_the_text_with_its_sentences_coloured_and_no_markup_of_the_author() throws IOException {
        replace(second, "## 1 The letter", "## 1 The letter\n\n<script>alert(1)</script> & more\n");
        Path file = folder.resolve("coverage.html");

        run("--coverage-html", file, second);

        String page = Files.readString(file);
        assertThat(page)
                .startsWith("<!DOCTYPE html><html lang=\"en\">")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more",
                        "<mark class=\"covered\" title=\"1(1) decided\">(1) Permit use of contact for marketing.messages.</mark>",
                        "<mark class=\"partly\" title=\"1(2) decided\">(2) Forbid",
                        "<span class=\"condition partly\">the user objected: never unknown</span>")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void a_report_that_cannot_be_written_is_wrong_use() {
        assertThat(run("--coverage-html", folder, second).status()).isEqualTo(2);
        assertThat(run("--coverage-json", folder, second).status()).isEqualTo(2);
    }

    private static boolean waits(StringWriter out, int times) {
        return out.toString().split("Waiting for a change; Ctrl-C ends it\\.", -1).length > times;
    }

    @Test
    void watching_runs_the_tests_again_whenever_something_changes_that_they_depend_on() throws Exception {
        StringWriter out = new StringWriter();
        AtomicInteger status = new AtomicInteger(-1);
        Thread watching = new Thread(() -> status.set(run(out, new StringWriter(), "--watch", tests)));
        watching.start();
        Eventually.holds("it runs", () -> waits(out, 1));
        assertThat(out.toString()).contains("4 passed, 0 failed.").doesNotContain("FAILED");

        replace(second, "if the user objected", "if the user consented");
        Eventually.holds("it runs again", () -> waits(out, 2));
        assertThat(out.toString())
                .contains(
                        "2022.md has changed.", "FAILED no letters are sent after an objection", "3 passed, 1 failed.");

        replace(second, "if the user consented", "if the user consentd");
        Eventually.holds("it tells a mistake", () -> waits(out, 3));
        assertThat(out.toString()).contains("consentd");

        replace(second, "if the user consentd", "if the user objected");
        Eventually.holds("it runs once more", () -> waits(out, 4));
        assertThat(out.toString().substring(out.toString().lastIndexOf("has changed.")))
                .contains("4 passed, 0 failed.");

        replace(folder.resolve("privacy.vocabulary.yaml"), "vocabulary: privacy", "vocabulary: privacy ");
        Eventually.holds("it watches what the documents are written in", () -> waits(out, 5));

        watching.interrupt();
        watching.join();
        assertThat(status).hasValue(0);
    }

    @Test
    void a_file_of_another_kind_is_no_change_and_a_new_file_of_tests_is_one() throws Exception {
        StringWriter out = new StringWriter();
        Thread watching = new Thread(() -> run(out, new StringWriter(), "--watch", folder));
        watching.start();
        Eventually.holds("it runs", () -> waits(out, 1));

        Files.writeString(folder.resolve("letter/notes.txt"), "nothing");
        Files.writeString(folder.resolve("letter/tests/more.yaml"), TESTS);
        Eventually.holds("it runs again", () -> waits(out, 2));

        watching.interrupt();
        watching.join();
        assertThat(out.toString())
                .contains("more.yaml has changed.", "8 passed, 0 failed.")
                .doesNotContain("notes.txt");
    }

    @Test
    void without_tests_there_is_nothing_to_watch() throws IOException {
        Files.delete(tests);

        assertThat(run("--watch", second).status()).isEqualTo(2);
    }
}
