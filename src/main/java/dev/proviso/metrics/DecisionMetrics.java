package dev.proviso.metrics;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.engine.Answer;
import dev.proviso.question.BadJson;
import dev.proviso.record.DecisionObserver;
import dev.proviso.record.NotRecorded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times decisions. The values of labels are names of what is published, words of vocabularies and words of this program:
 * nothing that a caller makes up, and nothing about a person. Safe for any thread.
 */
public final class DecisionMetrics implements DecisionObserver {

    static final String DECISIONS = "proviso.decisions";
    static final String DEFAULT_DENIALS = "proviso.decisions.denied.by.default";
    static final String MISSING = "proviso.decisions.missing";
    static final String REMEMBERED = "proviso.answers.remembered.hits";
    static final String ANSWER = "proviso.answer";
    static final String STEP = "proviso.answer.step";
    static final String UNANSWERED = "proviso.questions.unanswered";

    /** Upper ends of the buckets in which answers are counted by how long they took. */
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Timer answer;
    private final Timer facts;
    private final Timer decision;
    private final Timer words;
    private final Timer record;
    private final Counter remembered;

    public DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.answer = Timer.builder(ANSWER)
                .description("From a question that was read to its recorded answer")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        this.facts = step("facts");
        this.decision = step("decision");
        this.words = step("words");
        this.record = step("record");
        this.remembered = Counter.builder(REMEMBERED)
                .description("Answers to facts that were decided before")
                .register(registry);
    }

    private Timer step(String name) {
        return Timer.builder(STEP)
                .description("The steps of an answer, waiting included")
                .tag("step", name)
                .register(registry);
    }

    @Override
    public void answered(Decided decided, Steps steps) {
        answer.record(steps.all(), TimeUnit.NANOSECONDS);
        facts.record(steps.facts(), TimeUnit.NANOSECONDS);
        decision.record(steps.decision(), TimeUnit.NANOSECONDS);
        words.record(steps.words(), TimeUnit.NANOSECONDS);
        record.record(steps.record(), TimeUnit.NANOSECONDS);
        if (decided.template().isPresent()) {
            remembered.increment();
        }
        count(decided);
    }

    private void count(Decided decided) {
        String policy = decided.edition().id();
        Answer given = decided.answer();
        Reason reason = Reason.of(given, policy);
        registry.counter(
                        DECISIONS,
                        "policy",
                        policy,
                        "version",
                        decided.edition().label(),
                        "decision",
                        given.decision().name(),
                        "reason",
                        reason.label())
                .increment();
        if (reason == Reason.DEFAULT) {
            String purpose = decided.questions().get(0).purpose().value();
            registry.counter(DEFAULT_DENIALS, "policy", policy, "purpose", purpose)
                    .increment();
        }
        for (String path : given.missing()) {
            registry.counter(MISSING, "policy", policy, "fact", fact(path)).increment();
        }
    }

    /** A fact that is missing, without the place or pair of places of a row. */
    static String fact(String path) {
        int slash = path.indexOf('/');
        return path.startsWith("law:") ? "law" : slash < 0 ? path : path.substring(0, slash);
    }

    @Override
    public void failed(Throwable failure) {
        registry.counter(UNANSWERED, "cause", cause(failure)).increment();
    }

    private static String cause(Throwable failure) {
        if (failure instanceof CannotAsk || failure instanceof NotRecorded || failure instanceof BadJson) {
            return failure.getClass().getSimpleName();
        }
        return failure instanceof CancellationException ? "Left" : "Failure";
    }

    /** The kind of reason that decided. */
    enum Reason {
        EXCLUSION,
        MANDATE,
        CLAUSE,
        LAW,
        DEFAULT,
        MISSING_FACT,
        LAW_NOT_DRAWN;

        static Reason of(Answer answer, String policy) {
            return switch (answer.decision()) {
                case NOT_APPLICABLE -> EXCLUSION;
                case INDETERMINATE -> answer.reasons().isEmpty() ? LAW_NOT_DRAWN : MISSING_FACT;
                case PERMIT, DENY -> ofRule(answer.reasons().get(0), policy);
            };
        }

        private static Reason ofRule(Answer.Reason reason, String policy) {
            return switch (reason.effect()) {
                case MANDATE -> MANDATE;
                case EXCLUDE -> EXCLUSION;
                case PERMIT, REQUIRE, FORBID ->
                    reason.rule().isEmpty() ? DEFAULT : reason.document().equals(policy) ? CLAUSE : LAW;
            };
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
