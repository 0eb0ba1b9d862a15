package dev.proviso.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as they stand in addresses and forms. */
final class Encoded {

    private Encoded() {}

    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static byte[] form(List<Attempt.Parameter> fields) {
        return fields.stream()
                .map(field -> part(field.name()) + "=" + part(field.value()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] parts(List<Attempt.Parameter> fields, String boundary) {
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field.name() + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + field.value() + "\r\n"));
        return body.append("--" + boundary + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
