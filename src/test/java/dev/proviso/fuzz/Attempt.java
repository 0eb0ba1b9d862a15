package dev.proviso.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One request while it is made: first as somebody means it, then with what goes wrong on the way. */
final class Attempt {

    /** Of these, no call that takes JSON takes any. */
    private static final List<String> OTHER_TYPES = List.of("text/plain", "application/xml", "text/markdown");

    /** What it is a request to: a method and the pattern of an address. */
    private final String operation;

    private final boolean isOfDesk;
    private final String account;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Parameter> headers = new ArrayList<>();
    private final Set<String> why = new TreeSet<>();
    private final Set<String> whyOfBody = new TreeSet<>();

    private String method;
    private String path;
    private byte[] body = new byte[0];
    private boolean isPieces;
    private boolean expectsJson;
    private boolean isElsewhere;

    /** The field of a query, or a header. */
    record Parameter(String name, String value) {}

    /** @param account whose credentials it carries; empty for nobody's */
    Attempt(String operation, boolean isOfDesk, String account, String path) {
        this.operation = operation;
        this.isOfDesk = isOfDesk;
        this.account = account;
        this.method = operation.split(" ", 2)[0];
        this.path = path;
    }

    String operation() {
        return operation;
    }

    boolean isOfDesk() {
        return isOfDesk;
    }

    String account() {
        return account;
    }

    String method() {
        return method;
    }

    /** Whether the service looks at its body, which it does with no request that only reads. */
    boolean readsBody() {
        return !List.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    void method(String method) {
        isElsewhere |= !method.equals(this.method);
        this.method = method;
    }

    String path() {
        return path;
    }

    /** Sends it to another address, which may be none. */
    void path(String path) {
        isElsewhere |= !path.equals(this.path);
        this.path = path;
    }

    /** May it have come to another operation than the one it was made for? */
    boolean isElsewhere() {
        return isElsewhere
                || path.contains("/.")
                || path.toUpperCase(Locale.ROOT).contains("%2E");
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Parameter> headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Sets a header, whatever it was before. */
    void header(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        headers.add(new Parameter(name, value));
    }

    void withoutHeader(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    }

    byte[] body() {
        return body;
    }

    void body(byte[] body) {
        this.body = body;
    }

    boolean isJson() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json");
    }

    /** Each part of the body has an answer of its own, or a problem, in a response that succeeds. */
    void answeredInPieces() {
        isPieces = true;
    }

    boolean isAnsweredInPieces() {
        return isPieces;
    }

    /** It is broken in a way in which it must be refused. */
    void refuse(String reason) {
        why.add(reason);
    }

    /** As {@link #refuse}, for what nobody looks at where no body is read. */
    void refuseBody(String reason) {
        whyOfBody.add(reason);
    }

    /** It is made for a call that takes JSON. */
    void expectJson() {
        expectsJson = true;
    }

    private boolean isOfOtherType() {
        String type = header("Content-Type").orElse("");
        return expectsJson && OTHER_TYPES.contains(type);
    }

    /** Why it must be refused; empty if it may succeed. */
    Set<String> why() {
        Set<String> all = new TreeSet<>(why);
        if (readsBody()) {
            all.addAll(whyOfBody);
            if (isOfOtherType()) {
                all.add("a body of another media type");
            }
        }
        return all;
    }

    /** The address as it goes out. */
    String target() {
        StringBuilder target = new StringBuilder(path);
        String before = path.contains("?") ? "&" : "?";
        for (Parameter parameter : parameters) {
            target.append(before)
                    .append(Encoded.part(parameter.name()))
                    .append('=')
                    .append(Encoded.part(parameter.value()));
            before = "&";
        }
        return target.toString();
    }

    /** A line for a shell that sends it again; what is signed in is left to whoever runs it. */
    String curl(String service) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X " + method);
        line.append(" --url ").append(quoted(service + target()));
        headers.stream()
                .filter(header ->
                        !header.name().equals("Authorization") && !header.name().equals("Cookie"))
                .forEach(header -> line.append(" -H ").append(quoted(header.name() + ": " + header.value())));
        if (!account.isEmpty() && !isOfDesk) {
            line.append(" -u ").append(account).append(":\"$PW\"");
        }
        if (body.length > 0) {
            line.append(" --data-binary ").append(quoted(new String(body, StandardCharsets.ISO_8859_1)));
        }
        return line + "   # " + operation + (account.isEmpty() ? "" : " as " + account)
                + (why.isEmpty() ? "" : ", to be refused: " + String.join(", ", why));
    }

    /** For bash, each byte that is not a plain letter by its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        int most = 4_000;
        for (char letter : text.substring(0, Math.min(text.length(), most)).toCharArray()) {
            if (letter == '\'' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter >= ' ' && letter < 0x7f) {
                quoted.append(letter);
            } else {
                quoted.append(letter < 0x100 ? "\\x%02x".formatted((int) letter) : "\\u%04x".formatted((int) letter));
            }
        }
        return quoted.append('\'')
                .append(text.length() > most ? " (cut off after " + most + ")" : "")
                .toString();
    }
}
