package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parser meets what nobody wrote on purpose: no text makes it throw, and none keeps it busy. */
@Tag("long")
class HostileInputTest {

    private static final int DOCUMENTS = 100_000;
    private static final int VOCABULARIES = 10_000;

    /** Pieces that are likely to hurt: signs of every language involved, and letters beyond the common ones. */
    private static final List<String> PIECES = List.of(
            "---\n",
            "```rules\n",
            "```\n",
            "```table groups\n",
            "## 2.2 x\n",
            "> ",
            "- ",
            "| ",
            "|---|",
            "(",
            ")",
            "(((((((((",
            "\"",
            "'",
            ".",
            ". ",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "!!",
            "#",
            "\\",
            "\t",
            "\r",
            "\n\n",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\u0085",
            "\uD83D",
            "\uDE00",
            "😀",
            "姓名",
            "e\u0301",
            "ſ",
            "İ",
            " and ",
            " or ",
            " not ",
            " if ",
            " unless ",
            " notwithstanding ",
            "No rule:",
            "Permit ",
            "any ",
            " except ",
            "From 9999-99-99: ",
            "999999999999999999999",
            "the user",
            "'s ",
            "1.",
            "-",
            "§",
            "Article ",
            "%");

    @Test
    void no_mutated_document_throws_or_takes_over_a_second() throws IOException {
        List<String> good = documents();
        List<String> slow = new ArrayList<>();
        IntStream.range(0, DOCUMENTS).parallel().forEach(seed -> {
            var random = new Random(seed);
            String text = mutated(good.get(random.nextInt(good.size())), random);
            var source = new Source("mutated", text);
            long start = cpuTime();
            Checked<CheckedPolicy> checked = Documents.policy(source, Vocabularies.ALL);
            if (Duration.ofNanos(cpuTime() - start).toMillis() > 1_000) {
                synchronized (slow) {
                    slow.add(seed + ": " + text);
                }
            }
            check(source, checked);
            checked.value().ifPresent(policy -> checkWording(source, policy));
        });
        assertThat(slow).isEmpty();
    }

    @Test
    void no_mutated_vocabulary_throws() throws IOException {
        String good = Files.readString(Path.of("src/test/resources/golden/small.vocabulary.yaml"));
        List<Checked<Vocabulary>> checked = IntStream.range(0, VOCABULARIES)
                .mapToObj(seed -> {
                    var source = new Source("mutated", mutated(good, new Random(seed)));
                    Checked<Vocabulary> outcome = Documents.vocabulary(source);
                    check(source, outcome);
                    return outcome;
                })
                .toList();
        assertThat(checked).anyMatch(one -> one.value().isPresent()).anyMatch(one -> one.value()
                .isEmpty());
    }

    @Test
    void a_document_of_five_megabytes_is_checked_in_under_five_seconds() {
        var source = new Source("large.md", large());
        assertThat(source.text().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(5_000_000);
        long start = cpuTime();
        Checked<CheckedPolicy> checked = Documents.policy(source, Vocabularies.ALL);
        Duration taken = Duration.ofNanos(cpuTime() - start);
        assertThat(checked.value()).isPresent();
        assertThat(checked.value().orElseThrow().policy().rules()).hasSize(40_000);
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void deep_nesting_of_any_kind_is_an_error_and_no_overflow() {
        String front = front();
        for (String text : List.of(
                front + rules("Forbid use of name if " + "(".repeat(100_000) + "x"),
                front + rules("Forbid use of name if " + "not ".repeat(100_000) + "x."),
                front + rules("Forbid use of name" + ", name".repeat(100_000) + "."),
                front + rules("(".repeat(100_000)),
                "---\n" + "[".repeat(100_000) + "\n---\n",
                "---\na: " + "{b: ".repeat(100_000) + "\n---\n",
                "---\n" + "- ".repeat(100_000) + "\n---\n",
                "---\n" + "? ".repeat(100_000) + "\n---\n")) {
            var source = new Source("deep.md", text);
            Checked<CheckedPolicy> checked = Documents.policy(source, Vocabularies.ALL);
            assertThat(checked.diagnostics())
                    .as(text.substring(0, Math.min(text.length(), 300)))
                    .anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
            check(source, checked);
        }
    }

    @Test
    void a_document_of_more_than_ten_megabytes_is_refused() {
        Checked<CheckedPolicy> checked =
                Documents.policy(new Source("huge.md", " ".repeat(10 * 1024 * 1024 + 1)), Vocabularies.ALL);
        assertThat(checked.diagnostics())
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo("too-long");
    }

    /** Nanoseconds of work of this thread: what the machine does beside does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What holds for every outcome, whatever the text. */
    private static void check(Source source, Checked<?> checked) {
        boolean hasError = checked.diagnostics().stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
        assertThat(checked.value().isPresent()).isNotEqualTo(hasError);
        for (Diagnostic diagnostic : checked.diagnostics()) {
            assertThat(diagnostic.span().end())
                    .isLessThanOrEqualTo(source.text().length());
            assertThat(diagnostic.line()).isPositive();
            assertThat(diagnostic.column()).isPositive();
            assertThat(diagnostic.message())
                    .doesNotContain("\n", "null")
                    .endsWith(diagnostic.message().endsWith(")") ? ")" : ".");
        }
        checked.diagnostics().stream().limit(20).forEach(one -> assertThat(Documents.render(source, one))
                .hasLineCount(one.suggestion().isPresent() ? 4 : 3));
    }

    private static void checkWording(Source source, CheckedPolicy policy) {
        policy.wording().forEach((id, wording) -> {
            String covered = source.text()
                    .substring(wording.span().start(), wording.span().end());
            assertThat(Findings.fold(covered)).endsWith(wording.sentence());
        });
    }

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        for (Path input : Golden.folder("parsing").inputs()) {
            String text = Files.readString(input);
            documents.add(text.substring(0, Math.min(text.length(), 1_500)) + (text.length() > 1_500 ? "\n```\n" : ""));
        }
        return documents;
    }

    private static String mutated(String text, Random random) {
        var mutated = new StringBuilder(text);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            mutate(mutated, random);
        }
        return mutated.toString();
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
        String piece = text.substring(at, end);
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, piece);
            case 2 -> text.insert(random.nextInt(text.length() + 1), piece);
            case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 4 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(60)));
        }
    }

    private static String front() {
        return "---\npolicy: large\nversion: \"1\"\nkind: policy\ntitle: Large\n"
                + "controller: {name: Example, country: GB}\nvocabulary: privacy\ntimezone: UTC\n"
                + "effective: on-publication\n---\n\n";
    }

    private static String rules(String sentences) {
        return "## Article 1\n\n```rules\n" + sentences + "\n```\n";
    }

    private static String large() {
        var text = new StringBuilder(front());
        List<String> purposes = List.of("marketing.messages.email", "service.requested", "analysis.market");
        for (int i = 1; i <= 20_000; i++) {
            text.append("## Article ")
                    .append(i)
                    .append(" Use\n\nThe *prose* of this clause.\n\n```rules\n")
                    .append("(1) Permit use and disclosure of contact, usage for ")
                    .append(purposes.get(i % purposes.size()))
                    .append(" if the user consented and the user lives in DE, FR.\n")
                    .append("(2) Forbid use of any data except special from cookie unless it is lawful locally.\n")
                    .append("```\n\n");
        }
        return text.toString();
    }
}
