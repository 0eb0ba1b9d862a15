package dev.proviso.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * A recorded decision, decided again from what was recorded.
 *
 * @param same whether the answer is the same in every field that {@code compared} names
 * @param differing which of them differ
 * @param compared the fields that were compared character by character
 * @param version the version that it was decided under this time
 * @param rulebook the hash of all that decided this time
 * @param decidedBy the version of the program that first decided under the recorded rulebook
 * @param recorded the answer as it was given
 * @param replayed the answer as it would be given now
 */
public record ReplayResult(
        UUID id,
        boolean same,
        List<String> differing,
        List<String> compared,
        String version,
        String rulebook,
        String decidedBy,
        ObjectNode recorded,
        ObjectNode replayed) {}
