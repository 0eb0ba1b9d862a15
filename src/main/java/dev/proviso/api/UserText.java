package dev.proviso.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.GoverningVersion;
import dev.proviso.ledger.EventJson;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import java.util.List;
import java.util.function.Function;

/** What the ledger holds about a user, as it goes out. */
final class UserText {

    private UserText() {}

    /** An event with its number, the time when it became known, and its kind. */
    static ObjectNode of(Recorded recorded) {
        ObjectNode json = object();
        json.put("number", recorded.number());
        json.put("recordedAt", recorded.recordedAt().toString());
        recorded.by().ifPresent(by -> json.put("recordedBy", by));
        json.put("kind", recorded.event().kind().name());
        return json.setAll(EventJson.of(recorded.event()));
    }

    /** All about a user: what the events come to, and the events. */
    static ObjectNode of(String id, List<Recorded> events) {
        LedgerUser user = LedgerUser.of(events);
        ObjectNode json = object();
        json.put("id", id);
        json.setAll(EventJson.of(user.description()));
        json.set("consents", list(user.consents(), EventJson::of));
        json.set("objections", list(user.objections(), EventJson::of));
        json.set("refusals", list(user.refusals(), EventJson::of));
        json.set("uses", list(user.uses(), EventJson::of));
        json.set("acceptances", list(user.acceptances(), EventJson::of));
        json.set("history", list(events, UserText::of));
        return json;
    }

    /** The version that governs, and why. */
    static ObjectNode of(String policy, GoverningVersion governing) {
        ObjectNode json = object();
        json.put("policy", policy);
        json.put("version", governing.notice().version());
        ObjectNode because = json.putObject("because");
        if (governing.because() instanceof GoverningVersion.ByUse by) {
            because.put("reason", "use");
            because.putObject("use").put("at", by.use().toString());
        } else if (governing.because() instanceof GoverningVersion.ByAcceptance by) {
            because.put("reason", "acceptance");
            because.set("acceptance", EventJson.of(by.acceptance()));
        } else {
            because.put("reason", "in-force");
        }
        ObjectNode notice = because.putObject("notice");
        notice.put("version", governing.notice().version());
        notice.put("announcedAt", governing.notice().announcedAt().toString());
        notice.put("start", governing.notice().start().toString());
        governing.boundSince().ifPresent(since -> because.put("boundSince", since.toString()));
        because.put("sentence", governing.sentence());
        return json;
    }

    private static <T> ArrayNode list(List<T> items, Function<T, ObjectNode> text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> list.add(text.apply(item)));
        return list;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
