package dev.proviso.testrun;

import dev.proviso.engine.RuleCompiler;
import dev.proviso.ruletest.RuleTestRunner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A few runners of tests, for a service has questions to answer besides. One caller has one of them at a time, so that nobody keeps
 * the others from theirs. Safe for any thread.
 */
final class Runners {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition given = lock.newCondition();
    private final Deque<RuleTestRunner> idle = new ArrayDeque<>();
    private final Set<String> callers = new HashSet<>();

    /** @param most how many tests may run side by side */
    Runners(RuleCompiler compiler, int most) {
        for (int i = 0; i < most; i++) {
            idle.push(new RuleTestRunner(compiler));
        }
    }

    /**
     * Runs tests with what was compiled last, as far as it fits.
     *
     * @param wait how long to wait for a runner
     * @throws TestsRunning if there is none till then, or this caller has one
     */
    <T> T run(String caller, Duration wait, Function<RuleTestRunner, T> run) {
        RuleTestRunner runner = take(caller, wait);
        try {
            return run.apply(runner);
        } finally {
            give(caller, runner);
        }
    }

    private RuleTestRunner take(String caller, Duration wait) {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (idle.isEmpty() || callers.contains(caller)) {
                if (left <= 0) {
                    throw new TestsRunning();
                }
                left = given.awaitNanos(left);
            }
            callers.add(caller);
            return idle.pop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestsRunning();
        } finally {
            lock.unlock();
        }
    }

    private void give(String caller, RuleTestRunner runner) {
        lock.lock();
        try {
            callers.remove(caller);
            // The one that was used last has compiled what will probably be asked next.
            idle.push(runner);
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
