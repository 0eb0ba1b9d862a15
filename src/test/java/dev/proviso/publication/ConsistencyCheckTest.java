package dev.proviso.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.ConsistencyCheck.Member;
import dev.proviso.publication.DocumentName.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsistencyCheckTest {

    private static final String WORDS = """
            vocabulary: small
            purposes:
              service: {}
            %soperations:
              use: {noun: use}
            data:
              email: {}
            sources:
              direct: {}
            recipients:
              self: {}
            """;
    private static final Vocabulary FIRST = vocabulary("");
    private static final Vocabulary SECOND = vocabulary("  marketing: {}\n");
    private static final String NO_RULE = "```rules\nNo rule: nothing to enforce.\n```\n";
    private static final String CHINA_14 = row("CN", "14", "2021-11-01");

    private static Vocabulary vocabulary(String more) {
        return Documents.vocabulary(new Source("words", WORDS.formatted(more)))
                .value()
                .orElseThrow();
    }

    private static String row(String place, String consent, String from) {
        return """
                ```rules
                No rule: a table says it.
                ```

                ```table age-of-consent
                | place | majority | consent | jointly-from | from | until | citation | confidence | source | verified |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | %s | 18 | %s | | %s | | | | | |
                ```
                """.formatted(place, consent, from);
    }

    private static String text(String kind, String id, String label, String effective, String body) {
        String head = kind.equals("law") ? "scope: the user lives in CN" : "controller: {name: Shop, country: CN}";
        return """
                ---
                policy: %s
                version: "%s"
                kind: %s
                title: A document
                %s
                vocabulary: small
                timezone: Asia/Shanghai
                effective: %s
                ---

                # A document

                ## Article 1 Use

                %s
                """.formatted(id, label, kind, head, effective, body);
    }

    private static Member member(String words, String text) {
        Vocabulary vocabulary = words.equals("1") ? FIRST : SECOND;
        var checked = Documents.policy(new Source("text", text), List.of(vocabulary));
        Policy policy = checked.value()
                .orElseThrow(() -> new AssertionError(checked.diagnostics()))
                .policy();
        Kind kind = policy.kind() == Policy.Kind.LAW ? Kind.LAW : Kind.POLICY;
        Instant start = policy.effective().orElseThrow();
        PublishedDocument document = new PublishedDocument(
                new DocumentName(kind, policy.id(), policy.label()),
                Optional.of(new DocumentName(Kind.VOCABULARY, "small", words)),
                new Content(text),
                start,
                start,
                start);
        return new Member(document, policy, vocabulary);
    }

    private static Member law(String id, String label, String effective, String body) {
        return member("1", text("law", id, label, effective + "T00:00:00Z", body));
    }

    private static Member policy(String id, String label, String effective, String body) {
        return member("1", text("policy", id, label, effective + "T00:00:00Z", body));
    }

    @Test
    void two_laws_with_one_row_that_starts_on_one_day_do_not_fit() {
        assertThat(ConsistencyCheck.mistakes(
                        List.of(law("law-b", "1", "2021-01-01", CHINA_14), law("law-a", "1", "2020-01-01", CHINA_14))))
                .containsExactly("law-a@1 and law-b@1 decide together, and both have a row of \"age-of-consent\" for CN"
                        + " from 2021-11-01 on. Take it out of one of them, or let one row start on another day.");
    }

    @Test
    void a_row_that_starts_later_succeeds_the_other() {
        assertThat(ConsistencyCheck.mistakes(List.of(
                        law("law-a", "1", "2020-01-01", CHINA_14),
                        law("law-b", "1", "2020-01-01", row("CN", "13", "2022-01-01")),
                        law("law-c", "1", "2020-01-01", row("JP", "13", "2021-11-01")))))
                .isEmpty();
    }

    @Test
    void versions_of_one_law_may_repeat_a_row_for_they_never_decide_together() {
        assertThat(ConsistencyCheck.mistakes(
                        List.of(law("law-a", "1", "2020-01-01", CHINA_14), law("law-a", "2", "2021-01-01", CHINA_14))))
                .isEmpty();
    }

    @Test
    void laws_of_which_one_ended_before_the_other_started_fit() {
        Member successor = law("law-a", "2", "2021-01-01", NO_RULE);

        assertThat(ConsistencyCheck.mistakes(List.of(
                        law("law-a", "1", "2020-01-01", CHINA_14),
                        successor,
                        law("law-b", "1", "2021-01-01", CHINA_14))))
                .isEmpty();
    }

    @Test
    void a_policy_that_was_superseded_still_decides_and_must_fit_a_later_law() {
        assertThat(ConsistencyCheck.mistakes(List.of(
                        policy("shop", "1", "2019-01-01", CHINA_14),
                        policy("shop", "2", "2020-01-01", NO_RULE),
                        law("law-a", "1", "2021-01-01", CHINA_14))))
                .hasSize(1)
                .allSatisfy(mistake -> assertThat(mistake).startsWith("shop@1 and law-a@1 decide together"));
    }

    @Test
    void two_policies_never_decide_together() {
        assertThat(ConsistencyCheck.mistakes(List.of(
                        policy("shop", "1", "2020-01-01", CHINA_14), policy("bank", "1", "2020-01-01", CHINA_14))))
                .isEmpty();
    }

    @Test
    void two_versions_that_start_at_one_instant_do_not_fit() {
        assertThat(ConsistencyCheck.mistakes(List.of(
                        policy("shop", "1", "2020-01-01", NO_RULE), policy("shop", "2", "2020-01-01", NO_RULE))))
                .containsExactly(
                        "shop@1 and shop@2 start at the same instant, 2020-01-01T00:00:00Z. Which of them is in"
                                + " force would be left to chance; let one start later.");
    }

    @Test
    void a_law_must_be_readable_in_the_words_of_every_policy_that_it_judges() {
        String rule = "```rules\nForbid use of any data for marketing.\n```";
        Member law = member("2", text("law", "law-a", "1", "2021-01-01T00:00:00Z", rule));
        Member policy = policy("shop", "1", "2020-01-01", NO_RULE);

        assertThat(ConsistencyCheck.mistakes(List.of(law, policy))).hasSize(1).allSatisfy(mistake -> assertThat(mistake)
                .startsWith("law-a@1 and shop@1 decide together, and law-a@1 cannot be read in the words of"
                        + " small@1:\nlaw-a@1, line 17, column 28: ")
                .contains("\"marketing\""));
    }

    @Test
    void a_folder_whose_documents_do_not_fit_is_refused() {
        Map<String, byte[]> files = Map.of(
                "small.vocabulary.yaml", bytes(WORDS.formatted("")),
                "a.md", bytes(text("law", "law-a", "1", "2020-01-01T00:00:00Z", CHINA_14)),
                "b.md", bytes(text("law", "law-b", "1", "2020-01-01T00:00:00Z", CHINA_14)));

        assertThatThrownBy(() -> DocumentFolder.read(files, Instant.EPOCH))
                .isInstanceOf(DocumentsRefused.class)
                .hasMessageStartingWith("law-a@1 and law-b@1 decide together");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
