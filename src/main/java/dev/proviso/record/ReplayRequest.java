package dev.proviso.record;

import dev.proviso.question.BadJson;
import dev.proviso.question.Fields;
import dev.proviso.question.JsonText;
import dev.proviso.question.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a recorded decision is to be decided again.
 *
 * @param version under another version of the policy; empty for the rulebook that decided
 */
public record ReplayRequest(Optional<String> version) {

    /**
     * Reads it; no bytes at all are like {@code {}}.
     *
     * @throws BadJson with every mistake in it
     */
    public static ReplayRequest read(byte[] text) {
        if (text.length == 0) {
            return new ReplayRequest(Optional.empty());
        }
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.of(JsonText.object(text), "", mistakes, Fields.names("version"));
        fields.refuseNull("version");
        ReplayRequest request = new ReplayRequest(fields.text("version"));
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        return request;
    }
}
