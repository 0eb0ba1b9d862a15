package dev.proviso.http;

import java.time.Instant;

/** The sessions of pages that their owners have ended, for as long as their cookies would last. All replicas know the same. */
public interface EndedSessions {

    /**
     * Ends a session; one that was ended stays so.
     *
     * @param session what tells it from all others, and opens nothing
     * @param last after which its cookie is worth nothing anyhow
     */
    void end(String session, Instant last);

    boolean isEnded(String session);
}
