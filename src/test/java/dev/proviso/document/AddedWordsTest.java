package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document may bring words that its vocabulary does not have yet. */
class AddedWordsTest {

    private static final String VOCABULARY = """
            # Words.
            vocabulary: small
            purposes:
              service: {label: The service}
            operations:
              use: {noun: use}
            data:
                contact.email: {label: E-mail}   # the first

                name: {label: Name}
                # the end

            attributes:
              data: {encrypted: boolean}
            """;

    private static String document(String words) {
        return """
                ---
                policy: sample
                version: "1"
                kind: policy
                title: A sample
                controller: {name: Example, country: GB}
                vocabulary: small
                timezone: UTC
                effective: 2020-01-01T00:00:00Z
                %s---

                ## Article 1 Rules

                ```rules
                Permit use of contact.voice and video for repair.
                ```
                """.formatted(words);
    }

    private static final String WORDS = """
            words:
              purposes:
                repair: {label: Repair "at once"}
              data:
                contact.voice: {label: 'Voice, recorded', dpv: Voice, attributes: {encrypted: true}}
                video:
                  label: Video
            """;

    private static Checked<CheckedPolicy> read(String vocabulary, String document) {
        Vocabulary words =
                Documents.vocabulary(new Source("words", vocabulary)).value().orElseThrow();
        return Documents.policy(new Source("sample", document), List.of(words));
    }

    @Test
    void the_rules_of_a_document_may_use_the_words_that_it_adds() {
        assertThat(read(VOCABULARY, document("")).diagnostics())
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("\"contact.voice\" is not"));

        CheckedPolicy policy = read(VOCABULARY, document(WORDS)).value().orElseThrow();

        assertThat(policy.added())
                .extracting(word -> word.section() + " " + word.key() + ": " + word.written())
                .containsExactly(
                        "PURPOSES repair: {label: \"Repair \\\"at once\\\"\"}",
                        "DATA contact.voice: {dpv: \"Voice\", label: \"Voice, recorded\", attributes: {encrypted: \"true\"}}",
                        "DATA video: {label: \"Video\"}");
    }

    @Test
    void a_vocabulary_with_them_is_the_same_text_with_a_line_for_each() {
        List<AddedWord> added =
                read(VOCABULARY, document(WORDS)).value().orElseThrow().added();

        String text =
                Documents.withWords(new Source("words", VOCABULARY), "2", added).orElseThrow();

        assertThat(text).isEqualTo("""
                # Words.
                vocabulary: small
                version: "2"
                purposes:
                  service: {label: The service}
                  repair: {label: "Repair \\"at once\\""}
                operations:
                  use: {noun: use}
                data:
                    contact.email: {label: E-mail}   # the first

                    name: {label: Name}
                    contact.voice: {dpv: "Voice", label: "Voice, recorded", attributes: {encrypted: "true"}}
                    video: {label: "Video"}
                    # the end

                attributes:
                  data: {encrypted: boolean}
                """);
        Vocabulary words =
                Documents.vocabulary(new Source("words", text)).value().orElseThrow();
        assertThat(words.label(Section.DATA, new Key("contact.voice"))).isEqualTo("Voice, recorded");
        assertThat(words.leaves(Section.DATA, new Key("contact")))
                .containsExactly(new Key("contact.email"), new Key("contact.voice"));
        assertThat(read(text, document(WORDS)).value().orElseThrow().added())
                .as("it has them now")
                .isEmpty();
    }

    @Test
    void a_section_that_there_is_not_is_begun() {
        String words =
                "words:\n  sources:\n    shop: {label: A shop}\n  data:\n    contact.voice: {label: V}\n    video: {label: W}\n"
                        + "  purposes:\n    repair: {label: R}\n";
        List<AddedWord> added =
                read(VOCABULARY, document(words)).value().orElseThrow().added();

        assertThat(Documents.withWords(new Source("words", VOCABULARY), "2", added)
                        .orElseThrow())
                .endsWith("  data: {encrypted: boolean}\nsources:\n  shop: {label: \"A shop\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{contact.email: {label: E-mail}, name: {label: Name}}", "[contact.email, name]"})
    void a_section_in_brackets_is_left_alone(String section) {
        String vocabulary = VOCABULARY.replaceAll("(?s)data:\n.*?\n\n.*?\n\n", "data: " + section + "\n");
        List<AddedWord> added = read(vocabulary, document(WORDS.replace(", attributes: {encrypted: true}", "")))
                .value()
                .orElseThrow()
                .added();

        assertThat(Documents.withWords(new Source("words", vocabulary), "2", added))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_word_that_the_vocabulary_has_is_no_news_if_it_says_the_same() {
        String words = WORDS + "    name: {label: Name}\n";

        assertThat(read(VOCABULARY, document(words)).value().orElseThrow().added())
                .hasSize(3);
        assertThat(read(VOCABULARY, document(words.replace("label: Name", "label: First name")))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "\"name\" is a word of the vocabulary already, and says something else there: Name. Take it"
                                + " out here, or choose another word.");
    }

    @Test
    void a_hundred_words_and_no_more() {
        StringBuilder words = new StringBuilder(WORDS);
        for (int i = 0; i < 98; i++) {
            words.append("    more-").append(i).append(": {label: More}\n");
        }

        assertThat(read(VOCABULARY, document(words.toString())).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("A document adds at most 100 words. Write a new version of the vocabulary for more.");
    }

    private static String withWord(String document, Section section, String key) {
        return Documents.withWord(new Source("sample", document), section, new Key(key), "A \"word\"", "Voice")
                .orElseThrow();
    }

    @Test
    void a_word_is_written_into_the_front_matter() {
        String once = withWord(document(""), Section.DATA, "contact.voice");
        String twice = withWord(withWord(once, Section.DATA, "video"), Section.PURPOSES, "repair");

        assertThat(once).isEqualTo(document("""
                words:
                  data:
                    contact.voice: {dpv: "Voice", label: "A \\"word\\""}
                """));
        assertThat(twice).isEqualTo(document("""
                words:
                  data:
                    contact.voice: {dpv: "Voice", label: "A \\"word\\""}
                    video: {dpv: "Voice", label: "A \\"word\\""}
                  purposes:
                    repair: {dpv: "Voice", label: "A \\"word\\""}
                """));
        assertThat(read(VOCABULARY, twice).value().orElseThrow().added()).hasSize(3);
    }

    @Test
    void what_stands_after_the_words_stays_there_and_line_ends_are_kept() {
        String document = document("words:\n    data:\n        video: {label: Video}   # moving\n")
                .replace("timezone: UTC\neffective: 2020-01-01T00:00:00Z\n", "")
                .replace("moving\n", "moving\ntimezone: UTC\neffective: 2020-01-01T00:00:00Z\n");

        String changed = withWord(document.replace("\n", "\r\n"), Section.DATA, "contact.voice");

        assertThat(changed).doesNotContainPattern("[^\r]\n");
        assertThat(read(VOCABULARY, withWord(changed, Section.PURPOSES, "repair"))
                        .value()
                        .orElseThrow()
                        .added())
                .extracting(AddedWord::key)
                .containsExactly(new Key("video"), new Key("contact.voice"), new Key("repair"));
        assertThat(changed.replace("\r\n", "\n").replaceAll("(?m)^ *contact.voice:.*\n", ""))
                .isEqualTo(document.replace("    data:\n        video", "  data:\n      video"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words: {data: {video: {label: Video}}}\n", "words : []\n"})
    void words_in_brackets_are_left_alone(String words) {
        assertThat(Documents.withWord(new Source("sample", document(words)), Section.DATA, new Key("x"), "X", ""))
                .isEmpty();
        assertThat(Documents.withWord(new Source("sample", "# No front matter\n"), Section.DATA, new Key("x"), "X", ""))
                .isEmpty();
    }

    @Test
    void a_vocabulary_keeps_its_line_ends() {
        String vocabulary = VOCABULARY.replace("\n", "\r\n");
        List<AddedWord> added =
                read(vocabulary, document(WORDS)).value().orElseThrow().added();

        String text =
                Documents.withWords(new Source("words", vocabulary), "2", added).orElseThrow();

        assertThat(text).doesNotContainPattern("[^\r]\n").contains("    video: {label: \"Video\"}\r\n");
    }

    @Test
    void a_comment_at_the_margin_is_no_section_and_a_section_in_braces_is_left_alone() {
        String commented = withWord(
                document("words:\n  data:\n    video: {label: Video}\n# to come\n"), Section.DATA, "contact.voice");

        assertThat(commented).containsOnlyOnce("  data:\n");
        assertThat(read(VOCABULARY, withWord(commented, Section.PURPOSES, "repair"))
                        .value()
                        .orElseThrow()
                        .added())
                .hasSize(3);
        assertThat(Documents.withWord(
                        new Source("sample", document("words:\n  data: {video: {label: Video}}\n")),
                        Section.DATA,
                        new Key("x"),
                        "X",
                        ""))
                .isEmpty();
    }
}
