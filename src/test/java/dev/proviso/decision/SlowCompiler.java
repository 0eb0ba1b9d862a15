package dev.proviso.decision;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.PolicyRules;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.policy.Policy;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Compiles as Drools does, but only while it is let, and counts. */
public final class SlowCompiler implements RuleCompiler {

    private static final DroolsRuleCompiler DROOLS = new DroolsRuleCompiler();

    private volatile CountDownLatch gate = new CountDownLatch(1);
    public final AtomicInteger policies = new AtomicInteger();
    public final AtomicInteger laws = new AtomicInteger();
    volatile Optional<RuntimeException> failure = Optional.empty();

    public SlowCompiler letGo() {
        gate.countDown();
        return this;
    }

    /** From now on it compiles nothing until it is let. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    @Override
    public String text(Policy policy, Vocabulary vocabulary, Function<RuleId, String> wording) {
        return DROOLS.text(policy, vocabulary, wording);
    }

    @Override
    public String baseRules() {
        return DROOLS.baseRules();
    }

    @Override
    public PolicyRules policy(Policy policy, Vocabulary vocabulary) {
        policies.incrementAndGet();
        await();
        failure.ifPresent(exception -> {
            throw exception;
        });
        return DROOLS.policy(policy, vocabulary);
    }

    @Override
    public LawRules law(List<Policy> documents, Vocabulary vocabulary) {
        laws.incrementAndGet();
        await();
        return DROOLS.law(documents, vocabulary);
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
