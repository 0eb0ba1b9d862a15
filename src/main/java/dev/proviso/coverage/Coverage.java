package dev.proviso.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.comparison.Text;
import dev.proviso.document.Source;
import dev.proviso.document.Span;
import dev.proviso.engine.Truth;
import dev.proviso.policy.RuleId;
import dev.proviso.ruletest.Outcome;
import dev.proviso.ruletest.Subject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much of what documents mean was exercised by tests: which rules decided an answer, and which values of their conditions
 * were seen. {@code src/site/rule-tests.md}, "Coverage", says what counts.
 *
 * @param documents those that the tests are about, in the order in which the tests came to them
 */
public record Coverage(List<Document> documents) {

    public Coverage {
        documents = List.copyOf(documents);
    }

    /**
     * One version of a policy or law.
     *
     * @param text which says it
     * @param covered how many of its rules decided, and of the values of its conditions were seen
     * @param possible how many there are, without those that no test can reach
     * @param scope the conditions under which a law joins in
     */
    public record Document(
            String document,
            String version,
            String file,
            int percent,
            int covered,
            int possible,
            List<Condition> scope,
            List<Sentence> rules,
            List<TableRow> rows,
            @JsonIgnore Text text) {}

    /**
     * One rule.
     *
     * @param decided whether some answer named it as a rule that applies and decides; of a duty, whether a permit came with it
     * @param applied whether it applied to something, and was not defeated
     * @param unreachable why no test can reach it; left out if that is not known
     */
    public record Sentence(
            String rule,
            int line,
            String sentence,
            boolean decided,
            boolean applied,
            boolean mayHaveApplied,
            boolean defeated,
            List<Condition> conditions,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unreachable,
            @JsonIgnore RuleId id,
            @JsonIgnore Span span) {

        /** Whether it decided and all that its conditions can be was seen. */
        public boolean isCovered() {
            return decided && conditions.stream().allMatch(Condition::isCovered);
        }

        /** Whether something of it was seen, but not all. */
        public boolean isPartlyCovered() {
            boolean touched = decided || applied || mayHaveApplied || defeated;
            return !isCovered()
                    && (touched
                            || conditions.stream().anyMatch(one -> !one.seen().isEmpty()));
        }
    }

    /**
     * A fact that a sentence asks about, however often.
     *
     * @param seen the values that it had where the act of the sentence covered what was asked, or may have
     * @param missing the values that it can have and was not seen to have
     */
    public record Condition(String condition, Set<Truth> seen, Set<Truth> missing) {

        static Condition of(String phrase, Set<Truth> seen, Set<Truth> possible) {
            Set<Truth> missing = EnumSet.noneOf(Truth.class);
            missing.addAll(possible);
            missing.removeAll(seen);
            return new Condition(phrase, seen, missing);
        }

        public boolean isCovered() {
            return missing.isEmpty();
        }
    }

    /** A row of a table, and whether a value was looked up in it. */
    public record TableRow(
            String table,
            int line,
            String row,
            boolean touched,
            @JsonIgnore Span span) {}

    /** What tests showed of the documents that they are about. */
    public static Coverage of(List<Outcome> outcomes) {
        return of(
                outcomes,
                outcomes.stream()
                        .flatMap(outcome -> Subject.of(outcome.test()))
                        .distinct()
                        .toList());
    }

    /** What tests showed of these documents: of those that no test is about, nothing. */
    public static Coverage of(List<Outcome> outcomes, Collection<Subject> subjects) {
        Map<Source, Exercise> exercises = new LinkedHashMap<>();
        subjects.forEach(subject -> exercises.computeIfAbsent(
                subject.text().source(), key -> new Exercise(subject.text(), subject.version())));
        for (Outcome outcome : outcomes) {
            Subject.of(outcome.test())
                    .flatMap(subject ->
                            Optional.ofNullable(exercises.get(subject.text().source())).stream())
                    .forEach(exercise -> exercise.add(outcome));
        }
        return new Coverage(exercises.values().stream().map(Exercise::seen).toList());
    }

    /** The documents that are covered by less than so many percent. */
    public List<Document> below(int percent) {
        return documents.stream()
                .filter(document -> document.percent() < percent)
                .toList();
    }
}
