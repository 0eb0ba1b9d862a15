package dev.proviso.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.embedded.StartRefused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoAccountsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void on_a_loopback_address_anyone_may_try_it(String host) {
        assertThatCode(() -> DemoAccounts.refuseUnsafe(host, "loopback", "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void on_any_other_address_the_start_is_refused_with_a_sentence(String host) {
        assertThatThrownBy(() -> DemoAccounts.refuseUnsafe(host, "loopback", "a password"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Proviso would listen on " + host)
                .hasMessageContaining("PROVISO_DEMO_ACCOUNTS=anywhere");
        assertThatThrownBy(() -> DemoAccounts.refuseUnsafe(host, "anywhere", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PROVISO_DEMO_PASSWORD");
        assertThatCode(() -> DemoAccounts.refuseUnsafe(host, "anywhere", "a password"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_word_that_is_not_a_setting_is_refused() {
        assertThatThrownBy(() -> DemoAccounts.refuseUnsafe("127.0.0.1", "everywhere", ""))
                .hasMessage("PROVISO_DEMO_ACCOUNTS is \"everywhere\"; it can be loopback or anywhere.");
    }

    @Test
    void a_chosen_password_is_not_repeated_at_the_start() {
        assertThat(StartupBanner.text("http://127.0.0.1:8080", Optional.of("made-up")))
                .contains("-u service:made-up http://127.0.0.1:8080/v1/decisions")
                .contains("http://127.0.0.1:8080/desk");
        assertThat(StartupBanner.text("http://127.0.0.1:8080", Optional.empty()))
                .contains("-u service:\"$PROVISO_DEMO_PASSWORD\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "any", "proviso, any"})
    void tokens_that_may_be_for_anyone_are_not_taken(String audience) {
        assertThatThrownBy(() -> OidcSettings.refuseUnsafe(audience))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("QUARKUS_OIDC_TOKEN_AUDIENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proviso", "proviso,proviso-test", "https://proviso.example.com"})
    void tokens_for_a_named_audience_are_taken(String audience) {
        assertThatCode(() -> OidcSettings.refuseUnsafe(audience)).doesNotThrowAnyException();
    }

    @Test
    void where_tokens_are_taken_the_start_says_so_and_names_no_password() {
        assertThat(StartupBanner.withTokens("http://127.0.0.1:8080", "https://login.example.com", true))
                .contains(
                        "a token of https://login.example.com",
                        "-H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:8080/")
                .contains("http://127.0.0.1:8080/desk")
                .doesNotContain("password", "QUARKUS_OIDC_CLIENT_ID");
        assertThat(StartupBanner.withTokens("http://127.0.0.1:8080", "https://login.example.com", false))
                .contains("QUARKUS_OIDC_CLIENT_ID");
    }
}
