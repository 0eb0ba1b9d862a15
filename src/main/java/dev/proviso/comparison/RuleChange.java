package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Wording;
import dev.proviso.policy.Rule;
import java.util.Optional;

/**
 * A rule that was added or removed, that means something else, or that means the same under another number.
 *
 * @param before the rule as it was; empty if it was added
 * @param after the rule as it is; empty if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RuleChange(Change change, Optional<Put> before, Optional<Put> after) {

    /**
     * A rule as its author put it.
     *
     * @param rule its id ({@code 2.2(4)})
     * @param title of its clause
     */
    public record Put(String rule, String clause, String title, String effect, String sentence) {

        static Put of(Rule rule, CheckedPolicy checked) {
            Wording wording = Optional.ofNullable(checked.wording().get(rule.id()))
                    .orElseThrow(() -> new IllegalStateException("every rule has its words"));
            return new Put(
                    rule.id().toString(),
                    wording.clause(),
                    wording.title(),
                    rule.effect().name(),
                    wording.sentence());
        }
    }
}
