package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.http.EndedSessions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class EndedSessionsTest {

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    @Inject
    EndedSessions ended;

    @ConfigProperty(name = "quarkus.http.auth.form.timeout")
    Duration longest;

    @ConfigProperty(name = "quarkus.http.auth.form.new-cookie-interval")
    Duration renewed;

    private RawHttp.Answer open(String cookies) {
        return RawHttp.send(service, "GET", "/desk/audit", "Cookie: " + cookies);
    }

    @Test
    void a_copy_of_a_cookie_opens_nothing_once_its_session_was_ended() {
        Someone auditor = Someone.signedInAs("auditor");
        String copy = auditor.cookies();
        String another = Someone.signedInAs("auditor").cookies();
        assertThat(open(copy).status()).isEqualTo(200);

        auditor.form().post("/desk/sign-out").then().statusCode(303);

        assertThat(open(copy).status()).isEqualTo(302);
        assertThat(open(copy).header("Location")).isEqualTo("/desk/sign-in");
        assertThat(open(another).status()).isEqualTo(200);
    }

    /** The padding of Base64 may be left out, and the last letter has bits that say nothing. */
    @Test
    void nor_does_the_same_cookie_written_in_another_way() {
        Someone auditor = Someone.signedInAs("auditor");
        String copy = auditor.cookies();
        auditor.form().post("/desk/sign-out").then().statusCode(303);

        String plain = copy.replaceAll(".*(proviso-session=[^;]*).*", "$1");
        String value = plain.replace("proviso-session=", "").replace("\"", "");

        assertThat(value).matches("[A-Za-z0-9+/]+={0,2}");
        assertThat(open("proviso-session=" + value.replace("=", "")).status()).isEqualTo(302);
        assertThat(open("proviso-session=\"" + value + "\"").status()).isEqualTo(302);
    }

    @Test
    void whoever_signed_out_signs_in_again() {
        Someone auditor = Someone.signedInAs("auditor");
        auditor.form().post("/desk/sign-out").then().statusCode(303);

        auditor.signIn("auditor", dev.proviso.TestSettings.PASSWORD).statusCode(302);

        auditor.open("/desk/audit").statusCode(200);
    }

    /** All that says when a session ends stands in its cookie, which is made when someone signs in, and never again. */
    @Test
    void a_session_ends_half_a_day_after_it_began_however_much_is_done_in_it() {
        Someone auditor = Someone.signedInAs("auditor");

        assertThat(longest).isEqualTo(Duration.ofHours(12));
        assertThat(renewed).isGreaterThanOrEqualTo(longest);
        assertThat(auditor.open("/desk/audit").statusCode(200).extract().cookies())
                .doesNotContainKey("proviso-session");
    }

    @Test
    void what_was_ended_is_forgotten_once_its_cookie_is_worth_nothing() {
        String old = "a".repeat(64);
        String recent = "b".repeat(64);
        ended.end(old, Instant.now().minusSeconds(1));
        ended.end(recent, Instant.now().plusSeconds(60));
        ended.end(recent, Instant.now().plusSeconds(60));

        assertThat(ended.isEnded(old)).isFalse();
        assertThat(ended.isEnded(recent)).isTrue();
        assertThat(ended.isEnded("c".repeat(64))).isFalse();
    }
}
