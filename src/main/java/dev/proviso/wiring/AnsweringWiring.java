package dev.proviso.wiring;

import dev.proviso.decision.LawCalendar;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.record.DecisionObserver;
import dev.proviso.record.DecisionService;
import dev.proviso.record.Recorder;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives those who ask threads that work for them: about as many as there are processors, for they seldom wait. */
@ApplicationScoped
public class AnsweringWiring {

    @Produces
    @Singleton
    Workers workers() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    void stop(@Disposes Workers workers) {
        Log.debugf("%d pieces of work were not begun", workers.waiting());
        workers.close();
    }

    @Produces
    @Singleton
    LawCalendar calendar(PolicyDecisionPoint asking) {
        return new LawCalendar(asking);
    }

    @Produces
    @Singleton
    DecisionService answering(
            PolicyDecisionPoint asking, Recorder recorder, Supplier<UUID> ids, DecisionObserver observer) {
        return new DecisionService(asking, recorder, ids, observer);
    }
}
