package dev.proviso.wiring;

import dev.proviso.decision.Freshness;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Renewal;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.embedded.StartRefused;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationFeed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins ports to the packages that know Drools and PostgreSQL, and opens the library when the service starts. */
@ApplicationScoped
public class Wiring {

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), Wiring::worker);

    @ConfigProperty(name = "proviso.policies")
    Optional<Path> policies;

    @ConfigProperty(name = "proviso.compile.wait")
    Duration patience;

    @ConfigProperty(name = "proviso.freshness.limit")
    Duration freshnessLimit;

    private Optional<PublicationFeed.Following> following = Optional.empty();

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "compilation");
        thread.setDaemon(true);
        return thread;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Supplier<UUID> ids(Clock clock) {
        return new TimeOrderedIds(clock);
    }

    @Produces
    @Singleton
    RuleCompiler ruleCompiler() {
        return new DroolsRuleCompiler();
    }

    @Produces
    @Singleton
    Freshness freshness() {
        return new Freshness(freshnessLimit, System::nanoTime);
    }

    @Produces
    @Singleton
    Renewal renewal(PolicyStore store, PolicyDecisionPoint asking, Freshness freshness, Clock clock) {
        return new Renewal(store, asking, freshness, clock, Wiring::report);
    }

    /** What documents have wrong is in the sentence; where this program noticed it helps nobody. */
    private static void report(String sentence, Throwable cause) {
        if (cause instanceof DocumentsRefused) {
            Log.error(sentence);
        } else {
            Log.error(sentence, cause);
        }
    }

    /** What is published, open to questions. An empty store takes the documents of the folder first. */
    @Produces
    @Singleton
    PolicyDecisionPoint asking(PolicyStore store, RuleCompiler compiler, Clock clock, Freshness freshness) {
        try {
            loadIfEmpty(store, clock.instant());
            Freshness.Mark mark = freshness.mark();
            Library library = Library.of(store.all());
            freshness.confirm(mark);
            return new PolicyDecisionPoint(library, compiler, workers, patience, ProgramVersion.current(), freshness);
        } catch (DocumentsRefused refused) {
            throw new StartRefused(
                    "Proviso does not start, for these documents have mistakes.\n\n" + refused.getMessage());
        }
    }

    private void loadIfEmpty(PolicyStore store, Instant now) {
        if (store.all().isEmpty()) {
            int published = FirstDocuments.publish(PolicyFiles.read(policies), store, now);
            if (published > 0) {
                Log.infof("Loaded %d documents into the empty store", published);
            }
        }
    }

    void open(
            @Observes StartupEvent start,
            Instance<PolicyDecisionPoint> asking,
            Clock clock,
            Instance<PublicationFeed> feed,
            Instance<Renewal> renewal,
            @ConfigProperty(name = "proviso.deciding") boolean deciding) {
        if (!deciding) {
            return;
        }
        var unused = asking.get().prepare(clock.instant()).exceptionally(failure -> {
            Log.error("A version in force does not compile", failure);
            return null;
        });
        following = Optional.of(feed.get().follow(renewal.get()::look));
    }

    void close(@Observes ShutdownEvent end) {
        following.ifPresent(PublicationFeed.Following::close);
    }

    @PreDestroy
    void stop() {
        List<Runnable> unfinished = workers.shutdownNow();
        Log.debugf("%d compilations were not begun", unfinished.size());
    }
}
