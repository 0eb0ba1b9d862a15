package dev.proviso.ruletest;

import dev.proviso.engine.Decision;
import dev.proviso.policy.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What a test expects of an answer. What is empty may be anything; what is there must be exactly so.
 *
 * @param rules the rules that decide
 * @param missing the facts that are missing, as paths into the question
 * @param obligations the duties that come with a permit
 * @param remedies the smallest sets of changes that would permit
 */
public record Expected(
        Decision decision,
        Optional<SortedSet<RuleReference>> rules,
        Optional<SortedSet<String>> missing,
        Optional<List<Duty>> obligations,
        Optional<Set<Set<String>>> remedies) {

    /** Nothing is expected but the decision. */
    static Expected of(Decision decision, Optional<SortedSet<RuleReference>> rules) {
        return new Expected(decision, rules, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A duty that comes with a permit. What is empty may be anything.
     *
     * @param obligation a key of the vocabulary, or {@code mandate} for an act that a law mandates
     * @param when {@code before}, {@code with} or {@code after} the act
     * @param outcome {@code APPLIES} or {@code MAY_APPLY}
     */
    public record Duty(
            String obligation, Optional<String> when, Optional<RuleReference> rule, Optional<String> outcome) {

        /** Whether another has all that this one says. */
        boolean covers(Duty other) {
            return obligation.equals(other.obligation)
                    && (when.isEmpty() || when.equals(other.when))
                    && (rule.isEmpty() || rule.equals(other.rule))
                    && (outcome.isEmpty() || outcome.equals(other.outcome));
        }

        String in(String about) {
            return obligation
                    + when.map(word -> " " + word + " it").orElse("")
                    + rule.map(cited -> " by " + cited.in(about)).orElse("")
                    + outcome.filter("MAY_APPLY"::equals)
                            .map(may -> ", perhaps")
                            .orElse("");
        }
    }

    /** As a test about a document writes it. */
    public String in(String about) {
        return written(decision, rules.orElse(java.util.Collections.emptySortedSet()), about);
    }

    static String written(Decision decision, Set<RuleReference> rules, String about) {
        String cited = rules.stream().map(rule -> rule.in(about)).collect(Collectors.joining(" and "));
        return decision + (cited.isEmpty() ? "" : " by " + cited);
    }

    static final String MANDATE = "mandate";

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a rule is among those that should decide. */
    boolean names(String document, RuleId rule) {
        return rules.map(all -> all.contains(new RuleReference(document, Optional.of(rule))))
                .orElse(false);
    }
}
