package dev.proviso.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"use", "contact.email", "legal-obligation", "a-1.b-2-c.3", "0"})
    void letters_digits_hyphens_and_dots_make_a_key(String text) {
        assertThat(Key.isKey(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "a.", ".a", "a-", "-a", "a..b", "a--b", "a.-b", "a-.b", "A", "é", "a b", "a\n", "*"
            })
    void what_has_an_empty_part_or_another_letter_is_no_key(String text) {
        assertThat(Key.isKey(text)).isFalse();
    }

    @Test
    void a_text_may_be_as_long_as_it_likes() {
        assertThat(Key.isKey("a.".repeat(1_000_000) + "a")).isTrue();
        assertThat(Key.isKey("a-".repeat(1_000_000))).isFalse();
    }
}
