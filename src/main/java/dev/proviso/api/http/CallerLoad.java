package dev.proviso.api.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each caller has under way at a time: requests, and of them those that carry many questions, and the bytes of their bodies,
 * until they are answered or their connection is gone; and threads, until the work on them is done. Each replica counts for itself; of callers who have nothing under way nothing is kept.
 */
public final class CallerLoad {

    /** Fewer than there are connections to the database, and far fewer than threads: one caller never holds them all. */
    public static final int MOST_THREADS = 16;

    /** Batches and streams of questions. */
    public static final int MOST_MANY = 16;

    private final int mostRequests;
    private final long mostBytes;
    private final long mostBytesOfAll;
    private final Map<String, Load> loads = new HashMap<>();
    private long bytesOfAll;

    private static final class Load {
        private int requests;
        private int threads;
        private int many;
        private long bytes;
        private final Deque<AdmittedRequest> waiting = new ArrayDeque<>();
    }

    /**
     * @param mostRequests that one caller may have under way
     * @param mostBytes how many bytes of bodies may be held that one caller sent
     * @param mostBytesOfAll how many bytes of bodies may be held, whoever sent them
     */
    public CallerLoad(int mostRequests, long mostBytes, long mostBytesOfAll) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
        this.mostBytesOfAll = mostBytesOfAll;
    }

    int mostRequests() {
        return mostRequests;
    }

    /** Begins a request; empty if the caller has too many under way. */
    synchronized Optional<AdmittedRequest> begin(String caller) {
        Load load = loads.computeIfAbsent(caller, name -> new Load());
        if (load.requests >= mostRequests) {
            return Optional.empty();
        }
        load.requests++;
        return Optional.of(new AdmittedRequest(this, caller));
    }

    /** Whether more bytes of a body may be held; they are, until the request ends. */
    synchronized boolean hold(AdmittedRequest visit, int bytes) {
        Load load = load(visit);
        if (visit.isOver() || load.bytes + bytes > mostBytes || bytesOfAll + bytes > mostBytesOfAll) {
            return false;
        }
        load.bytes += bytes;
        bytesOfAll += bytes;
        visit.bytes += bytes;
        return true;
    }

    /** Whether the request may carry many questions; it does, until it ends. */
    synchronized boolean carryMany(AdmittedRequest visit) {
        Load load = load(visit);
        if (visit.isOver() || load.many >= MOST_MANY) {
            return false;
        }
        load.many++;
        visit.many = true;
        return true;
    }

    /** Whether the request has a thread now, until its work is done; else it is told when it has. */
    synchronized boolean takeThread(AdmittedRequest visit) {
        if (visit.wantsNoThread()) {
            return false;
        }
        Load load = load(visit);
        if (load.threads >= MOST_THREADS) {
            load.waiting.addLast(visit);
            return false;
        }
        load.threads++;
        visit.threaded = true;
        return true;
    }

    /** Gives back what a request held, but for its thread: work goes on for a while after whoever asked has left. */
    synchronized void end(AdmittedRequest visit) {
        Load load = load(visit);
        load.requests--;
        load.bytes -= visit.bytes;
        bytesOfAll -= visit.bytes;
        load.many -= visit.many ? 1 : 0;
        load.waiting.remove(visit);
        forgetIfIdle(visit.caller(), load);
    }

    /** Gives back the thread of a request, if it has one; what waits for it has it now, and is returned. */
    synchronized Optional<AdmittedRequest> giveThreadBack(AdmittedRequest visit) {
        Load load = load(visit);
        visit.worked = true;
        load.waiting.remove(visit);
        if (!visit.threaded) {
            return Optional.empty();
        }
        visit.threaded = false;
        // Of one who leaves just now nobody would give the thread back.
        load.waiting.removeIf(AdmittedRequest::wantsNoThread);
        Optional<AdmittedRequest> next = Optional.ofNullable(load.waiting.pollFirst());
        next.ifPresent(waiting -> waiting.threaded = true);
        load.threads -= next.isPresent() ? 0 : 1;
        forgetIfIdle(visit.caller(), load);
        return next;
    }

    private void forgetIfIdle(String caller, Load load) {
        if (load.requests == 0 && load.threads == 0) {
            loads.remove(caller);
        }
    }

    /** How many callers have something under way. */
    public synchronized int callers() {
        return loads.size();
    }

    private Load load(AdmittedRequest visit) {
        return loads.getOrDefault(visit.caller(), new Load());
    }
}
