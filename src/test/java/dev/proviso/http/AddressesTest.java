package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1;x/policies",
                ";/v1/policies",
                "/desk/ask;",
                "/v1/policies/a%3Bb",
                "/desk/a%3bb",
                "//v1/policies",
                "/v1//policies",
                "/v1/./policies",
                "/v1/x/../policies",
                "/v1/%2E%2E/policies",
                "/v1/%2e./policies",
                "/v1/users/..",
                "/v1/users/a;b",
                "/desk/%2e"
            })
    void what_could_be_read_in_two_ways_is_refused(String path) {
        assertThat(Addresses.pathFault(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk/",
                "/v1/policies",
                "/v1/users/a%3Bb",
                "/v1/users/a%2Fb",
                "/.well-known/authzen-configuration",
                "/policies/p/changes.atom",
                "/v1/users/.a/governing",
                "/v1/users/a..b"
            })
    void what_has_one_meaning_is_not(String path) {
        assertThat(Addresses.pathFault(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users/%FF",
                "/v1/users/a%C3",
                "/v1/users/%C3a%A9",
                "/v1/users/%C0%AE",
                "/v1/users/%ED%A0%80",
                "/v1/users/%F4%90%80%80",
                "/v1/users/%F0%9F%98",
                "/v1/decisions?purpose=%FF",
                "/v1/decisions?%C3=x"
            })
    void what_stands_for_no_character_is_refused(String address) {
        assertThat(Addresses.encodingFault(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users/%25",
                "/v1/users/%2541",
                "/v1/users/%C3%A9%c3%a9a",
                "/v1/users/%F0%9F%98%80",
                "/v1/users/%EF%BF%BD",
                "/v1/decisions?purpose=%C3%A9&x=50%25"
            })
    void what_stands_for_characters_is_not(String address) {
        assertThat(Addresses.encodingFault(address)).isEmpty();
    }
}
