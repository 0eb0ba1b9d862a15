package dev.proviso.engine;

import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.util.List;

/**
 * All that decides a question but for its facts: one version of a policy, every law of its vocabulary (which of them are
 * in force depends on the question's instant), and their compiled rules.
 *
 * @param start when this version starts to bind
 */
public record Rulebook(
        Policy policy, Instant start, Vocabulary vocabulary, List<Policy> laws, PolicyRules rules, LawRules lawRules) {}
