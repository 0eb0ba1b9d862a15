package dev.proviso.publication;

import java.nio.charset.StandardCharsets;

/** Puts fields together for a hash: each as the number of its UTF-8 bytes, a colon, the bytes and a comma. */
final class Netstrings {

    private Netstrings() {}

    /** No two lists of fields give the same text. */
    static String of(String... fields) {
        var text = new StringBuilder();
        for (String field : fields) {
            text.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append(',');
        }
        return text.toString();
    }
}
