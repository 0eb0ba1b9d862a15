package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.api.http.Batches;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies come, and how they are written. */
@QuarkusTest
@Tag("system")
class BodiesTest {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    /** Addresses that take a body of each kind, and a type that each takes. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "/v1/decisions", "application/json",
            "/v1/decisions/batch", "application/json",
            "/v1/users/u-1/consents", "application/json",
            "/v1/documents/check", "text/markdown",
            "/v1/documents/test", "application/json",
            "/access/v1/evaluation", "application/json",
            "/access/v1/evaluations", "application/json",
            "/access/v1/search/resource", "application/json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS /v1/policies",
                "GET /v1/policies",
                "GET /desk",
                "DELETE /v1/users/nobody",
                "FOO /v1/policies",
                "PUT /v1/nothing",
                "POST /v1/policies/website-privacy/drafts/none/remarks/1/settle",
            })
    void a_body_that_nobody_reads_does_not_stand_in_the_way_of_the_next_request(String call) throws IOException {
        String body = "x".repeat(10_000);
        String credentials = "\r\nHost: here\r\nAuthorization: " + Client.credentials("service") + "\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String both = call + " HTTP/1.1" + credentials + "Content-Length: " + body.length() + "\r\n\r\n" + body
                    + "GET /v1/policies HTTP/1.1" + credentials + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(both.getBytes(StandardCharsets.UTF_8));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.split("HTTP/1\\.1 ", -1)).as("%s", answers).hasSize(3);
            assertThat(answers).contains("\"website-privacy\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /policies/website-privacy application/x-www-form-urlencoded",
                "GET /desk/sign-in multipart/form-data; boundary=b",
                "GET /v1/policies application/x-www-form-urlencoded; charset=utf-8",
                "POST /access/v1/evaluation multipart/form-dataX; boundary=b",
                "POST /v1/decisions application/x-www-form-urlencodedX",
            })
    void no_thread_waits_for_a_form_where_none_is_taken(String call) throws IOException {
        String[] words = call.split(" ", 3);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String head = words[0] + " " + words[1] + " HTTP/1.1\r\nHost: here\r\nContent-Type: " + words[2]
                    + "\r\nContent-Length: 1000000\r\n\r\nxxxx";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 4");
        }
    }

    private static Stream<Arguments> perAddress(String... each) {
        return ADDRESSES.entrySet().stream()
                .flatMap(one -> Stream.of(each).map(what -> Arguments.of(one.getKey(), one.getValue(), what)));
    }

    static Stream<Arguments> encodings() {
        return Stream.concat(
                perAddress("gzip", "br", "deflate", "gzip, identity", "x-unknown"),
                Stream.of(Arguments.of(Batches.PATH, Batches.LINES, "gzip")));
    }

    private static String account(String path) {
        return path.startsWith("/v1/documents") ? "drafter" : "service";
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void a_content_encoding_that_is_not_read_is_named(String path, String type, String encoding) {
        String detail = Client.as(account(path))
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .post(path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", "identity")
                .extract()
                .path("detail");

        assertThat(detail).contains("\"" + encoding + "\"", "without Content-Encoding");
    }

    static Stream<Arguments> charsets() {
        return Stream.concat(
                perAddress("iso-8859-1", "utf-16", "windows-1252", "nonsense"),
                Stream.of(Arguments.of(Batches.PATH, Batches.LINES, "utf-16")));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void a_charset_that_is_not_utf_8_is_named(String path, String type, String charset) {
        String detail = Client.as(account(path))
                .header("Content-Type", type + "; charset=" + charset)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .extract()
                .path("detail");

        assertThat(detail).contains("\"" + charset + "\"", "UTF-8");
    }

    static Stream<Arguments> addresses() {
        return perAddress("");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void what_is_not_utf_8_is_refused_with_its_place(String path, String type, String nothing) {
        byte[] overlong = "{\"policy\": \"_\"}".getBytes(StandardCharsets.UTF_8);
        overlong[12] = (byte) 0xC1;

        String detail = Client.as(account(path))
                .header("Content-Type", type)
                .body(overlong)
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .path("detail");

        assertThat(detail).contains("byte 12,", "0xC1");
    }

    @Test
    void no_permit_comes_of_overlong_forms_or_other_encodings() {
        String country =
                QUESTION.replace("\"country\": \"CN\",\n    \"timeZone\"", "\"country\": \"@N\",\n    \"timeZone\"");
        byte[] text = country.getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> bodies = new ArrayList<>();
        bodies.add(QUESTION.getBytes(StandardCharsets.UTF_16));
        bodies.add(QUESTION.getBytes(StandardCharsets.UTF_16LE));
        bodies.add(QUESTION.getBytes(Charset.forName("UTF-32BE")));
        bodies.add(("\uFEFF" + QUESTION).getBytes(StandardCharsets.UTF_8));
        int at = country.indexOf('@');
        byte[] overlong = new byte[text.length + 1];
        System.arraycopy(text, 0, overlong, 0, at);
        overlong[at] = (byte) 0xC1;
        overlong[at + 1] = (byte) 0x83;
        System.arraycopy(text, at + 1, overlong, at + 2, text.length - at - 1);
        bodies.add(overlong);

        for (byte[] body : bodies) {
            Client.as("service")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/decisions")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void utf_8_may_be_named() {
        Client.as("service")
                .header("Content-Type", "application/json; charset=\"UTF-8\"")
                .header("Content-Encoding", "identity")
                .body(QUESTION.getBytes(StandardCharsets.UTF_8))
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void a_line_that_is_not_utf_8_gives_a_problem_in_its_place() {
        byte[] lines = "{\"policy\": \"_\"}\n{}\n".getBytes(StandardCharsets.UTF_8);
        lines[12] = (byte) 0xFF;

        String answers = Client.as("service")
                .contentType(Batches.LINES)
                .body(lines)
                .post(Batches.PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answers.lines()).hasSize(2);
        assertThat(answers.lines().findFirst().orElseThrow()).contains("\"status\":400", "byte 12");
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_read_up_to_the_limit() throws IOException {
        byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (RawRequest request = new RawRequest(address)) {
            request.send(
                    RawRequest.head(
                            "POST /v1/documents/check",
                            "drafter",
                            "Content-Type: text/markdown",
                            "Transfer-Encoding: chunked"),
                    new byte[0]);
            boolean refused = false;
            for (int i = 0; i < 220 && !refused; i++) {
                try {
                    request.raw((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                    request.raw(piece);
                    request.raw("\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    refused = true;
                }
            }

            assertThat(request.status()).contains("413");
        }
    }

    /** One test for all that has to wait until a body is late, for that takes as long as the setting says. */
    @Test
    void bodies_that_do_not_arrive_hold_nobody_and_are_told_so_in_one_line() throws Exception {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listening);
        List<RawRequest> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 220; i++) {
                slow.add(new RawRequest(address)
                        .send(
                                RawRequest.head(
                                        "POST " + (i % 2 == 0 ? "/v1/documents/check" : "/v1/users/u-1/consents"),
                                        "service",
                                        "Content-Type: " + (i % 2 == 0 ? "text/markdown" : "application/json"),
                                        "Content-Length: 1000000"),
                                "xxxx".getBytes(StandardCharsets.UTF_8)));
            }
            RawRequest signIn = new RawRequest(address)
                    .send(
                            "POST /desk/sign-in/check HTTP/1.1\nHost: here\n"
                                    + "Content-Type: application/x-www-form-urlencoded\nContent-Length: 1000",
                            "j_username=".getBytes(StandardCharsets.UTF_8));
            RawRequest unsigned = new RawRequest(address)
                    .send(
                            "POST /v1/documents/check HTTP/1.1\nHost: here\nContent-Type: text/markdown\n"
                                    + "Content-Length: 1000000",
                            "xxxx".getBytes(StandardCharsets.UTF_8));

            assertThat(unsigned.status()).as("before its body has come").contains("401");
            for (int i = 0; i < 10; i++) {
                Client.ask(QUESTION).statusCode(200);
                Client.as("drafter")
                        .contentType("text/markdown")
                        .body("x")
                        .post("/v1/documents/check")
                        .then()
                        .statusCode(200);
            }
            assertThat(slow.get(0).isSilent(1)).as("still waited for").isTrue();
            for (RawRequest request : slow) {
                assertThat(request.answerToTheEnd())
                        .startsWith("HTTP/1.1 408")
                        .contains("application/problem+json", "did not arrive");
            }
            assertThat(signIn.status()).contains("408");
            signIn.close();
            unsigned.close();
        } finally {
            Logger.getLogger("").removeHandler(listening);
            for (RawRequest request : slow) {
                request.close();
            }
        }
        List<LogRecord> late = logged.stream()
                .filter(record -> record.getMessage().contains("did not arrive"))
                .toList();
        assertThat(late).hasSameSizeAs(slow).allSatisfy(record -> assertThat(record.getThrown())
                .isNull());
        assertThat(logged).noneMatch(record -> record.getThrown() != null);
    }

    @Test
    void a_sign_in_is_short_and_says_how_short() throws IOException {
        String head =
                "POST /desk/sign-in/check HTTP/1.1\nHost: here\nContent-Type: application/x-www-form-urlencoded\n";
        try (RawRequest request = new RawRequest(address)) {
            request.send(head + "Content-Length: 1000000", new byte[0]);
            assertThat(request.status()).contains("413");
        }
        try (RawRequest request = new RawRequest(address)) {
            request.send(head + "Transfer-Encoding: chunked", new byte[0]);
            assertThat(request.status()).contains("411");
        }
    }
}
