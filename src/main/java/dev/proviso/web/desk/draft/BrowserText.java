package dev.proviso.web.desk.draft;

import dev.proviso.publication.Content;

/** Text as it comes from a browser, which ends its lines as it likes. */
final class BrowserText {

    private BrowserText() {}

    /** A new text for a document, whose lines end as they did before. */
    static Content content(String typed, String before) {
        String plain = typed.replace("\r\n", "\n");
        return new Content(before.contains("\r\n") ? plain.replace("\n", "\r\n") : plain);
    }
}
