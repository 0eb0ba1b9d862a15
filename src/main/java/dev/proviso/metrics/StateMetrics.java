package dev.proviso.metrics;

import dev.proviso.decision.Freshness;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.record.RecordWriter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Shows how the service stands when it is looked at: what waits, what is remembered, how current its documents are. */
public final class StateMetrics {

    static final String FRESHNESS = "proviso.documents.confirmed.age";
    static final String READY = "proviso.documents.compiled";
    static final String RECORDS_WAITING = "proviso.records.waiting";
    static final String RECORDS_LOST = "proviso.records.lost";
    static final String WORK_WAITING = "proviso.work.waiting";
    static final String REMEMBERED = "proviso.answers.remembered";
    static final String VERSIONS = "proviso.documents.versions";

    private StateMetrics() {}

    public static void register(
            MeterRegistry registry,
            PolicyDecisionPoint decisions,
            Freshness freshness,
            Workers workers,
            RecordWriter records,
            Clock clock) {
        Gauge.builder(FRESHNESS, freshness, StateMetrics::seconds)
                .description("Time since this replica last made sure that it decides under what is published")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(READY, decisions, point -> point.isReady(clock.instant()) ? 1 : 0)
                .description("1 if all that is in force is compiled, else 0")
                .register(registry);
        Gauge.builder(VERSIONS, decisions, point -> point.library().documents().size())
                .description("Published versions of policies, laws and vocabularies")
                .register(registry);
        Gauge.builder(REMEMBERED, decisions, PolicyDecisionPoint::remembered)
                .description("Answers that are remembered")
                .register(registry);
        Gauge.builder(RECORDS_WAITING, records, RecordWriter::waiting)
                .description("Records that wait for their commit")
                .register(registry);
        FunctionCounter.builder(RECORDS_LOST, records, RecordWriter::lost)
                .description("Answers that went out and have no record, in mode prompt")
                .register(registry);
        waiting(registry, "alone", workers, Workers::waitingAlone);
        waiting(registry, "many", workers, Workers::waitingMany);
    }

    private static void waiting(
            MeterRegistry registry, String kind, Workers workers, java.util.function.ToDoubleFunction<Workers> size) {
        Gauge.builder(WORK_WAITING, workers, size)
                .description("Pieces of work that wait for a thread")
                .tag("kind", kind)
                .register(registry);
    }

    private static double seconds(Freshness freshness) {
        return freshness.age().map(Duration::toNanos).map(nanos -> nanos / 1e9).orElse(Double.NaN);
    }
}
