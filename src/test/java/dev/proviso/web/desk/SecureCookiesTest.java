package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import dev.proviso.TestSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behind a proxy that says how people came to it: over HTTPS no cookie goes back over plain HTTP. */
@QuarkusTest
@Tag("system")
class SecureCookiesTest {

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    /** All cookies that are set on the way from a page that is wanted to it. */
    private List<String> cookies(String protocol) {
        String form =
                "j_username=auditor&j_password=" + URLEncoder.encode(TestSettings.PASSWORD, StandardCharsets.UTF_8);
        String forwarded = "X-Forwarded-Proto: " + protocol;
        Answer wanted = RawHttp.send(service, "GET", "/desk/audit", forwarded);
        Answer asked = RawHttp.send(service, "GET", "/desk/sign-in", forwarded);
        Answer signedIn = RawHttp.sendFrom(
                "127.0.0.1",
                service,
                "POST",
                "/desk/sign-in/check",
                form,
                forwarded,
                "Content-Type: application/x-www-form-urlencoded");
        return Stream.of(wanted, asked, signedIn)
                .flatMap(answer -> answer.all("Set-Cookie").stream())
                .toList();
    }

    private static boolean isSecure(String cookie) {
        return Stream.of(cookie.toLowerCase(Locale.ROOT).split("; *")).anyMatch("secure"::equals);
    }

    @Test
    void all_cookies_are_secure_where_people_come_over_https() {
        List<String> cookies = cookies("https");

        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("proviso-session="))
                .anyMatch(cookie -> cookie.startsWith("proviso-csrf="))
                .allMatch(SecureCookiesTest::isSecure);
    }

    @Test
    void and_are_sent_back_where_they_do_not() {
        assertThat(cookies("http")).isNotEmpty().noneMatch(SecureCookiesTest::isSecure);
    }
}
