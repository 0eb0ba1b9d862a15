package dev.proviso.web.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/desk/ask?purpose=a /desk/ask?purpose=a",
                "/desk/a,b /desk/a%2Cb",
                "/desk/a%2Cb /desk/a%2Cb",
                "/desk/100% /desk/100%25",
                "/desk/%4 /desk/%254",
                "/desk/%zz /desk/%25zz",
            })
    void what_a_cookie_cannot_have_is_written_with_percent_signs(String address, String kept) {
        assertThat(WantedAddress.encoded(address)).isEqualTo(kept);
        assertThat(WantedAddress.isKept(address)).isEqualTo(address.equals(kept));
        assertThat(WantedAddress.isKept(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%41", "a%41"})
    void an_address_may_be_long(String part) {
        assertThat(WantedAddress.isKept("/desk/" + part.repeat(200_000))).isTrue();
        assertThat(WantedAddress.isKept("/desk/" + part.repeat(200_000) + ",")).isFalse();
    }
}
