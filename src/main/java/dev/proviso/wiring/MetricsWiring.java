package dev.proviso.wiring;

import dev.proviso.decision.Freshness;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.metrics.DecisionMetrics;
import dev.proviso.metrics.StateMetrics;
import dev.proviso.record.DecisionObserver;
import dev.proviso.record.RecordWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what is counted to what Prometheus reads. */
@ApplicationScoped
public class MetricsWiring {

    @Produces
    @Singleton
    DecisionObserver observer(MeterRegistry registry) {
        return new DecisionMetrics(registry);
    }

    void start(
            @Observes StartupEvent start,
            MeterRegistry registry,
            Instance<PolicyDecisionPoint> decisions,
            Freshness freshness,
            Workers workers,
            Instance<RecordWriter> records,
            Clock clock,
            @ConfigProperty(name = "proviso.deciding") boolean deciding) {
        if (deciding) {
            StateMetrics.register(registry, decisions.get(), freshness, workers, records.get(), clock);
        }
    }
}
