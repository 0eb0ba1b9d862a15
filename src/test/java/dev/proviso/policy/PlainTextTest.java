package dev.proviso.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    /** What Unicode calls controls of direction, zero-width and invisible characters, tags, and code points that are no character. */
    static IntStream hidden() {
        return Stream.of(
                        IntStream.rangeClosed(0x202A, 0x202E),
                        IntStream.rangeClosed(0x2066, 0x2069),
                        IntStream.of(0x200E, 0x200F, 0x061C),
                        IntStream.of(0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x034F, 0x180E, 0x3164, 0x2800),
                        IntStream.rangeClosed(0x2061, 0x2064),
                        IntStream.rangeClosed(0x00, 0x08),
                        IntStream.of(0x0B, 0x0C),
                        IntStream.rangeClosed(0x0E, 0x1F),
                        IntStream.rangeClosed(0x7F, 0x9F),
                        IntStream.of(0x2028, 0x2029, 0xE000, 0x10FFFD, 0xFDD0, 0xFFFE, 0x10FFFF, 0xD800, 0xDFFF),
                        IntStream.rangeClosed(0xE0000, 0xE007F))
                .flatMapToInt(characters -> characters);
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void what_is_not_seen_is_found_where_it_stands(int character) {
        String text = "We do \uD83D\uDE00 n" + Character.toString(character) + "ot.";

        assertThat(PlainText.firstHidden(text)).hasValueSatisfying(found -> {
            assertThat(found.offset()).isEqualTo(10);
            assertThat(found.codePoint()).isEqualTo(character);
            assertThat(found.name()).startsWith("U+%04X ".formatted(character)).doesNotContain("null");
        });
        assertThat(PlainText.firstUnprintable(text)).isEqualTo(PlainText.firstHidden(text));
    }

    @ParameterizedTest
    @CsvSource({
        "202E, U+202E RIGHT-TO-LEFT OVERRIDE",
        "200B, U+200B ZERO WIDTH SPACE",
        "0000, U+0000 NULL",
        "D800, U+D800 HALF OF A SURROGATE PAIR",
        "E001, U+E001 PRIVATE USE",
        "FDD0, U+FDD0 UNASSIGNED",
        "E0041, U+E0041 TAG LATIN CAPITAL LETTER A"
    })
    void a_character_is_called_by_its_name(String code, String name) {
        String text = Character.toString(Integer.parseInt(code, 16));

        assertThat(PlainText.firstHidden(text)).map(PlainText.Finding::name).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Plain text.\r\n\tIn two lines.",
                "Übermäßig, naïve — “quoted” 中文、日本語 العربية עברית हिन्दी ไทย",
                "می\u200Cخواهیم",
                "क्\u200Dष",
                "شش \u0601۱۲",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\u845B\uDB40\uDD00"
            })
    void what_writing_needs_is_left_alone(String text) {
        assertThat(PlainText.firstHidden(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200Cخ",
                "خ\u200C",
                "a\u200Db",
                "خ\u200Cb",
                "\uD83D\uDE00\u200C\uD83D\uDE00",
                "a\uFE0F",
                "\uFE0F"
            })
    void joiners_and_selectors_elsewhere_are_hidden(String text) {
        assertThat(PlainText.firstHidden(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\u00A0b", "a\u3000b", "می\u200Cخ", "\u2764\uFE0F", "\u0601"})
    void an_identifier_may_have_less(String identifier) {
        assertThat(PlainText.firstUnprintable(identifier)).isPresent();
    }

    @Test
    void an_identifier_may_have_any_letter_and_a_blank() {
        assertThat(PlainText.firstUnprintable("u-1 Zoë+李@example.org/\uD83D\uDE00"))
                .isEmpty();
    }

    @Test
    void a_text_without_what_is_hidden_has_nothing_hidden_and_all_the_rest() {
        int[] characters = {
            'a', ' ', 0x200C, 0x200D, 0x202E, 0xFE0F, 0x1F600, 0x2764, 0x0915, 0x094D, 0x0637, 0xAD, '\n'
        };
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            String seen = PlainText.withoutHidden(text.toString());

            assertThat(PlainText.firstHidden(seen)).as("%s", text).isEmpty();
            if (PlainText.firstHidden(text.toString()).isEmpty()) {
                assertThat(seen).isEqualTo(text.toString());
            }
        }
    }
}
