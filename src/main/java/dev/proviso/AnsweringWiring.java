package dev.proviso;

import dev.proviso.decision.Answering;
import dev.proviso.decision.Asking;
import dev.proviso.decision.Recorder;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Gives questions that come in batches threads of their own: no more than there are processors, for they never wait. */
@ApplicationScoped
public class AnsweringWiring {

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), AnsweringWiring::worker);

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "batch");
        thread.setDaemon(true);
        return thread;
    }

    @Produces
    @Singleton
    Answering answering(Asking asking, Recorder recorder, Supplier<UUID> ids) {
        return new Answering(asking, recorder, ids, workers);
    }

    @PreDestroy
    void stop() {
        List<Runnable> unfinished = workers.shutdownNow();
        Log.debugf("%d questions of batches were not answered", unfinished.size());
    }
}
