package dev.proviso.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({
        "an overlong C, 22c18322, 1",
        "an overlong slash of three bytes, e080af, 0",
        "an overlong slash of four bytes, f08080af, 0",
        "an overlong NUL, c080, 0",
        "a high surrogate, 61eda080, 1",
        "a pair of surrogates (CESU-8), eda0bdedb880, 0",
        "beyond the last character, f4908080, 0",
        "five bytes, f888808080, 0",
        "a byte that never occurs, 61ff, 1",
        "a lone continuation, 6180, 1",
        "a character cut off, 61c3, 1",
        "a character cut off by another, 6161c328, 2",
        "Latin-1, 66fc72, 1",
        "a mark of UTF-16, feff0041, 0",
    })
    void what_is_not_utf_8_is_found_where_it_is(String what, String hex, int offset) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(Utf8.malformedAt(bytes)).as(what).hasValue(offset);
        assertThat(Utf8.mistake(bytes).orElseThrow())
                .contains("byte " + offset + ",", "0x" + String.format("%02X", bytes[offset]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_190, 8_191, 8_192, 8_193, 100_000})
    void a_malformed_byte_is_found_however_far_into_the_text_it_is(int before) {
        byte[] good = "é".repeat(before).getBytes(StandardCharsets.UTF_8);
        byte[] bad = java.util.Arrays.copyOf(good, good.length + 1);
        bad[good.length] = (byte) 0xC1;

        assertThat(Utf8.malformedAt(good)).isEqualTo(OptionalInt.empty());
        assertThat(Utf8.malformedAt(bad)).hasValue(good.length);
    }

    @Test
    void every_character_is_utf_8() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                all.appendCodePoint(point);
            }
        }

        assertThat(Utf8.malformedAt(all.toString().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "UTF-32"})
    void json_is_read_in_no_other_encoding(String charset) {
        assertThat(Utf8.mistakeInJson("{\"a\": 1}".getBytes(Charset.forName(charset))))
                .isPresent();
    }

    @Test
    void json_has_no_byte_order_mark() {
        assertThat(Utf8.mistakeInJson("\uFEFF{}".getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .contains("byte order mark");
        assertThat(Utf8.mistakeInJson("{\"\uFEFF\": \"é\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Utf8.mistakeInJson(new byte[0])).isEmpty();
    }
}
