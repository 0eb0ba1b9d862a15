package dev.proviso.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Runs something for many seeds, on as many threads as there are processors. */
public final class InParallel {

    private InParallel() {}

    /** Throws what the first failing seed throws. New threads inherit this one's class loader, which Drools needs. */
    public static void forEach(LongStream seeds, LongConsumer each) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> running = new ArrayList<>();
            seeds.forEach(seed -> running.add(threads.submit(() -> each.accept(seed))));
            for (Future<?> result : running) {
                result.get();
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("a seed failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }
}
