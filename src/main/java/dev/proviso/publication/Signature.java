package dev.proviso.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did something, and when. Instants are kept to the microsecond.
 *
 * @param who the name with which the person signed in
 */
public record Signature(String who, Instant at) {

    /** The program itself, where it publishes the documents that it finds when its store is empty. */
    public static final String PROVISO = "proviso";

    public Signature {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
