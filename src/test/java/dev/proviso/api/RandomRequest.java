package dev.proviso.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.TestSettings;
import dev.proviso.api.Description.Call;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that somebody might make, with one chance in three without a fault.
 *
 * @param body what goes out, a character for each byte; empty for none
 * @param malformed whether the description says that this body is none
 */
record RandomRequest(
        Call call, String account, String path, String type, String accept, String body, boolean malformed) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final List<String> ACCOUNTS =
            List.of("service", "service", "drafter", "approver", "publisher", "auditor");
    private static final List<String> TYPES = List.of(
            "text/plain", "application/xml", "application/json;charset=utf-16", "*/*", "", "json", "text/markdown");

    static RandomRequest of(Description description, Random random) {
        RandomJson json = new RandomJson(description, random);
        Call call = json.one(description.calls());
        String account = json.chance(0.05) ? "" : suitable(json, call);
        List<String> types = new ArrayList<>();
        call.bodies().fieldNames().forEachRemaining(types::add);
        String right = types.isEmpty() ? "" : json.one(types);
        String type = json.chance(0.05) ? json.one(TYPES) : right;
        String accept = json.chance(0.05) ? json.one(TYPES) : "*/*";
        String path = path(json, call) + query(json, call);
        if (right.isEmpty() || !right.endsWith("json")) {
            byte[] text = right.isEmpty() ? new byte[0] : document(json, random);
            return new RandomRequest(call, account, path, type, accept, letters(text), false);
        }
        JsonNode schema = call.bodies().path(right).path("schema");
        JsonNode body = json.fitting("", schema);
        for (int faults = random.nextInt(3); faults > 0; faults--) {
            body = json.spoilt(body);
        }
        byte[] whole = bytes(body);
        byte[] sent = json.chance(0.1) ? broken(whole, random) : whole;
        boolean malformed = !isEmptyStream(right, sent) && malformed(description, call, schema, sent);
        return new RandomRequest(call, account, path, type, accept, letters(sent), malformed);
    }

    /** One who may, more often than not. */
    private static String suitable(RandomJson json, Call call) {
        JsonNode roles = call.described().path("security").path(0).path("basic");
        return roles.isEmpty() || json.chance(0.15)
                ? json.one(ACCOUNTS)
                : roles.path(0).asText();
    }

    private static String path(RandomJson json, Call call) {
        return PARAMETER.matcher(call.path()).replaceAll(name -> {
            String value = json.chance(0.1) ? json.one(RandomJson.HOSTILE) : json.word(name.group(1));
            // Without a name it would be another address.
            value = value.isEmpty() ? " " : value;
            return Matcher.quoteReplacement(encoded(value));
        });
    }

    private static String query(RandomJson json, Call call) {
        List<String> parameters = new ArrayList<>();
        call.described().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            boolean given = parameter.path("required").asBoolean() || json.chance(0.3);
            if (parameter.path("in").asText().equals("query") && given) {
                String value = json.chance(0.3) ? json.one(RandomJson.HOSTILE) : json.word(name);
                parameters.add(encoded(name) + "=" + encoded(value));
            }
        });
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    /** Of policies that no other test knows. */
    private static byte[] document(RandomJson json, Random random) {
        String text = DraftsTest.document(
                json.one(List.of("fuzz-1", "fuzz-2")),
                json.word("version"),
                "2100-01-01T00:00:00Z",
                "Permit use of contact for service.");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return json.chance(0.5) ? broken(bytes, random) : bytes;
    }

    /** Cut off, followed by something, with a byte that is no text, doubled, or gone. */
    private static byte[] broken(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            case 1 -> bytes = (new String(whole, StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8);
            case 2 -> bytes = "[".repeat(3000).getBytes(StandardCharsets.UTF_8);
            case 3 -> bytes = new byte[0];
            default -> bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x7F));
        }
        return bytes;
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A stream may have no lines, and blank lines are passed over; anywhere else a body that is required has to be there. */
    private static boolean isEmptyStream(String type, byte[] body) {
        return type.equals(BatchResource.LINES) && new String(body, StandardCharsets.UTF_8).isBlank();
    }

    private static boolean malformed(Description description, Call call, JsonNode schema, byte[] body) {
        if (body.length == 0) {
            return call.needsBody();
        }
        try {
            return !description.faults(schema, JSON.readTree(body)).isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether each part of the request has an answer of its own, or a problem, in a response that succeeds. */
    boolean isAnsweredInPieces() {
        return call.path().equals("/v1/decisions/batch") || call.path().equals("/access/v1/evaluations");
    }

    /** Empty if not even a client can be brought to send it. */
    Optional<HttpRequest> at(String service) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path));
            if (!account.isEmpty()) {
                String credentials = account + ":" + TestSettings.PASSWORD;
                request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
            }
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            request.header("Accept", accept).header("If-Match", "*");
            var publisher = BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1);
            return Optional.of(request.method(call.method(), publisher).build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return call.method() + " " + path + " as " + account + ", " + type + ", for " + accept + ": " + body;
    }
}
