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
}
