package dev.proviso.fuzz;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 if nothing came before the connection was closed
 * @param saysWhen whether it says when to try again
 * @param isRaw whether the body is as it went over the wire, perhaps in chunks
 */
record Answer(int status, String type, boolean saysWhen, String body, boolean isRaw, Duration taken) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Pattern TYPE = Pattern.compile("(?i)\ncontent-type: ?([^\r\n]*)");

    static Answer literal(String text) {
        String[] halves = text.split("\r\n\r\n", 2);
        Matcher status = STATUS.matcher(halves[0]);
        Matcher type = TYPE.matcher(halves[0]);
        return new Answer(
                status.lookingAt() ? Integer.parseInt(status.group(1)) : 0,
                type.find() ? type.group(1) : "",
                halves[0].toLowerCase(Locale.ROOT).contains("\nretry-after:"),
                halves.length > 1 ? halves[1] : "",
                true,
                Duration.ZERO);
    }

    Answer after(Duration duration) {
        return new Answer(status, type, saysWhen, body, isRaw, duration);
    }

    /** The media type without its parameters. */
    String mediaType() {
        return type.replaceAll(";.*", "").strip();
    }

    boolean isProblem() {
        return mediaType().equals("application/problem+json");
    }

    /** Whether it says that there was too much to do just then. */
    boolean isOverload() {
        return (status == 503 || status == 429) && saysWhen;
    }

    @Override
    public String toString() {
        return status + " " + type + " after " + taken.toMillis() + " ms: "
                + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
