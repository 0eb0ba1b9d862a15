package dev.proviso.engine;

import dev.proviso.policy.Rule;

/**
 * That one rule applies to a leaf of a question, or may.
 *
 * @param document {@link dev.proviso.policy.Policy#id} of the document the rule stands in
 * @param version {@link dev.proviso.policy.Policy#label}
 * @param law whether that document is law
 * @param outcome true: it applies; unknown: it may apply; never false
 * @param defeated whether a Permit stands against it that applies, or may; false for anything but a policy Forbid
 */
public record Ruling(String document, String version, boolean law, Rule rule, Truth outcome, Truth defeated) {}
