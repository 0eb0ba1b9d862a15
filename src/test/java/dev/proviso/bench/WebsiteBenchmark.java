package dev.proviso.bench;

import dev.proviso.Shipped;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.ForgottenAnswers;
import dev.proviso.engine.Question;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Questions of the website policy of 2021 with all law in process, of those that are asked over HTTP: answered before, or not,
 * for all answers are forgotten. They are made before; building one is not in the timed part.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
public class WebsiteBenchmark {

    private static final long DECISIONS = 100;

    private final Rulebook rulebook = CompiledOnce.website().rulebook();
    private List<Question> mixed = List.of();
    private List<Question> denied = List.of();
    private int next;

    static {
        dev.proviso.QuietRuleEngine.apply();
    }

    @Setup
    public void choose() {
        KnownQuestions known = new KnownQuestions(20_211_101, Integer.MAX_VALUE);
        mixed = questions(known, Map.of(Decision.PERMIT, 135, Decision.DENY, 360, Decision.INDETERMINATE, 5));
        denied = questions(known, Map.of(Decision.DENY, 500));
    }

    /** What was remembered is what is decided. */
    @TearDown
    public void check() {
        for (Question question : mixed) {
            Answer remembered = Decider.decide(question, rulebook);
            ForgottenAnswers.of(rulebook);
            if (!remembered.equals(Decider.decide(question, rulebook))) {
                throw new IllegalStateException("Another answer was remembered than is decided: " + question);
            }
        }
    }

    private List<Question> questions(KnownQuestions known, Map<Decision, Integer> wanted) {
        return known.mixed(wanted).stream()
                .map(each -> KnownQuestions.question(each.json(), Shipped.vocabulary()))
                .toList();
    }

    @Benchmark
    public Answer seenBefore() {
        return Decider.decide(one(mixed), rulebook);
    }

    @Benchmark
    public Optional<Instant> seenBeforeAndUntilWhenItHolds() {
        return untilWhenItHolds(one(mixed), rulebook);
    }

    @Benchmark
    public Remedies denyWithRemediesSeenBefore() {
        return remedies(one(denied), rulebook);
    }

    @Benchmark
    public Answer neverSeen() {
        ForgottenAnswers.of(rulebook);
        return seenBefore();
    }

    @Benchmark
    public Optional<Instant> neverSeenAndUntilWhenItHolds() {
        ForgottenAnswers.of(rulebook);
        return seenBeforeAndUntilWhenItHolds();
    }

    @Benchmark
    public Remedies denyWithRemediesNeverSeen() {
        ForgottenAnswers.of(rulebook);
        return denyWithRemediesSeenBefore();
    }

    private Question one(List<Question> of) {
        next = (next + 1) % of.size();
        return of.get(next);
    }

    private static Optional<Instant> untilWhenItHolds(Question question, Rulebook rulebook) {
        Answer answer = Decider.decide(question, rulebook);
        return Validity.of(question, answer, rulebook, Optional.empty(), Budget.unlimited());
    }

    private static Remedies remedies(Question question, Rulebook rulebook) {
        Answer answer = Decider.decide(question, rulebook);
        return Remedies.of(List.of(question), answer, rulebook, Budget.of(DECISIONS, () -> false));
    }
}
