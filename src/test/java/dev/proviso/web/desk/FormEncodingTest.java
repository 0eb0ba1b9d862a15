package dev.proviso.web.desk;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms are in UTF-8, and as they are. */
@QuarkusTest
class FormEncodingTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @CsvSource({
        "/desk/drafts/p-encodings, text=%C1%83, byte 5",
        "/desk/drafts/p-encodings/1, text=a%FF, byte 6",
        "/desk/drafts/p-encodings/1/editor/check, text=%ED%A0%80, byte 5",
        "/desk/drafts/p-encodings/1/remarks, text=%e9, byte 5",
    })
    void a_field_that_is_not_utf_8_is_refused_with_its_place(String address, String form, String place) {
        Someone.signedInAs("drafter")
                .request()
                .header("Content-Type", FORM)
                .body(form.getBytes(StandardCharsets.US_ASCII))
                .post(address)
                .then()
                .statusCode(400)
                .body(containsString(place));
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/drafts/p-encodings",
        "/desk/drafts/p-encodings/1",
        "/desk/drafts/p-encodings/1/editor/check",
        "/desk/drafts/p-encodings/1/remarks"
    })
    void another_encoding_or_charset_is_named(String address) {
        Someone.signedInAs("drafter")
                .request()
                .header("Content-Type", FORM)
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b})
                .post(address)
                .then()
                .statusCode(415)
                .body(containsString("gzip"));
        Someone.signedInAs("drafter")
                .request()
                .header("Content-Type", FORM + "; charset=windows-1252")
                .body("text=a".getBytes(StandardCharsets.US_ASCII))
                .post(address)
                .then()
                .statusCode(415)
                .body(containsString("windows-1252"));
    }
}
