package dev.proviso.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request to the provider of the tests, and its answer. */
record Exchange(HttpExchange http) {

    /** The fields of a query or a form. */
    record Fields(Map<String, String> values) {

        static Fields of(String encoded) {
            return new Fields(Arrays.stream(encoded.split("&"))
                    .map(field -> field.split("=", 2))
                    .filter(field -> field.length == 2)
                    .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1]))));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        /** Empty if it is missing. */
        String get(String name) {
            return values.getOrDefault(name, "");
        }
    }

    Fields query() {
        return Fields.of(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
    }

    Fields form() throws IOException {
        return Fields.of(new String(http.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    }

    /** The value of a cookie; empty if there is none. */
    String cookie(String name) {
        return header("Cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split("; ")))
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Whether a client says who it is with its secret. */
    boolean isOf(String client, String secret) {
        String said = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return header("Authorization").equals(Optional.of("Basic " + said));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    /** @param cookie what the browser is to keep, with how long and where */
    void redirect(String address, String cookie) throws IOException {
        http.getResponseHeaders().set("Location", address);
        http.getResponseHeaders().set("Set-Cookie", cookie);
        http.sendResponseHeaders(302, -1);
        http.close();
    }

    void answer(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }
}
