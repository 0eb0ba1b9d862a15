package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Endpoint;
import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import dev.proviso.TestSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.Consumes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as no link has them: each is answered, and none opens what the plain one does not. */
@QuarkusTest
@Tag("system")
class PathsTest {

    private static final String NOBODY = "X-Nobody: 1";
    private static final String PROGRAM = "Authorization: Basic "
            + Base64.getEncoder().encodeToString(("auditor:" + TestSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    /** The same path for one reader, and for another not. */
    private static List<String> variants(String path) {
        String rest = path.substring(path.indexOf('/', 1));
        String first = path.substring(1, path.indexOf('/', 1));
        return List.of(
                "/" + first + ";x" + rest,
                "/" + first + ";a=b;c" + rest,
                "/;x" + path,
                path + ";",
                path + ";x=/desk",
                path + "/;",
                "/" + first + "%3Bx" + rest,
                "/" + first + "%3bx" + rest,
                path + "%3B",
                "/" + first + "%253Bx" + rest,
                "/" + path,
                "//" + first + "//" + rest.substring(1),
                "/" + first + "/." + rest,
                "/./" + first + rest,
                "/x/.." + path,
                "/desk/.." + path,
                "/v1/.." + path,
                "/policies/.." + path,
                "/desk/sign-in/../.." + path,
                "/" + first + "/%2e" + rest,
                "/x/%2e%2e" + path,
                "/x/%2E." + path,
                "/desk/sign-in%2F..%2F.." + path,
                "/" + first + "%2F" + rest.substring(1),
                path.replace("/", "%2F"),
                "/" + first.toUpperCase(Locale.ROOT) + rest,
                path.toUpperCase(Locale.ROOT),
                path + "/",
                path + "//",
                path + "/.",
                path + "%00",
                "/" + first + "%00" + rest,
                "/" + first + "\\" + rest.substring(1),
                "/" + first + "%5C" + rest.substring(1),
                "/%" + Integer.toHexString(first.charAt(0)) + first.substring(1) + rest,
                path + "#x",
                path + "%23",
                "http://localhost" + path,
                "http://localhost/" + first + ";x" + rest);
    }

    private Answer get(String path, String who) {
        return RawHttp.send(service, "GET", path, who, "Accept: */*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/policies", "/v1/decisions", "/desk/audit", "/desk/ask"})
    void no_way_to_write_a_path_opens_more_than_the_path_itself(String path) {
        String session = "Cookie: " + Someone.signedInAs("auditor").cookies();
        Map<String, String> people = Map.of("nobody", NOBODY, "a session", session, "a program", PROGRAM);
        assertThat(people.values().stream()
                        .filter(who -> get(path, who).status() == 200)
                        .count())
                .isEqualTo(1);

        people.forEach((name, who) -> {
            boolean opens = get(path, who).status() == 200;
            for (String variant : variants(path)) {
                int status = get(variant, who).status();
                assertThat(status).as("%s of %s", variant, name).isBetween(200, 499);
                if (!opens) {
                    assertThat(status).as("%s of %s", variant, name).isGreaterThan(299);
                }
            }
        });
    }

    @Test
    void a_session_writes_nothing_where_programs_write() {
        for (String account : List.of("service", "publisher")) {
            String session = "Cookie: " + Someone.signedInAs(account).cookies();
            for (String path : List.of(
                    "/v1;x/users/csrf-1/consents",
                    "/v1;x/policies/website-privacy/versions/2021-11-01/withdraw",
                    "/v1/users/csrf-1/consents",
                    "/v1/policies/website-privacy/versions/2021-11-01/withdraw")) {
                int status = RawHttp.sendFrom("127.0.0.1", service, "POST", path, "{}", session)
                        .status();

                assertThat(status).as(path).isEqualTo(path.contains(";") ? 400 : 401);
            }
        }
    }

    /** All calls that programs make, with the session of an account whose role would open each. */
    @Test
    void a_session_opens_no_call_of_programs() {
        Map<String, String> sessions = new TreeMap<>();
        List<Endpoint> calls = Endpoint.all().stream()
                .filter(endpoint -> !endpoint.isPage() && !endpoint.isOpen())
                .toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            String cookies = sessions.computeIfAbsent(
                    call.account(), account -> Someone.signedInAs(account).cookies());
            Answer answer = RawHttp.sendFrom(
                    "127.0.0.1",
                    service,
                    call.verb(),
                    call.address(),
                    call.verb().equals("GET") ? "" : "{}",
                    "Content-Type: " + consumed(call),
                    "If-Match: *",
                    "Cookie: " + cookies);

            assertThat(answer.status()).isEqualTo(401);
        });
    }

    private static String consumed(Endpoint call) {
        return Stream.of(call.code(), call.code().getDeclaringClass())
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(Consumes.class)))
                .map(consumes -> consumes.value()[0])
                .findFirst()
                .orElse("application/json");
    }

    /** Nor with the token of a form, which one may have who once saw a page. */
    @Test
    void a_password_in_the_request_opens_no_page() {
        String token = Someone.signedInAs("auditor").cookies().replaceAll(".*proviso-csrf=([^;]*).*", "$1");
        List<Endpoint> pages =
                Endpoint.ofPages().stream().filter(page -> !page.isOpen()).toList();

        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            Answer answer = RawHttp.sendFrom(
                    "127.0.0.1",
                    service,
                    page.verb(),
                    page.address(),
                    page.verb().equals("GET") ? "" : "csrf-token=" + token,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Cookie: proviso-csrf=" + token,
                    "X-CSRF-TOKEN: " + token,
                    "Authorization: Basic "
                            + Base64.getEncoder()
                                    .encodeToString((page.account() + ":" + TestSettings.PASSWORD)
                                            .getBytes(StandardCharsets.UTF_8)));

            assertThat(answer.status()).isIn(302, 401);
            assertThat(answer.header("Location")).isIn("/desk/sign-in", "");
        });
    }

    @Test
    void a_semicolon_is_refused_with_a_sentence_whoever_asks() {
        for (String who : List.of(NOBODY, PROGRAM)) {
            Answer answer = get("/v1;x/policies", who);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("The path has a semicolon in it");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies?;",
                "/v1/decisions?policy=a;user=b",
                "/.well-known/authzen-configuration?&&;",
                "/policies/website-privacy?a=b;"
            })
    void a_semicolon_in_a_query_is_refused_for_readers_differ_about_it(String address) {
        for (String who : List.of(NOBODY, PROGRAM)) {
            Answer answer = get(address, who);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("The query has a semicolon in it. Write %3B");
        }
        assertThat(get("/v1/decisions?policy=a%3Bb", PROGRAM).status()).isNotEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/audit?purpose=a,b",
                "/desk/audit?purpose=\u00c3\u00a9",
                "/desk/audit?purpose=a;b",
                "/desk/audit?purpose=[a]",
                "/desk/documents/a,b",
                "/desk/documents/\u00c3\u00a9/1",
                "/desk/documents/a%2Cb"
            })
    void whoever_follows_a_link_unsigned_comes_to_it_by_way_of_the_sign_in(String link) {
        Answer first = get(link, NOBODY);
        String wanted = first.header("Location").equals("/desk/sign-in") ? link : first.header("Location");
        Answer led = get(wanted, NOBODY);
        String kept = led.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("proviso-wanted="))
                .collect(Collectors.joining());

        assertThat(first.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo("/desk/sign-in");
        assertThat(kept).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Strict");
        Answer signedIn =
                signIn(kept.replaceAll(";.*", "").replace("proviso-wanted=", ""), "auditor", TestSettings.PASSWORD);
        assertThat(signedIn.header("Location")).isEqualTo(wanted);
        assertThat(get(
                                wanted,
                                "Cookie: "
                                        + signedIn.all("Set-Cookie").stream()
                                                .map(cookie -> cookie.replaceAll(";.*", ""))
                                                .collect(Collectors.joining("; ")))
                        .status())
                .isIn(200, 404);
    }

    @Test
    void what_is_sent_to_such_an_address_unsigned_is_answered() {
        for (String link : List.of("/desk/drafts/a,b", "/desk/drafts/\u00c3\u00a9/1/approve", "/desk/drafts/a/\"")) {
            assertThat(RawHttp.send(service, "POST", link).status()).isEqualTo(400);
        }
        for (String link : List.of("\"a\"", "{a}", "a|b", "^", "`", "<a>", "50%", "%zz", "\\")) {
            assertThat(get("/desk/ask?purpose=" + link, NOBODY).status()).isEqualTo(400);
            assertThat(get("/desk/" + link, NOBODY).status()).isEqualTo(400);
        }
        assertThat(get("http://a,b/desk/ask", NOBODY).status()).isEqualTo(400);
    }

    @Test
    void an_address_that_was_not_kept_here_is_led_to_by_no_sign_in() {
        for (String kept : List.of(
                "x|y",
                "http://elsewhere.example.com/desk",
                service + "v1/policies",
                "%s{".formatted(service + "desk"))) {
            assertThat(signIn(kept, "auditor", TestSettings.PASSWORD).header("Location"))
                    .as(kept)
                    .isEqualTo("/desk");
        }
    }

    @Test
    void a_sign_in_with_a_field_left_out_or_that_is_no_form_is_answered() {
        String[] form = {"Content-Type: application/x-www-form-urlencoded"};
        for (String body : List.of("", "j_username=auditor", "j_password=x", "x")) {
            assertThat(RawHttp.sendFrom("127.0.0.1", service, "POST", "/desk/sign-in/check", body, form)
                            .header("Location"))
                    .isEqualTo("/desk/sign-in?failed=true");
        }
        for (String type : List.of("text/plain", "*/*", "application/*", "application/json")) {
            assertThat(RawHttp.sendFrom(
                                    "127.0.0.1", service, "POST", "/desk/sign-in/check", "x", "Content-Type: " + type)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(RawHttp.sendFrom("127.0.0.1", service, "POST", "/desk/x/desk/sign-in/check", "x", form)
                        .status())
                .isEqualTo(404);
    }

    private Answer signIn(String kept, String account, String password) {
        return RawHttp.sendFrom(
                "127.0.0.1",
                service,
                "POST",
                "/desk/sign-in/check",
                "j_username=" + account + "&j_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded",
                "Cookie: proviso-wanted=" + kept);
    }

    @Test
    void a_host_that_is_none_is_refused_and_no_host_is_given_back() {
        for (String host : List.of("Host: a,b", "Host: a b", "Host: \u00e9", "Host: \"a\"", "Host: <x>", "Host: a;b")) {
            assertThat(RawHttp.send(service, "GET", "/desk/ask", host).status())
                    .as(host)
                    .isEqualTo(400);
        }
        assertThat(Stream.of("/", "/desk/ask", "/desk/sign-in")
                        .map(path -> RawHttp.send(service, "GET", path, "Host: elsewhere.example.com"))
                        .flatMap(answer -> answer.all("Location").stream()))
                .containsExactly("/desk", "/desk/sign-in");
    }
}
