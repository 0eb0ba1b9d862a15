package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import dev.proviso.TestSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a proxy and this service could read in two ways. */
@QuarkusTest
@Tag("system")
class HeadersTest {

    private static final String SERVICE = "Authorization: Basic "
            + Base64.getEncoder().encodeToString(("service:" + TestSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String JSON = "Content-Type: application/json";
    private static final String USE = "{\"at\": \"2016-01-15T00:00:00Z\"}";

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    private Answer post(String body, String... headers) {
        return RawHttp.sendFrom("127.0.0.1", service, "POST", "/v1/users/headers/uses", body, headers);
    }

    private static void isRefused(Answer answer, String sentence) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic eDp4",
                "Content-Type: text/plain",
                "Idempotency-Key: another",
                "Sec-Fetch-Site: cross-site",
                "Content-Encoding: gzip"
            })
    void a_header_that_counts_once_is_not_given_twice(String another) {
        String name = another.replaceAll(":.*", "");
        String[] once = {
            SERVICE, JSON, "Idempotency-Key: one", "Sec-Fetch-Site: same-origin", "Content-Encoding: identity"
        };
        String[] twice = java.util.Arrays.copyOf(once, once.length + 1);
        twice[once.length] = another;

        assertThat(post(USE, once).status()).isEqualTo(201);
        isRefused(post(USE, twice), "The header " + name + " is given 2 times, and taken once.");
    }

    @Test
    void what_a_page_of_another_site_sends_with_a_remembered_password_changes_nothing() {
        for (String site : List.of("cross-site", "same-site")) {
            Answer answer = post(USE, SERVICE, JSON, "Sec-Fetch-Site: " + site);

            assertThat(answer.status()).as(site).isEqualTo(403);
            assertThat(answer.body()).contains("Another site sent this. Nothing was changed.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xchunked", "gzip, chunked", "chunked, gzip", "identity", "chunked, chunked", "\"chunked\""})
    void a_body_whose_end_depends_on_who_reads_it_is_refused(String coding) {
        isRefused(
                post(USE, SERVICE, JSON, "Transfer-Encoding: " + coding),
                "The header Transfer-Encoding may say \\\"chunked\\\" once, and nothing else.");
    }

    @Test
    void a_body_in_chunks_is_read() {
        String chunks = Integer.toHexString(USE.length()) + "\r\n" + USE + "\r\n0\r\n\r\n";

        assertThat(RawHttp.sendFrom(
                                "127.0.0.1",
                                service,
                                "POST",
                                "/v1/users/headers/uses",
                                chunks,
                                SERVICE,
                                JSON,
                                "Transfer-Encoding: chunked")
                        .status())
                .isEqualTo(201);
    }
}
