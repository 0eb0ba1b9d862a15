package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.proviso.document.HostileTexts.Hostile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check lets pass can be shown in little time and room, and what is shown is shown whatever it asks for. */
class MarkdownLimitsTest {

    /** No more than this hangs, on the slowest machine. */
    private static final Duration HANGING = Duration.ofSeconds(20);

    /** A quotation mark becomes an entity of six letters, and each cell and row has its tags. */
    private static final int MOST_PER_LETTER = 8;

    /** Short texts within the limits may ask for more: links that are long, rows that are filled up. */
    private static final int MOST_ADDED_PER_LETTER = 400;

    static Stream<Hostile> all() {
        return HostileTexts.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void a_hostile_text_is_refused_or_harmless_and_shown_in_either_case(Hostile hostile) {
        String text = hostile.full();
        Checked<CheckedPolicy> checked = assertTimeoutPreemptively(HANGING, () -> checked(text));
        List<Diagnostic> limits = checked.diagnostics().stream()
                .filter(one -> one.code().equals("limit"))
                .toList();
        String html = assertTimeoutPreemptively(HANGING, () -> Documents.htmlOfPassage(new Source("x", text)));

        assertThat(limits.isEmpty()).isNotEqualTo(hostile.limited());
        assertThat(limits).allSatisfy(one -> {
            assertThat(one.line()).isGreaterThanOrEqualTo(LINES_OF_FRONT);
            assertThat(one.message()).containsPattern("(?i)more than|up to|longer|it may have|so long");
        });
        assertThat(html.length()).isLessThan(MOST_PER_LETTER * text.length() + 1_000);
    }

    /** Were a little too much told by how long it takes, it would depend on the machine. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void twice_the_text_is_about_twice_as_long_when_it_is_shown(Hostile hostile) {
        String once = hostile.text().apply(Math.min(hostile.size(), 400));
        String twice = hostile.text().apply(Math.min(hostile.size(), 400) * 2);
        double growth = (double) twice.length() / once.length();

        assertThat((double) html(twice).length())
                .isLessThan(1.5 * growth * html(once).length() + MOST_ADDED_PER_LETTER * twice.length());
    }

    @Test
    void what_is_refused_is_shown_as_it_is_written() {
        String html = html("a <b>\n\n" + ">".repeat(5_000) + " & c");

        assertThat(html).startsWith("<pre>a &lt;b&gt;\n").endsWith("&gt; &amp; c</pre>\n");
    }

    @Test
    void a_block_of_rows_that_is_refused_is_shown_as_it_is_written_and_the_rest_as_ever() {
        String html = html("*a*\n\n```table x\n" + ">".repeat(100) + "b\n```\n\n*c*\n");

        assertThat(html)
                .startsWith("<p><em>a</em></p>\n<pre><code class=\"language-table\">&gt;&gt;&gt;")
                .endsWith("b\n</code></pre>\n<p><em>c</em></p>\n");
    }

    /** Each is at a limit or a little below, where no document for people comes near. */
    @Test
    void what_people_write_is_far_within_the_limits() {
        assertThat(limits("|" + "a|".repeat(100) + "\n|" + "-|".repeat(100) + "\n" + "|x|\n".repeat(1_000)))
                .isEmpty();
        assertThat(limits("a *b* `c` [d](e)\n".repeat(900))).isEmpty();
        assertThat(limits("- [a](b) *c*\n".repeat(5_000))).isEmpty();
        assertThat(limits("| a | *b* | [c](d) |\n| - | - | - |\n" + "| [a](b) | *b* | c |\n".repeat(5_000)))
                .isEmpty();
        assertThat(limits(lists(15))).isEmpty();
        assertThat(limits("*a **b _c_** d* ".repeat(200))).isEmpty();
        assertThat(limits("[a]: https://example.org/ \"b\"\n\n" + "[a] ".repeat(1_000)))
                .isEmpty();
    }

    @Test
    void a_limit_is_told_with_the_line_that_goes_beyond_it() {
        Checked<CheckedPolicy> checked = checked("One.\n\n|a|\n|-|\n\nTwo.\n\n" + ">".repeat(200) + "x\n");

        assertThat(limits(checked)).singleElement().satisfies(one -> {
            assertThat(one.message())
                    .isEqualTo("Lists and quotations may stand in one another up to 40 times, not more.");
            assertThat(one.line()).isEqualTo(LINES_OF_FRONT + 8);
        });
    }

    @Test
    void a_reason_may_be_long_and_full_of_nothing() {
        for (String nothing : List.of("\n", " ", ".\n ", "Permit ", "Permit  a, ", "(1) ")) {
            String text = "## 2 A\n\n```rules\nNo rule: a" + nothing.repeat(20_000) + "b.\n```\n\n";

            assertTimeoutPreemptively(HANGING, () -> checked(text));
        }
    }

    /** What was published before there were limits means what it meant, and has to be shown. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void what_was_published_means_what_it_meant(Hostile hostile) {
        String text = FRONT + hostile.text().apply(hostile.size() / 5) + "\n" + CLAUSE;
        var source = new Source("x", text);
        Checked<CheckedPolicy> published =
                assertTimeoutPreemptively(HANGING, () -> Documents.publishedPolicy(source, Vocabularies.ALL));

        assertThatCode(() -> Documents.passages(source)).doesNotThrowAnyException();
        assertThatCode(() -> Documents.tables(source)).doesNotThrowAnyException();
        assertThat(published.diagnostics()).noneMatch(one -> one.code().equals("limit"));
    }

    private static final String FRONT = "---\npolicy: large\nversion: \"1\"\nkind: policy\ntitle: Large\n"
            + "controller: {name: Example, country: GB}\nvocabulary: small\ntimezone: UTC\neffective: on-publication\n---\n\n";

    private static final int LINES_OF_FRONT = (int) FRONT.lines().count();
    private static final String CLAUSE = "\n\n## 1 Use\n\n```rules\nForbid use of name.\n```\n";

    private static Checked<CheckedPolicy> checked(String text) {
        return Documents.policy(new Source("x", FRONT + text + CLAUSE), Vocabularies.ALL);
    }

    private static List<Diagnostic> limits(String text) {
        return limits(checked(text));
    }

    private static List<Diagnostic> limits(Checked<CheckedPolicy> checked) {
        return checked.diagnostics().stream()
                .filter(one -> one.code().equals("limit"))
                .toList();
    }

    private static String html(String text) {
        return Documents.htmlOfPassage(new Source("x", text));
    }

    private static String lists(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("  ".repeat(i)).append("- a\n");
        }
        return text.toString();
    }
}
