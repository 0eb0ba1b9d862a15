package dev.proviso.api.http;

import dev.proviso.decision.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One request of a caller, from its admission until it is answered or its connection is gone, and what it holds meanwhile. A thread
 * it holds until the work is done: whoever leaves does not end it.
 */
public final class AdmittedRequest {

    private static final String KEY = AdmittedRequest.class.getName();

    private final CallerLoad load;
    private final String caller;
    private final List<Runnable> endings = new ArrayList<>();
    private Optional<UniEmitter<? super Void>> waiting = Optional.empty();
    private boolean over;

    /** Kept by {@link CallerLoad}, which alone reads and writes them. */
    boolean threaded;

    boolean worked;
    boolean many;
    long bytes;

    AdmittedRequest(CallerLoad load, String caller) {
        this.load = load;
        this.caller = caller;
    }

    /** The visit that a request is; every request has one once it was admitted. */
    public static AdmittedRequest of(RoutingContext request) {
        return Optional.<AdmittedRequest>ofNullable(request.get(KEY))
                .orElseThrow(() -> new IllegalStateException("the request was not admitted"));
    }

    /**
     * Lasts as long as the request.
     *
     * @throws CancellationException if its connection is gone already
     */
    void accompany(RoutingContext request) {
        request.put(KEY, this);
        try {
            request.addEndHandler(ended -> end());
        } catch (IllegalStateException gone) {
            end();
            throw new CancellationException("The connection is gone.");
        }
        // Nothing tells of an end that came before.
        if (request.response().closed()) {
            end();
            throw new CancellationException("The connection is gone.");
        }
    }

    /** The same caller, who leaves when it is over. */
    public Caller watched(Caller one) {
        atEnd(one::leave);
        return one;
    }

    public String caller() {
        return caller;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Whether a thread would be of no use to it: nobody waits for its answer, or its work is done. */
    boolean wantsNoThread() {
        return worked || isOver();
    }

    /** Has something done when it is over; at once if it is. */
    void atEnd(Runnable ending) {
        synchronized (this) {
            if (!over) {
                endings.add(ending);
                return;
            }
        }
        ending.run();
    }

    /** Whether more bytes of its body may be held. */
    boolean hold(int more) {
        return load.hold(this, more);
    }

    /** Whether it may carry many questions. */
    public boolean carryMany() {
        return load.carryMany(this);
    }

    /** Comes when it may take a thread: a caller who has enough of them waits for its own. */
    Uni<Void> thread() {
        return Uni.createFrom().emitter(emitter -> {
            waiting = Optional.of(emitter);
            atEnd(() -> emitter.fail(new CancellationException("The connection is gone.")));
            if (load.takeThread(this)) {
                emitter.complete(null);
            }
        });
    }

    /** Its work is done, whether or not its connection is there still: its thread is free. */
    void workIsDone() {
        load.giveThreadBack(this).flatMap(next -> next.waiting).ifPresent(emitter -> emitter.complete(null));
    }

    private void end() {
        List<Runnable> last;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            last = List.copyOf(endings);
        }
        last.forEach(Runnable::run);
        load.end(this);
    }
}
