package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.proviso.policy.Row;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Periods, times, ages and numbers that no calendar has, and YAML that stands for more than it says. */
class FarAwayTest {

    private static final Duration HANGING = Duration.ofSeconds(20);

    private static final String FRONT = "---\npolicy: small\nversion: \"1\"\nkind: policy\ntitle: Small\n"
            + "controller: {name: Example, country: GB}\nvocabulary: small\ntimezone: UTC\neffective: on-publication\n---\n\n";
    private static final String LAW =
            "---\npolicy: law-x\nversion: \"1\"\nkind: law\ntitle: X\nvocabulary: small\ntimezone: UTC\n"
                    + "effective: 2020-01-01T00:00:00Z\nscope: the user lives in DE\n---\n\n";

    private static Checked<CheckedPolicy> checked(String text) {
        return Documents.policy(new Source("x", text), Vocabularies.ALL);
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.diagnostics().stream().map(Diagnostic::code).distinct().toList();
    }

    private static String retention(String period) {
        return FRONT
                + "## 1 A\n\n```rules\nForbid use of name.\n```\n\n```table retention\n| purpose | period |\n| --- | --- |\n| service | "
                + period + " |\n```\n";
    }

    @ParameterizedTest
    @CsvSource({
        "P999Y, true",
        "P11988M, true",
        "P365000D, true",
        "P1000Y, false",
        "P999999999Y, false",
        "P2147483647M, false",
        "P11989M, false",
        "P999Y11988M, false",
        "P2147483647D, false",
        "P365635D, false",
        "P306783378W, false",
        "P999999999999999999999Y, false"
    })
    void a_period_has_at_most_999_years(String period, boolean good) {
        assertThat(codes(checked(retention(period)))).isEqualTo(good ? List.of() : List.of("period"));
    }

    /** Unknown is never a permit. */
    @Test
    void a_longer_period_that_was_published_is_unknown() {
        Checked<CheckedPolicy> published =
                Documents.publishedPolicy(new Source("x", retention("P999999999Y")), Vocabularies.ALL);

        assertThat(published.value().orElseThrow().policy().rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Retention.class, row -> assertThat(row.period()).isEmpty());
    }

    private static final String AGES = LAW + "## 1 A\n\n```rules\nForbid use of name.\n```\n\n"
            + "```table age-of-consent\n| place | majority | consent | jointly-from | from |\n| --- | --- | --- | --- | --- |\n| DE | 18 | 16 | | 2020-01-01 |\n```\n";

    @ParameterizedTest
    @CsvSource({
        "| 18 |, | 99999999999 |, age",
        "| 18 |, | 1e9 |, age",
        "| 18 |, | -1 |, age",
        "| 2020-01-01 |, | +999999999-12-31 |, date",
        "| 2020-01-01 |, | 20200-01-01 |, date",
        "| 2020-01-01 |, | -2020-01-01 |, date",
        "2020-01-01T00:00:00Z, +999999999-12-31T23:59:59Z, time",
        "2020-01-01T00:00:00Z, -0001-01-01T00:00:00Z, time",
        "2020-01-01T00:00:00Z, +10000-01-01T00:00:00Z, time",
        "2020-01-01T00:00:00Z, +9999999999-01-01T00:00:00Z, time",
        "use of name., use of name if the user is under 99999999999., age",
        "use of name., use of name if the user's score is below 1e2147483648., literal",
        "use of name., use of name if the user's score is below 99999999999999999999999., literal",
        "use of name., From 99999-01-01: Forbid use of name., sentence"
    })
    void numbers_and_dates_are_such_as_people_write(String right, String wrong, String code) {
        assertThat(AGES).contains(right);
        Checked<CheckedPolicy> checked = checked(AGES.replace(right, wrong));

        assertThat(checked.value()).isEmpty();
        assertThat(checked.diagnostics())
                .allSatisfy(told -> assertThat(told.message()).hasSizeLessThan(400));
        assertThat(code.equals("sentence")
                        || codes(checked).contains(code)
                        || codes(checked).contains("unknown-attribute"))
                .as(codes(checked) + "")
                .isTrue();
    }

    private static final String BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + IntStream.range(0, 12)
                    .mapToObj(i -> (char) ('b' + i) + ": &" + (char) ('b' + i) + " ["
                            + String.join(", ", Collections.nCopies(9, "*" + (char) ('a' + i))) + "]\n")
                    .collect(Collectors.joining());

    static final List<String> YAML = List.of(
            BOMB,
            "vocabulary: small\nm: &m {" + numbered("k", 2_000) + "}\ndata: {"
                    + numbered("x", 2_000).replace(": v", ": *m") + "}\n",
            "a: &a {b: *a}\n",
            "purposes: &p\n  service: {label: a}\ndata: *p\n",
            "a: ".repeat(1_500) + "b\n",
            "[".repeat(100_000),
            "a: " + "{b: ".repeat(100_000) + "\n",
            "- ".repeat(100_000) + "\n",
            IntStream.range(0, 1_200).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()),
            "a".repeat(200_000) + ": b\n",
            "? " + "a".repeat(200_000) + "\n: b\n",
            "controller: {name: a" + ", a".repeat(20_000) + "}\n",
            numbered("k", 20_000).replace(", ", "\n") + "\n",
            "title: " + "a".repeat(200_000) + "\n",
            "title: " + "a".repeat(1_100_000) + "\n",
            "!!java.util.Date a: b\n",
            "\"" + "\\u0041".repeat(100_000) + "\": a\n");

    private static String numbered(String key, int count) {
        return IntStream.range(0, count).mapToObj(i -> key + i + ": v").collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{index}")
    @FieldSource("YAML")
    void yaml_that_stands_for_much_is_refused_with_few_words(String yaml) {
        Checked<?> vocabulary = assertTimeoutPreemptively(HANGING, () -> Documents.vocabulary(new Source("x", yaml)));
        Checked<?> document = assertTimeoutPreemptively(HANGING, () -> checked("---\n" + yaml + "---\n\n# A\n"));
        Findings findings = new Findings(yaml);
        assertTimeoutPreemptively(HANGING, () -> YamlTree.read(yaml, findings));

        for (Checked<?> checked : List.of(vocabulary, document)) {
            assertThat(checked.value()).isEmpty();
            assertThat(checked.diagnostics()).hasSizeBetween(1, 1_001);
            assertThat(checked.diagnostics())
                    .allSatisfy(told -> assertThat(told.message()).hasSizeLessThan(600));
        }
        assertThat(findings.inOrder()).hasSizeLessThanOrEqualTo(1_001);
    }

    @Test
    void what_points_elsewhere_is_refused_wherever_it_stands() {
        String aliased = FRONT.replace("title: Small", "title: &t Small").replace("name: Example", "name: *t");

        assertThat(codes(checked(aliased + "## 1 A\n\n```rules\nForbid use of name.\n```\n")))
                .contains("alias");
    }

    @Test
    void a_thousand_mistakes_are_told_and_that_there_are_more() {
        String text = FRONT + "## 1 A\n\n```rules\n"
                + "Forbid use of nothing.\n".repeat(1_500).replaceAll("((?:.*\n){100})", "$1\n") + "```\n";
        Checked<CheckedPolicy> checked = checked(text);

        assertThat(checked.diagnostics()).hasSize(1_001);
        assertThat(checked.diagnostics().get(1_000).code()).isEqualTo("more");
        assertThat(checked.diagnostics().get(1_000).severity()).isEqualTo(Diagnostic.Severity.ERROR);
    }
}
