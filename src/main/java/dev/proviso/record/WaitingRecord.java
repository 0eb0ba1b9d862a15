package dev.proviso.record;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A record that waits for its commit. */
final class WaitingRecord {

    private final PendingRecord recording;
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
    private int refusals;
    private boolean settled;

    WaitingRecord(PendingRecord recording) {
        this.recording = recording;
    }

    PendingRecord recording() {
        return recording;
    }

    UUID id() {
        return recording.plain().id();
    }

    /** How much memory it holds, in KiB, about. */
    int size() {
        return 1 + recording.plain().body().bytes().length / 1024;
    }

    /** Done when it is kept, or when whoever asked was told that it is not. */
    CompletableFuture<Void> kept() {
        return kept;
    }

    /** Whoever asked was told that there is no answer, and nothing need be kept. */
    boolean isGivenUp() {
        return kept.isDone();
    }

    /** Its room is given back: nothing more is done about it. */
    void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** How often it was refused alone while others were kept, with this time. */
    int refusedAlone() {
        return ++refusals;
    }
}
