package dev.proviso.fuzz;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.proviso.api.Description;
import dev.proviso.api.Description.Call;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer may not be, whatever the request was. */
final class Verdict {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String LINES = "application/x-ndjson";
    private static final Pattern TRACE = Pattern.compile("\\n\\s+at [\\w.$/]+\\(");
    private static final Pattern CLASS = Pattern.compile(
            "\\b(dev\\.proviso|io\\.(quarkus|vertx|netty|smallrye)|org\\.(jboss|postgresql|hibernate|drools|commonmark|antlr)"
                    + "|java\\.(lang|util|io)|com\\.fasterxml)\\.[\\w.$]+");

    /** The compiled rules name classes: as a page, and as the text of a version. */
    private static final String COMPILED = "/rules";

    private static final String VERSION = "GET /v1/policies/{policy}/versions/{version}";

    private static final Pattern EXCEPTION = Pattern.compile("\\w(Exception|Error)\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.?!\"”)]\\s*");

    private static final String NOTHING_FOUND = "{\"results\":[]}";

    private static final List<String> PERMITS = List.of("\"PERMIT\"", "\"permitted\":true", "\"decision\":true");
    /** How an answer in pieces tells that a piece has none. */
    private static final List<String> PROBLEMS = List.of("\"urn:proviso:problem:", "\"error\":{");

    private static final List<String> NOTHING_THERE =
            List.of("There is nothing at this address.", "This address does not know that method.");

    /** What is refused before anything knows which call it would be. */
    private static final Set<Integer> BEFORE_ANY_CALL = Set.of(0, 408, 414, 429, 431);

    /** Methods that ask about an address, and of it nothing. */
    private static final Set<String> ABOUT = Set.of("HEAD", "OPTIONS");

    private final Description description;

    Verdict(Description description) {
        this.description = description;
    }

    /** What is wrong with an answer; empty if it may be. How long it took is left out. */
    Optional<String> fault(Attempt attempt, Answer answer) {
        if (answer.status() >= 500 && !answer.isOverload()) {
            return Optional.of(answer.status() == 501 ? "a method is not implemented" : "the service failed");
        }
        boolean isCompiled = attempt.operation().endsWith(COMPILED)
                || attempt.operation().equals(VERSION) && answer.mediaType().equals("text/plain");
        boolean showsClasses = !isCompiled && CLASS.matcher(answer.body()).find();
        if (showsClasses
                || TRACE.matcher(answer.body()).find()
                || answer.status() >= 400 && EXCEPTION.matcher(answer.body()).find()) {
            return Optional.of("the inside of the program shows");
        }
        if (answer.status() >= 400) {
            return problem(attempt, answer).or(() -> undescribed(attempt, answer));
        }
        return taken(attempt, answer).or(() -> undescribed(attempt, answer));
    }

    /** What must be refused and was not. */
    private Optional<String> taken(Attempt attempt, Answer answer) {
        boolean told = attempt.isAnsweredInPieces() && PROBLEMS.stream().anyMatch(answer.body()::contains);
        boolean isAsked = answer.status() > 0 && answer.status() < 300 && !ABOUT.contains(attempt.method());
        // A search that finds nothing, and a stream of nothing, give nobody anything.
        boolean isNothing =
                answer.body().equals(NOTHING_FOUND) || answer.body().isEmpty() && attempt.body().length == 0;
        Optional<String> why = attempt.why().stream().findFirst().or(() -> malformed(attempt));
        if (!isAsked || isNothing || told || why.isEmpty()) {
            return Optional.empty();
        }
        boolean permitted = PERMITS.stream().anyMatch(answer.body()::contains);
        return Optional.of((permitted ? "PERMITTED" : "taken") + " in spite of " + why.get());
    }

    private Optional<String> malformed(Attempt attempt) {
        if (attempt.isElsewhere() || attempt.isOfDesk()) {
            return Optional.empty();
        }
        return call(attempt).flatMap(call -> malformed(call, attempt));
    }

    private Optional<Call> call(Attempt attempt) {
        return description.calls().stream()
                .filter(call -> call.toString().equals(attempt.operation()))
                .findFirst();
    }

    private Optional<String> malformed(Call call, Attempt attempt) {
        byte[] body = attempt.body();
        if (call.bodies().isEmpty()) {
            return Optional.empty();
        }
        if (!isText(body)) {
            return Optional.of("a body that is no UTF-8");
        }
        String type = attempt.header("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT);
        if (!type.endsWith("json") || !call.bodies().has(type)) {
            return Optional.empty();
        }
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return call.needsBody() && !type.equals(LINES) ? Optional.of("a body that is missing") : Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(type.equals(LINES) ? firstLine(body) : body);
            return description.faults(call.bodies().path(type).path("schema"), json).stream()
                    .findFirst();
        } catch (IOException e) {
            return Optional.of("a body that is no JSON");
        } catch (NumberFormatException e) {
            // It is beyond what whoever holds values against their description can hold.
            return Optional.of("a number beyond all bounds");
        }
    }

    private static byte[] firstLine(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isText(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A refusal has a sentence, and says what it is. */
    private static Optional<String> problem(Attempt attempt, Answer answer) {
        boolean isEmpty = answer.body().isEmpty() || attempt.method().equals("HEAD");
        if (answer.isRaw() || isEmpty && (attempt.isElsewhere() || BEFORE_ANY_CALL.contains(answer.status()))) {
            return Optional.empty();
        }
        if (attempt.method().equals("HEAD")) {
            return Optional.empty();
        }
        if (answer.isProblem()) {
            try {
                JsonNode problem = JSON.readTree(answer.body());
                boolean hasSentence =
                        SENTENCE.matcher(problem.path("detail").asText()).matches();
                return hasSentence && problem.path("status").asInt() == answer.status()
                        ? Optional.empty()
                        : Optional.of("a problem without a sentence or with another status");
            } catch (IOException e) {
                return Optional.of("a problem that is no JSON");
            }
        }
        // Readers of the public pages are told on a page.
        boolean isPublic = attempt.operation().startsWith("GET /policies/") && answer.status() == 404;
        boolean isPage = isPublic && answer.mediaType().equals("text/html")
                || attempt.isOfDesk()
                        && Stream.of("text/html", "application/json").anyMatch(answer.mediaType()::equals);
        return isPage && !isEmpty ? Optional.empty() : Optional.of("a refusal that is no problem of RFC 9457");
    }

    private Optional<String> undescribed(Attempt attempt, Answer answer) {
        boolean isDescribed = !attempt.isOfDesk() && !attempt.isElsewhere() && !answer.isRaw();
        if (!isDescribed
                || BEFORE_ANY_CALL.contains(answer.status())
                || answer.status() == 415 && attempt.header("Content-Encoding").isPresent()
                || NOTHING_THERE.stream().anyMatch(answer.body()::contains)) {
            return Optional.empty();
        }
        return call(attempt)
                .flatMap(call -> description.faults(call, answer.status(), answer.type(), answer.body()).stream()
                        .findFirst());
    }
}
