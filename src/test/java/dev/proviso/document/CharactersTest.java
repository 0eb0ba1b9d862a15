package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place of a document and a vocabulary in which people read, with every character that they do not see. */
class CharactersTest {

    private static final String DOCUMENT = "---\npolicy: small\nversion: \"1\"\nkind: policy\ntitle: Small\n"
            + "controller: {name: Example, country: GB}\nvocabulary: small\ntimezone: UTC\neffective: on-publication\n---\n\n"
            + "# Heading\n\nProse.\n\n## 1 Use\n\nMore.\n\n```rules\n(1) Forbid use of name.\n```\n\n"
            + "```table retention\n| purpose | period | citation |\n| --- | --- | --- |\n| service | P1Y | Law |\n```\n\n"
            + "## 2 Else\n\n```rules\nNo rule: reason.\n```\n";

    private static final String VOCABULARY =
            "vocabulary: small\n# comment\npurposes:\n  service: {label: The service}\n"
                    + "circumstances:\n  lawful: {type: boolean, phrase: it is lawful}\n";

    private static final List<String> PLACES_OF_DOCUMENTS =
            List.of("Small", "Example", "Heading", "Prose", "Use", "More", "use", "name", "service", "Law", "reason");
    private static final List<String> PLACES_OF_VOCABULARIES =
            List.of("small", "comment", "service", "The service", "it is lawful");

    private static final Map<String, String> HIDDEN = Map.ofEntries(
            Map.entry("\u202E", "U+202E RIGHT-TO-LEFT OVERRIDE"),
            Map.entry("\u202A", "U+202A LEFT-TO-RIGHT EMBEDDING"),
            Map.entry("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
            Map.entry("\u200B", "U+200B ZERO WIDTH SPACE"),
            Map.entry("\u200D", "U+200D ZERO WIDTH JOINER"),
            Map.entry("\u2060", "U+2060 WORD JOINER"),
            Map.entry("\uFEFF", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
            Map.entry("\u00AD", "U+00AD SOFT HYPHEN"),
            Map.entry("\u0000", "U+0000 NULL"),
            Map.entry("\u0007", "U+0007 BEL"),
            Map.entry("\u2028", "U+2028 LINE SEPARATOR"));

    static Stream<Arguments> documents() {
        return each(PLACES_OF_DOCUMENTS);
    }

    static Stream<Arguments> vocabularies() {
        return each(PLACES_OF_VOCABULARIES);
    }

    private static Stream<Arguments> each(List<String> places) {
        return places.stream().flatMap(place -> HIDDEN.entrySet().stream()
                .map(hidden -> Arguments.of(place, hidden.getKey(), hidden.getValue())));
    }

    private static String with(String text, String place, String character) {
        assertThat(text).contains(place);
        return text.replaceFirst(place, place.charAt(0) + character + place.substring(1));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("documents")
    void a_document_has_no_character_that_is_not_seen(String place, String character, String name) {
        String text = with(DOCUMENT, place, character);
        Checked<CheckedPolicy> checked = Documents.policy(new Source("x", text), Vocabularies.ALL);

        assertNamed(checked, text.indexOf(character), name);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("vocabularies")
    void a_vocabulary_has_none_either(String place, String character, String name) {
        String text = with(VOCABULARY, place, character);

        assertNamed(Documents.vocabulary(new Source("x", text)), text.indexOf(character), name);
    }

    private static void assertNamed(Checked<?> checked, int at, String name) {
        assertThat(checked.value()).isEmpty();
        assertThat(checked.diagnostics()).anySatisfy(told -> {
            assertThat(told.code()).isEqualTo("hidden-character");
            assertThat(told.message()).startsWith(name + " stands here");
            assertThat(told.span()).isEqualTo(new Span(at, at + 1));
        });
    }

    static final List<String> SPELT = List.of(
            DOCUMENT.replace("Prose", "Pro&rlm;se"),
            DOCUMENT.replace("Prose", "Pro&#x202e;se"),
            DOCUMENT.replace("Prose", "Pro&#8238;se"),
            DOCUMENT.replace("Prose", "Pro&ZeroWidthSpace;se"),
            DOCUMENT.replace("Heading", "Hea&zwj;ding"),
            DOCUMENT.replace("title: Small", "title: \"Sm\\u202Eall\""),
            DOCUMENT.replace("name: Example", "name: \"Exam\\u200Bple\""));

    @ParameterizedTest
    @FieldSource("SPELT")
    void nor_one_that_is_spelt_out(String text) {
        assertThat(Documents.policy(new Source("x", text), Vocabularies.ALL).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("hidden-character");
    }

    @Test
    void what_is_seen_is_right() {
        String text =
                DOCUMENT.replace("Prose.", "Prose: 姓名 naïve İ &amp; &copy; &nbsp; می\u200Cخواهم 👩\u200D👧 \u00A0.");
        Checked<CheckedPolicy> checked = Documents.policy(new Source("x", "\uFEFF" + text), Vocabularies.ALL);

        assertThat(checked.diagnostics()).isEmpty();
    }

    @Test
    void twenty_are_named_and_no_million() {
        String text = DOCUMENT + "a\u200B".repeat(100_000);

        assertThat(Documents.policy(new Source("x", text), Vocabularies.ALL).diagnostics())
                .hasSize(20)
                .extracting(Diagnostic::code)
                .containsOnly("hidden-character");
    }

    @Test
    void a_letter_of_another_alphabet_in_a_key_is_named() {
        String text = DOCUMENT.replace("use of name", "use of nаme").replace("| service", "| sеrvice");

        assertThat(Documents.policy(new Source("x", text), Vocabularies.ALL).diagnostics())
                .filteredOn(told -> told.code().equals("look-alike"))
                .extracting(Diagnostic::message, told -> told.suggestion().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "In \"nаme\" a letter is U+0430 CYRILLIC SMALL LETTER A, which only looks like \"a\".",
                                "name"),
                        org.assertj.core.groups.Tuple.tuple(
                                "In \"sеrvice\" a letter is U+0435 CYRILLIC SMALL LETTER IE, which only looks like \"e\".",
                                "service"));
    }

    @Test
    void a_key_of_a_vocabulary_or_of_front_matter_has_none_either() {
        assertThat(Documents.vocabulary(new Source("x", VOCABULARY.replace("service", "serviсe")))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains("look-alike");
        assertThat(Documents.policy(new Source("x", DOCUMENT.replace("kind:", "kіnd:")), Vocabularies.ALL)
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains("look-alike");
    }

    @Test
    void words_of_another_alphabet_are_no_look_alikes() {
        String text = DOCUMENT.replace("title: Small", "title: Политика конфиденциальности")
                .replace("Example", "Ömer Işık A.Ş.")
                .replace("| Law |", "| с. 5 Закон |");

        assertThat(Documents.policy(new Source("x", text), Vocabularies.ALL).diagnostics())
                .isEmpty();
    }
}
