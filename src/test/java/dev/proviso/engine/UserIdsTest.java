package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Correction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class UserIdsTest {

    /** Controls, directions, zero-width characters, fillers, selectors, all blanks but U+0020, and what is no character. */
    public static IntStream unprintable() {
        return Stream.of(
                        IntStream.rangeClosed(0x00, 0x1F),
                        IntStream.rangeClosed(0x7F, 0xA0),
                        IntStream.of(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x180E),
                        IntStream.rangeClosed(0x2000, 0x200F),
                        IntStream.rangeClosed(0x2028, 0x202F),
                        IntStream.rangeClosed(0x205F, 0x206F),
                        IntStream.of(0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xE000, 0xD800, 0xDC00),
                        IntStream.of(0xE0001, 0xE0041, 0xE0100, 0x10FFFF))
                .flatMapToInt(characters -> characters);
    }

    @ParameterizedTest
    @MethodSource("unprintable")
    void what_nobody_sees_is_named_wherever_it_stands(int character) {
        String one = Character.toString(character);

        assertThat(Stream.of(one, one + "u-1", "u" + one + "1", "u-1" + one)).allSatisfy(id -> assertThat(
                        UserIds.mistake(id).orElseThrow().sentence())
                .startsWith("A user's id is printable; this one has the character U+%04X ".formatted(character)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " u-1|A user's id has no blank at its start or end, nor two in a row.|u-1",
                "u-1 |A user's id has no blank at its start or end, nor two in a row.|u-1",
                "u  1|A user's id has no blank at its start or end, nor two in a row.|u 1",
                "Zoe\u0308|A user's id is in Unicode's normal form NFC; this one is not.|Zo\u00EB",
                "\u212Bs|A user's id is in Unicode's normal form NFC; this one is not.|\u00C5s",
                ".|A user's id is not \".\", which leads elsewhere in an address.|",
                "..|A user's id is not \"..\", which leads elsewhere in an address.|",
            })
    void an_id_that_looks_like_another_is_refused_with_the_right_one(String id, String sentence, String nearest) {
        Correction mistake = UserIds.mistake(id).orElseThrow();

        assertThat(mistake.sentence()).isEqualTo(sentence);
        assertThat(mistake.nearest().orElse(null)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u-1",
                "0017",
                "...",
                "a b",
                "a/b",
                "a%2Fb",
                "a;b",
                "zoë@example.org",
                "李雷",
                "محمد",
                "\uD83D\uDE00",
                "<b>",
                "\""
            })
    void whatever_is_printable_may_be_an_id(String id) {
        assertThat(UserIds.mistake(id)).isEmpty();
    }

    @Test
    void an_id_has_one_to_256_characters() {
        assertThat(UserIds.isId("a".repeat(256))).isTrue();
        assertThat(Stream.of("", "a".repeat(257)))
                .allSatisfy(id -> assertThat(UserIds.mistake(id).orElseThrow().sentence())
                        .isEqualTo("A user's id is a text of 1 to 256 characters."));
    }
}
