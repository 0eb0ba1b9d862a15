package dev.proviso.decision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What other threads compute, for those who wait for it. */
public final class Futures {

    private Futures() {}

    /** Waits for a result; throws why there is none. */
    public static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw cause(e) instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Why something failed, without what futures wrap around it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
