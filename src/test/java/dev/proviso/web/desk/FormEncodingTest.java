package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms are in UTF-8, and as they are. */
@QuarkusTest
@Tag("system")
class FormEncodingTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI service;

    private Answer post(String address, String form, String... headers) {
        String cookies = "Cookie: " + Someone.signedInAs("drafter").cookies();
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(cookies), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return RawHttp.sendFrom("127.0.0.1", service, "POST", address, form, all);
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/drafts/p-encodings, text=%C1%83, byte 5",
        "/desk/drafts/p-encodings/1, text=a%FF, byte 6",
        "/desk/drafts/p-encodings/1/editor/check, text=%ED%A0%80, byte 5",
        "/desk/drafts/p-encodings/1/remarks, text=%e9, byte 5",
    })
    void a_field_that_is_not_utf_8_is_refused_with_its_place(String address, String form, String place) {
        Answer answer = post(address, form, FORM);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/drafts/p-encodings",
                "/desk/drafts/p-encodings/1",
                "/desk/drafts/p-encodings/1/editor/check",
                "/desk/drafts/p-encodings/1/remarks"
            })
    void another_encoding_or_charset_is_named(String address) {
        Answer compressed = post(address, "text=a", FORM, "Content-Encoding: gzip");
        Answer western = post(address, "text=a", FORM + "; charset=windows-1252");

        assertThat(compressed.status()).isEqualTo(415);
        assertThat(compressed.body()).contains("gzip");
        assertThat(western.status()).isEqualTo(415);
        assertThat(western.body()).contains("windows-1252");
    }
}
