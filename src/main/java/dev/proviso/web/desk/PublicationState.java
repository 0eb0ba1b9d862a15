package dev.proviso.web.desk;

import dev.proviso.publication.InForce;
import dev.proviso.publication.Published;
import dev.proviso.publication.Superseded;
import dev.proviso.publication.Withdrawn;

/** Where a published version stands. */
enum PublicationState {
    ANNOUNCED,
    IN_FORCE,
    SUPERSEDED,
    WITHDRAWN;

    static PublicationState of(Published version) {
        if (version instanceof InForce) {
            return IN_FORCE;
        }
        if (version instanceof Superseded) {
            return SUPERSEDED;
        }
        return version instanceof Withdrawn ? WITHDRAWN : ANNOUNCED;
    }

    /** As a page says it. */
    public String getWord() {
        Messages say = DeskWords.say();
        return switch (this) {
            case ANNOUNCED -> say.willStart();
            case IN_FORCE -> say.inForce();
            case SUPERSEDED -> say.superseded();
            case WITHDRAWN -> say.withdrawn();
        };
    }
}
