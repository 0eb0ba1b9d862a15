package dev.proviso.comparison;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Lines;
import dev.proviso.document.Source;
import dev.proviso.document.Span;
import dev.proviso.document.Wording;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.Objects;
import java.util.Optional;

/** A policy or a law: what it means, and the text in which it says so. */
public record Text(Source source, CheckedPolicy checked) {

    public Policy policy() {
        return checked.policy();
    }

    public Optional<Rule> rule(RuleId id) {
        return policy().rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The line of a rule, from 1; the first, if there is no such rule. */
    public int line(RuleId rule) {
        Wording wording = checked.wording().get(rule);
        return wording == null ? 1 : line(wording.span());
    }

    /** Where the sentence of a rule stands. */
    public Span span(RuleId rule) {
        return Objects.requireNonNull(checked.wording().get(rule), "a rule of this text")
                .span();
    }

    public int line(Span span) {
        return new Lines(source.text()).line(span.start());
    }
}
