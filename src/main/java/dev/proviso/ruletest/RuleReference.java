package dev.proviso.ruletest;

import dev.proviso.engine.Answer;
import dev.proviso.policy.RuleId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A rule of some document, as lawyers cite it. {@code 7(2)} is one of the document that a test is about, {@code law-eu 3(1)} one
 * of another.
 *
 * @param rule empty for the default: what no clause permits is denied
 */
public record RuleReference(String document, Optional<RuleId> rule) implements Comparable<RuleReference> {

    static final String DEFAULT = "default";

    private static final Comparator<RuleReference> ORDER = Comparator.comparing(RuleReference::document)
            .thenComparing(cited -> cited.rule().map(rule -> 0).orElse(1))
            .thenComparing((a, b) ->
                    a.rule().isEmpty() ? 0 : a.rule().get().compareTo(b.rule().orElseThrow()));

    static RuleReference of(Answer.Reason reason) {
        return new RuleReference(reason.document(), reason.rule());
    }

    /** How a test about a document writes it. */
    public String in(String about) {
        return rule.map(id -> document.equals(about) ? id.toString() : document + " " + id)
                .orElse(DEFAULT);
    }

    @Override
    public int compareTo(RuleReference other) {
        return ORDER.compare(this, other);
    }
}
