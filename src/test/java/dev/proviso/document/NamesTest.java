package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static Checked<CheckedPolicy> named(String id, String label) {
        return Documents.policy(
                new Source(
                        "x",
                        "---\npolicy: \"" + id + "\"\nversion: \"" + label + "\"\nkind: policy\ntitle: Small\n"
                                + "controller: {name: Example, country: GB}\nvocabulary: small\ntimezone: UTC\n"
                                + "effective: on-publication\n---\n\n## 1 A\n\n```rules\nForbid use of name.\n```\n"),
                Vocabularies.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-01-14", "1", "v1.2_b", "A", "2022-in-force", "0"})
    void a_label_has_letters_digits_and_signs_between_them(String label) {
        assertThat(Names.mistakeInLabel(label)).isEmpty();
        assertThat(named("small", label).value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in-force",
                "governing",
                "In-Force",
                "GOVERNING",
                "all",
                ".",
                "..",
                "...",
                "changes.atom",
                "compare",
                "timeline",
                "-",
                "-x",
                "x-",
                "_",
                ".x",
                "x.",
                "a b",
                "a/b",
                "a;b",
                "a%2e",
                "ä",
                "٣",
                ""
            })
    void a_label_that_means_something_else_or_cannot_be_addressed_is_refused(String label) {
        assertThat(Names.mistakeInLabel(label)).isPresent();
        assertThat(named("small", label).value()).isEmpty();
        assertThat(Documents.vocabulary(
                                new Source("v", "vocabulary: v\nversion: \"" + label + "\"\npurposes: [service]\n"))
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"website-privacy", "a", "1", "law-us-ca"})
    void an_id_has_small_letters_digits_and_hyphens_between_them(String id) {
        assertThat(Names.mistakeInId(id)).isEmpty();
        assertThat(named(id, "1").value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-a", "a-", ".", "..", "A", "a.b", "a_b", "а", "a b"})
    void an_id_that_cannot_be_addressed_is_refused(String id) {
        assertThat(Names.mistakeInId(id)).isPresent();
        assertThat(named(id, "1").value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 10_000})
    void names_have_at_most_64_letters(int length) {
        assertThat(Names.mistakeInLabel("a".repeat(length)).isPresent()).isEqualTo(length > 64);
        assertThat(Names.mistakeInId("a".repeat(length)).isPresent()).isEqualTo(length > 64);
        assertThat(named("a".repeat(length), "1").value().isPresent()).isEqualTo(length <= 64);
    }
}
