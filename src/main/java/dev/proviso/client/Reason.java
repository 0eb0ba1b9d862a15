package dev.proviso.client;

/**
 * A rule that decided.
 *
 * @param rule its id in the document, or {@code default} where no clause permits
 * @param document the policy or law in which it stands
 * @param effect {@code EXCLUDE}, {@code FORBID}, {@code MANDATE}, {@code PERMIT} or {@code REQUIRE}
 * @param title of the clause
 * @param sentence the rule in its author's words
 * @param outcome {@code APPLIES}, {@code MAY_APPLY} or {@code DEFEATED}
 */
public record Reason(
        String rule,
        String document,
        String version,
        String effect,
        String clause,
        String title,
        String sentence,
        String outcome) {}
