package dev.proviso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.ledger.LedgerHead;
import dev.proviso.publication.Verification;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProvisoTest {

    private static final String POLICY = "policies/website-privacy/2016-01-14.md";
    private static final String LATER_POLICY = "policies/website-privacy/2021-11-01.md";
    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets the field
    Path folder;

    private record Outcome(int status, String out, String err) {}

    private final StoreInTests store = new StoreInTests();

    private Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2016-02-01T02:00:00Z"), ZoneOffset.UTC);
        CommandLine command =
                Proviso.command(new Proviso.Surroundings("1.2.3", () -> COMPILER, TreeMap::new, store, clock));
        int status = command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    private Path copyOf(String document, String words, String otherWords) throws IOException {
        Files.copy(Path.of("policies/privacy.vocabulary.yaml"), folder.resolve("privacy.vocabulary.yaml"));
        Path copy = folder.resolve("copy.md");
        return Files.writeString(copy, Files.readString(Path.of(document)).replace(words, otherWords));
    }

    @Test
    void a_document_without_errors_checks_with_status_0() {
        Outcome outcome = run("check", POLICY);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains(POLICY + ": no errors, 1 warning");
    }

    @Test
    void a_folder_is_checked_whole() {
        Outcome outcome = run("check", "policies");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("privacy.vocabulary.yaml: nothing wrong", "2016-01-14.md: ", "2021-11-01.md: ");
    }

    @Test
    void a_mistake_is_shown_with_its_place_and_checks_with_status_1() throws IOException {
        Path copy = copyOf(POLICY, "marketing.messages.email unless", "marketing.mesages.email unless");

        Outcome outcome = run("check", copy.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "\"marketing.mesages.email\"", "^^^^", "Did you mean \"marketing.messages.email\"?", "1 error");
    }

    @Test
    void wrong_use_is_a_sentence_and_status_2() {
        assertThat(run("check").status()).isEqualTo(2);
        assertThat(run("chek", POLICY).status()).isEqualTo(2);
        assertThat(run("check", "no-such-file.md").err())
                .isEqualToIgnoringNewLines("There is no file no-such-file.md.");
        assertThat(run("check", "no-such-file.md").status()).isEqualTo(2);
        assertThat(run("check", "--colour", POLICY).status()).isEqualTo(2);
    }

    @Test
    void an_answer_is_readable_and_names_the_clause_and_its_line() throws IOException {
        Outcome outcome = run(
                "ask",
                POLICY,
                "--purpose",
                "marketing.messages.email",
                "--data",
                "contact.email",
                "--source",
                "direct",
                "--user",
                "country=PE",
                "--user",
                "birthDate=1986-03-01",
                "--user",
                "objections=[{\"scope\": [\"marketing\"], \"madeAt\": \"2016-01-30T00:00:00Z\"}]");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("DENY\n").contains("  7(2) ");
        int line = Integer.parseInt(outcome.out().replaceAll("(?s).*  7\\(2\\) [^\\n]*, line (\\d+)\\).*", "$1"));
        assertThat(Files.readAllLines(Path.of(POLICY)).get(line - 1)).startsWith("(2) Forbid");
    }

    @Test
    void an_answer_for_a_place_whose_law_is_not_drawn_names_it() {
        Outcome outcome = run(
                "ask",
                LATER_POLICY,
                "--purpose",
                "service.requested",
                "--data",
                "contact.email",
                "--source",
                "direct",
                "--at",
                "2026-06-01T10:00:00Z",
                "--user",
                "country=US-TX",
                "--user",
                "birthDate=1986-03-01");

        assertThat(outcome.out())
                .startsWith("INDETERMINATE\n")
                .contains("Missing: law:US-TX\n", "Law not drawn: US-TX. No document says what the law there asks.\n");
    }

    @Test
    void an_answer_as_json_has_the_shape_of_the_http_interface() {
        Outcome outcome = run(
                "ask", POLICY, "--purpose", "service.registration", "--data", "contact.email,contact.phone", "--json");

        JsonPath answer = JsonPath.from(outcome.out());
        assertThat(outcome.status()).isZero();
        assertThat(answer.getString("decision")).isIn("DENY", "INDETERMINATE", "PERMIT", "NOT_APPLICABLE");
        assertThat(answer.getString("version")).isEqualTo("2016-01-14");
        assertThat(answer.getList("parts.data")).asList().containsExactly("contact.email", "contact.phone");
        assertThat(answer.getString("at")).isEqualTo("2016-02-01T10:00:00+08:00");
    }

    @Test
    void a_question_can_come_from_a_file_and_options_replace_its_fields() throws IOException {
        Path question = Files.writeString(
                folder.resolve("question.json"),
                "{\"policy\": \"another\", \"purpose\": \"ai.training\", \"data\": \"contact.email\", \"source\": \"direct\"}");

        Outcome asIs = run("ask", POLICY, "--question", question.toString(), "--json");
        Outcome replaced = run("ask", POLICY, "--question", question.toString(), "--json", "--data", "device.id");

        assertThat(JsonPath.from(asIs.out()).getString("policy")).isEqualTo("website-privacy");
        assertThat(asIs.status()).isZero();
        assertThat(replaced.status()).isZero();
    }

    @Test
    void an_unknown_word_in_a_question_is_wrong_use() {
        Outcome outcome = run("ask", POLICY, "--purpose", "marketing.mesages.email", "--data", "contact.email");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "purpose: \"marketing.mesages.email\" is not a purpose of the vocabulary \"privacy\"."
                                + " Did you mean \"marketing.messages.email\"?");
    }

    @Test
    void a_question_to_a_document_with_mistakes_has_status_1_and_no_answer() throws IOException {
        Path copy = copyOf(POLICY, "(2) Forbid any processing", "(2) Forbit any processing");

        Outcome outcome = run("ask", copy.toString(), "--purpose", "ai.training", "--data", "contact.email");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("copy.md, line ");
    }

    @Test
    void a_document_compiles_to_rules_that_can_be_read() {
        Outcome outcome = run("compile", POLICY);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("rule \"7(2)\"", "// 7(2) Forbid");
    }

    @Test
    void two_versions_are_compared_by_what_they_mean_and_by_their_words() {
        Outcome outcome = run("compare", POLICY, LATER_POLICY);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("The meaning differs.\n")
                .contains(
                        "~ effective: 2016-01-14T00:00:00+08:00 → 2021-11-01T00:00:00+08:00\n",
                        """
                        ~ 7(1)
                            - Forbid use of any data for marketing.messages.email unless the user consented.
                            + Forbid use of any data for marketing.messages unless the user consented.
                        """,
                        "+ basis: purpose order, basis contract, citation PIPL Art. 13, verified no\n",
                        "    period: (none) → P3Y\n",
                        "    + No rule: the table declares the ground",
                        "+ 3.2 Service providers\n    {+### 3.2 Service providers+}\n",
                        "    (1) Forbid use of any data for marketing.messages[-.email-] unless the user consented.\n")
                .doesNotContain("7(2)", "~ 10 ");
    }

    @Test
    void a_comparison_as_json_has_the_shape_of_the_http_interface() {
        Outcome outcome = run("compare", "--json", POLICY, LATER_POLICY);

        JsonPath comparison = JsonPath.from(outcome.out());
        assertThat(comparison.getBoolean("meaning.same")).isFalse();
        assertThat(comparison.getString("meaning.rules.find { it.after?.rule == '7(1)' }.change"))
                .isEqualTo("CHANGED");
    }

    @Test
    void only_if_asked_to_a_comparison_ends_with_1_where_the_meaning_differs() throws IOException {
        Path reworded = copyOf(POLICY, "Website privacy policy", "Our privacy policy");

        assertThat(run("compare", POLICY, LATER_POLICY).status()).isZero();
        assertThat(run("compare", "--exit-code", POLICY, LATER_POLICY).status()).isEqualTo(1);
        Outcome same = run("compare", "--exit-code", POLICY, reworded.toString());
        assertThat(same.status()).isZero();
        assertThat(same.out()).startsWith("The meaning is the same.\n").contains("# [-Website-]{+Our+} privacy policy");
        assertThat(run("compare", "--help").out()).contains("--exit-code", "Exit status: 0 if they were compared");
    }

    @Test
    void a_comparison_with_a_document_that_has_mistakes_shows_them_with_status_1() throws IOException {
        Path copy = copyOf(POLICY, "(2) Forbid any processing", "(2) Forbit any processing");

        Outcome outcome = run("compare", POLICY, copy.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("copy.md, line ");
    }

    @Test
    void what_cannot_be_compared_is_wrong_use() {
        assertThat(run("compare", POLICY).status()).isEqualTo(2);
        assertThat(run("compare", POLICY, "no-such-file.md").status()).isEqualTo(2);
        Outcome mixed = run("compare", POLICY, "policies/privacy.vocabulary.yaml");
        assertThat(mixed.status()).isEqualTo(2);
        assertThat(mixed.err()).contains("A document cannot be compared with a vocabulary.");
    }

    @Test
    void two_vocabularies_are_compared_word_by_word() throws IOException {
        String words = Files.readString(Path.of("policies/privacy.vocabulary.yaml"));
        Path more = Files.writeString(
                folder.resolve("more.vocabulary.yaml"),
                words.replace("purposes:\n", "purposes:\n  letters: {label: Letters}\n"));

        Outcome outcome = run("compare", "policies/privacy.vocabulary.yaml", more.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("+ purposes letters: label Letters\n", "    {+  letters: {label: Letters}+}\n");
    }

    @Test
    void help_and_version_say_what_they_should() {
        assertThat(run("--version").out()).isEqualToIgnoringNewLines("Proviso 1.2.3");
        assertThat(run("--help").out()).contains("check", "ask", "compare", "compile", "Exit status");
        assertThat(run("ask", "--help").out()).contains("--purpose", "--json", "Exit status");
        assertThat(run("--help").status()).isZero();
    }

    private static Optional<Store.Verified> verified(String... damage) {
        return Optional.of(new Store.Verified(
                new Verification(3, "abc", Arrays.stream(damage).findFirst()), LedgerHead.empty(), List.of()));
    }

    @Test
    void a_store_that_is_as_it_was_published_verifies_with_status_0() {
        store.verified = verified();

        Outcome outcome = run("verify");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(
                        "All 3 records",
                        "abc",
                        "have 0 events",
                        LedgerHead.empty().toString());
        assertThat(run("verify", "something").status()).isEqualTo(2);
    }

    @Test
    void a_wrapping_key_that_the_store_does_not_know_is_told_beside_what_was_verified() {
        Store.Verified verified = verified().orElseThrow();
        store.verified = Optional.of(
                new Store.Verified(verified.published(), verified.ledgers(), List.of("The key came back.")));

        Outcome outcome = run("verify");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEqualToIgnoringNewLines("The key came back.");
        assertThat(outcome.out()).contains("All 3 records");
    }

    @Test
    void what_is_wrong_with_a_store_is_named_with_status_1() {
        store.verified = verified("Record 2 of the chain is missing.");

        Outcome outcome = run("verify");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualToIgnoringNewLines("Record 2 of the chain is missing.");
    }

    @Test
    void a_head_of_the_ledgers_that_was_written_down_is_held_against_the_store() {
        store.verified = verified();

        assertThat(run("verify", "--ledger-head", LedgerHead.empty().toString()).status())
                .isZero();
        assertThat(store.noted).contains(LedgerHead.empty());

        Outcome wrong = run("verify", "--ledger-head", "abc");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("\"abc\" is no head of the ledgers");
    }

    @Test
    void a_store_that_cannot_be_read_verifies_nothing_and_has_status_2() {
        Outcome outcome = run("verify");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("nothing was verified");
    }

    /** A document that is compiled at once: two rules, and no law beside it. */
    private Path simple() throws IOException {
        Files.copy(
                Path.of("policies/privacy.vocabulary.yaml"),
                folder.resolve("privacy.vocabulary.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        return Files.writeString(folder.resolve("simple.md"), """
                ---
                policy: simple
                version: "1"
                kind: policy
                title: Simple
                controller: {name: Simple Ltd, country: US}
                held-in: US
                vocabulary: privacy
                timezone: UTC
                effective: 2016-01-01T00:00:00Z
                ---

                ## 1 Use

                ```rules
                (1) Permit use of contact for service.
                (2) Permit use of contact for marketing if the user consented.
                ```

                ## 2 Ages

                ```table age-of-consent
                | place | majority | consent | jointly-from |
                | ----- | -------- | ------- | ------------ |
                | *     | 18       | 16      |              |
                ```

                ```rules
                No rule: the table says who may consent.
                ```
                """);
    }

    private Outcome ask(String... facts) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "ask", simple().toString(), "--purpose", "service.registration", "--data", "contact.email", "--json"));
        arguments.addAll(List.of(facts));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void keys_that_were_rotated_are_named() {
        store.rotated = Optional.of(new Store.Rotated("2026-11-30-aa", List.of("2026-10-31-bb")));

        Outcome outcome = run("keys", "rotate");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("2026-11-30-aa is current", "until their grace is over: 2026-10-31-bb.");
    }

    @Test
    void keys_that_could_not_be_rotated_are_no_success() {
        assertThat(run("keys", "rotate").status()).isEqualTo(2);
        assertThat(run("keys", "rotate").err()).contains("can be repeated");
        assertThat(run("keys").status()).isEqualTo(2);
        assertThat(run("keys").err()).contains("rotate");
    }

    @Test
    void what_is_no_place_or_contradicts_itself_is_wrong_use_on_the_command_line_too() throws IOException {
        String lifted = "objections=[{\"scope\": [\"*\"], \"madeAt\": \"2016-01-30T00:00:00Z\","
                + " \"liftedAt\": \"2016-01-10T00:00:00Z\"}]";

        assertThat(ask("--user", "country=UK").err())
                .isEqualToIgnoringNewLines("user.country: \"UK\" is not a country of ISO 3166. Did you mean \"GB\"?");
        assertThat(ask("--destination", "EU").err())
                .isEqualToIgnoringNewLines("destination: \"EU\" is a group of countries; name the one that is meant.");
        assertThat(ask("--user", lifted).err())
                .isEqualToIgnoringNewLines("user.objections[0].liftedAt: This is not after \"madeAt\".");
        assertThat(ask("--user", "id= u-1").err()).contains("user.id: A user's id has no blank", "\"u-1\"");
        assertThat(ask("--user", "age=1e2147483648").err()).contains("user.age: This is not a number");
        assertThat(ask("--user", "uses=[1e2147483648]").status()).isEqualTo(2);
    }

    @Test
    void a_consent_that_is_stated_open_and_withdrawn_is_withdrawn_on_the_command_line_too() throws IOException {
        String open = "{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"marketing\"],"
                + " \"givenAt\": \"2016-01-15T00:00:00Z\"}";
        String withdrawn = open.replace("}", ", \"withdrawnAt\": \"2016-01-20T00:00:00Z\"}");

        for (String consents : List.of(open + "," + withdrawn, withdrawn + "," + open, open)) {
            Outcome outcome = run(
                    "ask",
                    simple().toString(),
                    "--purpose=marketing.messages.email",
                    "--data=contact.email",
                    "--source=direct",
                    "--user=country=CN",
                    "--user=birthDate=1986-03-01",
                    "--user=consents=[" + consents + "]");

            assertThat(outcome.out()).startsWith(consents.equals(open) ? "PERMIT" : "DENY");
        }
    }

    @Test
    void an_option_that_comes_twice_does_not_silently_win() throws IOException {
        assertThat(ask("--user", "country=DE", "--user", "country=NO").err())
                .startsWith("The option --user says \"country\" twice.");
        assertThat(ask("--circumstance", "legal-demand", "--circumstance", "legal-demand=false")
                        .err())
                .startsWith("The option --circumstance says \"legal-demand\" twice.");
        assertThat(ask("--attribute", "channel=web", "--attribute", "channel=web")
                        .err())
                .startsWith("The option --attribute says \"channel\" twice.");
        assertThat(ask("--user", "attributes={\"citizenship\": \"CN\"}", "--user", "attributes.citizenship=DE")
                        .err())
                .startsWith("The options --user state \"attributes\" both as a whole and one by one.");
        assertThat(ask("--user", "country").err()).startsWith("The option --user takes NAME=VALUE;");
        for (String option : List.of("--purpose", "--operation", "--source", "--recipient", "--origin", "--at")) {
            Outcome twice = ask(option, "one", option, "two");
            assertThat(twice.status()).isEqualTo(2);
            assertThat(twice.err()).contains("'" + option + "'", "only once");
        }
    }

    @Test
    void a_value_is_read_as_text_where_the_field_is_text() throws IOException {
        Outcome outcome = ask("--user", "id=0017", "--user", "country=CN", "--user", "age=30");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(ask("--user", "id=17").status()).isZero();
        assertThat(ask("--user", "age=0017").err()).contains("user.age: This is not a number");
        assertThat(ask("--user", "country=null").status()).isZero();
    }

    @Test
    void a_monstrous_number_in_a_file_of_questions_is_named_by_its_line() throws IOException {
        String question =
                "{\"purpose\": \"service.registration\", \"data\": \"contact.email\", \"user\": {\"age\": 30}}";
        Path file = folder.resolve("big.ndjson");
        Files.writeString(file, question + "\n" + question.replace("30", "1e2147483648") + "\n" + question + "\n");

        Outcome outcome = run("ask", simple().toString(), "--questions", file.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines("line 2: user.age: This is not a number of a sensible size.");
        assertThat(outcome.out().lines()).as("the others are answered").hasSize(2);
    }

    @Test
    void questions_of_a_file_are_answered_each_on_a_line_and_bad_ones_are_named() throws IOException {
        String question =
                "{\"purpose\": \"marketing.messages.email\", \"data\": \"contact.email\", \"source\": \"direct\"}";
        Path file = folder.resolve("questions.ndjson");

        Files.writeString(file, question + "\n\n" + question.replace("contact.email", "special.health") + "\n");
        Outcome outcome = run("ask", POLICY, "--questions", file.toString());
        Files.writeString(file, question + "\n" + question.replace("contact.email", "contact.emial"));
        Outcome bad = run("ask", POLICY, "--questions", file.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines()).hasSize(2).allSatisfy(line -> assertThat(
                        new JsonPath(line).getString("decision"))
                .isEqualTo("DENY"));
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).startsWith("line 2: ").contains("contact.emial", "contact.email");
    }
}
