package dev.proviso.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Notices that PostgreSQL ended while it was started, for the library that starts it goes on waiting for it to answer. Then the
 * thread that made this is interrupted, which ends the waiting.
 */
final class StartWatch implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final Thread starting = Thread.currentThread();
    private final Thread watch = new Thread(this::run, "start of PostgreSQL");
    private final Path data;
    private boolean closed;
    private boolean failed;

    StartWatch(Path data) {
        this.data = data;
        watch.setDaemon(true);
        watch.start();
    }

    private void run() {
        try {
            Optional<ProcessHandle> starter = starter();
            while (starter.isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
                starter = starter();
            }
            starter.get().onExit().get();
            // A server that runs has such a file.
            if (!Files.exists(data.resolve("postmaster.pid"))) {
                fail();
            }
        } catch (InterruptedException | ExecutionException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** The program that starts the server and ends when the server answers, or has ended. */
    private Optional<ProcessHandle> starter() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .map(Arrays::asList)
                        .filter(arguments -> arguments.contains("start") && arguments.contains(data.toString()))
                        .isPresent())
                .findFirst();
    }

    private synchronized void fail() {
        if (!closed) {
            failed = true;
            starting.interrupt();
        }
    }

    /** Did it end? Then the interruption has done what it was for. */
    synchronized boolean hasFailed() {
        return failed && (Thread.interrupted() || failed);
    }

    @Override
    public synchronized void close() {
        closed = true;
        watch.interrupt();
    }
}
