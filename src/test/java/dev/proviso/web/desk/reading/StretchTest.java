package dev.proviso.web.desk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Shipped;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StretchTest {

    private static final String HEAD = """
            ---
            policy: p
            version: "1"
            kind: policy
            title: P
            controller: {name: P, country: GB}
            vocabulary: privacy
            timezone: UTC
            effective: on-publication
            ---

            ## 1 One

            """;

    private static List<String> stretches(String clause) {
        Source source = new Source("p", HEAD + clause);
        CheckedPolicy checked =
                Documents.policy(source, List.of(Shipped.vocabulary())).value().orElseThrow();
        return ReadingView.of(source, checked, Shipped.vocabulary()).passages().stream()
                .filter(ReadingView.Part::isClause)
                .flatMap(part -> part.stretches().stream())
                .map(stretch -> stretch.html().replaceAll("<[^>]*>", "").strip().replace('\n', ' ') + " / "
                        + stretch.rules().stream()
                                .map(ReadingView.Sentence::rule)
                                .collect(Collectors.joining(" "))
                        + String.join(" ", stretch.noRules()))
                .toList();
    }

    @Test
    void a_rule_stands_beside_the_paragraph_that_has_its_label() {
        assertThat(stretches("""
                        Intro, see (2).

                        (1) First.

                        More of it.

                        (2) Second, and (3) third.

                        The end.

                        ```rules
                        (2) Forbid use of special.
                        (1) Permit use of contact for marketing.
                        (2) Forbid use of log.
                        (3) Forbid use of usage.
                        Forbid use of device.
                        ```
                        """))
                .containsExactly(
                        "Intro, see (2). / ",
                        "(1) First. More of it. / 1(1)",
                        "(2) Second, and (3) third. / 1(2) 1(2)#2 1(3)",
                        "The end. / 1");
    }

    @Test
    void rules_without_any_text_are_shown_too() {
        assertThat(stretches("""
                        ```rules
                        (1) Permit use of contact for marketing.
                        Forbid use of device.
                        ```
                        """)).containsExactly(" / 1(1) 1");
    }

    static Stream<String> documents() {
        return Shipped.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_rule_and_every_block_of_a_document_is_shown_once(String document) {
        Source source = Shipped.source(document);
        CheckedPolicy checked = Shipped.checked(document);

        ReadingView view = ReadingView.of(source, checked, Shipped.vocabulary());

        assertThat(view.passages().stream()
                        .flatMap(part -> part.stretches().stream())
                        .flatMap(stretch -> stretch.rules().stream())
                        .map(ReadingView.Sentence::rule))
                .containsExactlyInAnyOrderElementsOf(checked.policy().rules().stream()
                        .map(rule -> rule.id().toString())
                        .toList());
    }

    @Test
    void the_guide_has_its_sections_without_what_is_for_engineers() throws IOException {
        WritingGuide guide = WritingGuide.of(Files.readString(Path.of("src", "site", "writing-rules.md")));

        assertThat(guide.sections().stream().map(WritingGuide.Section::title))
                .contains("The kinds of sentence", "Conditions", "Which sentence prevails", "Tables")
                .doesNotContain("Trying it", "Article 1 The letter");
        assertThat(guide.sections().stream().map(WritingGuide.Section::html))
                .anyMatch(html -> html.contains("Permit use of usage, log and browsing for personalisation."))
                .noneMatch(html -> html.contains(".md"));
    }
}
