package dev.proviso.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong with a request on its way, or is made to. It says of the request if it must be refused then. */
@SuppressWarnings("ImmutableEnumChecker") // Each is a function without a state of its own.
enum Damage {
    MEDIA_TYPE(Damage::mediaType),
    NO_MEDIA_TYPE((attempt, chance) -> attempt.withoutHeader("Content-Type")),
    CONTENT_ENCODING(Damage::contentEncoding),
    NO_TEXT(Damage::noText),
    OTHER_ENCODING(Damage::otherEncoding),
    BYTE_ORDER_MARK((attempt, chance) ->
            attempt.body(joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, attempt.body()))),
    CUT_OFF((attempt, chance) -> attempt.body(Arrays.copyOf(attempt.body(), chance.below(attempt.body().length + 1)))),
    FOLLOWED((attempt, chance) -> attempt.body(joined(attempt.body(), "{}".getBytes(StandardCharsets.UTF_8)))),
    DEEP((attempt, chance) -> attempt.body(
            chance.one(List.of("[", "{\"a\":", "[{\"user\":")).repeat(3_000).getBytes(StandardCharsets.UTF_8))),
    EMPTY((attempt, chance) -> attempt.body(new byte[0])),
    SAID_TWICE(Damage::saidTwice),
    PARAMETER_MISSPELT(Damage::parameterMisspelt),
    PARAMETER_TWICE((attempt, chance) -> {
        if (!attempt.parameters().isEmpty()) {
            attempt.parameters().add(chance.one(attempt.parameters()));
        }
    }),
    QUERY((attempt, chance) -> attempt.path(attempt.path()
            + chance.one(
                    List.of("?", "?&&", "?=", "?%", "?a=%zz", "?a=b,c", "?a;b", "?" + "a=b&".repeat(2_000), "?a=é")))),
    MATRIX((attempt, chance) -> {
        int slash = attempt.path().indexOf('/', 1);
        int at = slash < 0 || chance.happens(0.5) ? attempt.path().length() : slash;
        attempt.path(attempt.path().substring(0, at)
                + chance.one(List.of(";", ";x", ";a=b"))
                + attempt.path().substring(at));
        attempt.refuse("a semicolon in the path");
    }),
    PATH(Damage::path),
    METHOD((attempt, chance) -> attempt.method(
            chance.one(List.of("GET", "PUT", "POST", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "get")))),
    IF_MATCH((attempt, chance) -> attempt.header(
            "If-Match",
            chance.one(List.of(
                    "W/\"1\"", "\"\"", "1", "\"a\", \"b\"", "*, *", "\"", "é", "\"" + "a".repeat(5_000) + "\"")))),
    NO_IF_MATCH((attempt, chance) -> attempt.withoutHeader("If-Match")),
    ACCEPT((attempt, chance) -> attempt.header(
            "Accept",
            chance.one(List.of(
                    "",
                    "text/plain",
                    "application/xml",
                    "json",
                    "*/*;q=x",
                    "a/b/c",
                    "text/html",
                    "application/json")))),
    HEADER((attempt, chance) -> attempt.header(
            chance.one(List.of(
                    "Idempotency-Key",
                    "X-Request-ID",
                    "Range",
                    "If-None-Match",
                    "If-Modified-Since",
                    "Origin",
                    "X-Forwarded-Host",
                    "Forwarded",
                    "Accept-Language",
                    "Cookie",
                    "X-HTTP-Method-Override",
                    "Transfer-Encodings")),
            chance.one(Words.HOSTILE))),
    LONG_HEADER((attempt, chance) -> attempt.header("X-Long", "a".repeat(chance.one(List.of(4_000, 9_000, 70_000)))));

    private static final String MISSPELT = "the parameter";
    private static final Pattern FIELD = Pattern.compile("(\"[A-Za-z]+\"):(\"[^\"]*\"|true|false|null)");

    private final BiConsumer<Attempt, Chance> done;

    Damage(BiConsumer<Attempt, Chance> done) {
        this.done = done;
    }

    void to(Attempt attempt, Chance chance) {
        done.accept(attempt, chance);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static void mediaType(Attempt attempt, Chance chance) {
        if (attempt.isJson()) {
            attempt.expectJson();
        }
        String type = chance.one(List.of(
                "text/plain",
                "application/xml",
                "*/*",
                "application/*",
                "json",
                "text/markdown",
                ";",
                "a".repeat(300),
                "APPLICATION/JSON",
                "multipart/form-data",
                "application/x-www-form-urlencoded"));
        attempt.header("Content-Type", type);
    }

    private static void contentEncoding(Attempt attempt, Chance chance) {
        attempt.header("Content-Encoding", chance.one(List.of("gzip", "br", "deflate", "identity, gzip", "x", "zstd")));
        if (attempt.body().length > 0 && attempt.header("Content-Type").isPresent()) {
            attempt.refuseBody("a content encoding that it has not");
        }
    }

    /** Bytes that are no UTF-8 at a place where a letter might stand. */
    private static void noText(Attempt attempt, Chance chance) {
        byte[] wrong = chance.one(List.of(
                new byte[] {(byte) 0xc1, (byte) 0x83},
                new byte[] {(byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xff}));
        byte[] body = attempt.body();
        int at = chance.below(body.length + 1);
        attempt.body(joined(joined(Arrays.copyOf(body, at), wrong), Arrays.copyOfRange(body, at, body.length)));
    }

    private static void otherEncoding(Attempt attempt, Chance chance) {
        Charset charset = Charset.forName(chance.one(List.of("UTF-16", "UTF-16LE", "UTF-32BE", "UTF-32")));
        boolean isAnything = attempt.body().length > 0;
        attempt.body(new String(attempt.body(), StandardCharsets.UTF_8).getBytes(charset));
        if (attempt.isJson() && isAnything) {
            attempt.refuseBody("JSON in another encoding than UTF-8");
        }
    }

    /** One field of a text twice, which says two things at once. */
    private static void saidTwice(Attempt attempt, Chance chance) {
        String text = new String(attempt.body(), StandardCharsets.UTF_8);
        List<String> fields = FIELD.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        if (attempt.isJson() && !fields.isEmpty()) {
            String field = chance.one(fields);
            String twice = field + "," + field;
            attempt.body(text.replaceFirst(Pattern.quote(field), Matcher.quoteReplacement(twice))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void parameterMisspelt(Attempt attempt, Chance chance) {
        if (!attempt.parameters().isEmpty()) {
            int at = chance.below(attempt.parameters().size());
            Attempt.Parameter right = attempt.parameters().get(at);
            String wrong = Words.misspelt(right.name(), chance);
            // A second slip may mend the first.
            boolean isFirst = attempt.why().stream().noneMatch(why -> why.startsWith(MISSPELT));
            if (isFirst && !wrong.equals(right.name())) {
                attempt.parameters().set(at, new Attempt.Parameter(wrong, right.value()));
                attempt.refuse(MISSPELT + " \"" + wrong + "\" instead of \"" + right.name() + "\"");
            }
        }
    }

    private static void path(Attempt attempt, Chance chance) {
        String path = attempt.path();
        attempt.path(
                switch (chance.below(8)) {
                    case 0 -> path + "/";
                    case 1 -> path.replaceFirst("/", "//");
                    case 2 -> path + "/..%2f..";
                    case 3 -> path.replaceFirst("/([a-z])", "/%0$1");
                    case 4 -> path + "%00";
                    case 5 -> path + "\u00e9";
                    case 6 -> path + "/" + "a".repeat(5_000);
                    default -> "/." + path;
                });
    }
}
