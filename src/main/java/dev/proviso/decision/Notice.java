package dev.proviso.decision;

import dev.proviso.library.Edition;
import java.time.Instant;

/**
 * What users are told of a version of a policy.
 *
 * @param version its label
 * @param announcedAt when it was announced
 * @param start when it starts to bind: from then on whoever uses the service is bound by it
 */
public record Notice(String version, Instant announcedAt, Instant start) {

    static Notice of(Edition edition) {
        return new Notice(edition.label(), edition.document().announcedAt(), edition.start());
    }
}
