package dev.proviso.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.proviso.api.Description;
import dev.proviso.api.Description.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests to the calls of the description. */
final class ApiRequests {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final List<String> ACCOUNTS =
            List.of("service", "service", "drafter", "approver", "publisher", "auditor");
    private static final Set<String> IN_PIECES = Set.of("/v1/decisions/batch", "/access/v1/evaluations");

    private final Description description;

    ApiRequests(Description description) {
        this.description = description;
    }

    /** A request with one chance in three of a sound body; to a call that is as likely as any other. */
    Attempt next(Chance chance) {
        return next(chance.one(description.calls()), chance);
    }

    private Attempt next(Call call, Chance chance) {
        String account = chance.happens(0.05) ? "" : suitable(call, chance);
        Attempt attempt = new Attempt(call.toString(), false, account, path(call, chance));
        attempt.header("If-Match", "*");
        if (IN_PIECES.contains(call.path())) {
            attempt.answeredInPieces();
        }
        parameters(call, attempt, chance);
        List<String> types = new ArrayList<>();
        call.bodies().fieldNames().forEachRemaining(types::add);
        if (!types.isEmpty()) {
            body(call, chance.one(types), attempt, chance);
        }
        return attempt;
    }

    /** One who may, more often than not. */
    private static String suitable(Call call, Chance chance) {
        JsonNode roles = call.described().path("security").path(0).path("basic");
        return roles.isEmpty() || chance.happens(0.15)
                ? chance.one(ACCOUNTS)
                : roles.path(0).asText();
    }

    private static String path(Call call, Chance chance) {
        return PARAMETER.matcher(call.path()).replaceAll(name -> {
            String value = chance.happens(0.1) ? chance.one(Words.HOSTILE) : Words.of(name.group(1), chance);
            // Without a name it would be another address.
            return Matcher.quoteReplacement(Encoded.part(value.isEmpty() ? " " : value));
        });
    }

    private static void parameters(Call call, Attempt attempt, Chance chance) {
        call.described().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            boolean given = parameter.path("required").asBoolean() ? chance.happens(0.97) : chance.happens(0.3);
            if (parameter.path("in").asText().equals("query") && given) {
                String value = chance.happens(0.3) ? chance.one(Words.HOSTILE) : Words.of(name, chance);
                attempt.parameters().add(new Attempt.Parameter(name, value));
            }
        });
    }

    private void body(Call call, String type, Attempt attempt, Chance chance) {
        attempt.header("Content-Type", type);
        if (!type.endsWith("json")) {
            String text = Text.document(chance);
            attempt.body((chance.happens(0.5) ? Text.damaged(text, chance) : text).getBytes(StandardCharsets.UTF_8));
            return;
        }
        RandomJson json = new RandomJson(description, chance);
        JsonNode body = json.fitting("", call.bodies().path(type).path("schema"));
        for (int faults = chance.below(3); faults > 0; faults--) {
            body = json.spoilt(body);
        }
        attempt.body(RandomJson.text(body).getBytes(StandardCharsets.UTF_8));
    }
}
