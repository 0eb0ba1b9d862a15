package dev.proviso.ruletest;

import dev.proviso.engine.Question;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Whether a rule is about what is asked at all, whatever its conditions are. */
final class RuleScope {

    private final Rule rule;
    private final Vocabulary vocabulary;
    private final ZoneId zone;

    /** @param zone whose days count where the question does not say in which zone its user lives */
    RuleScope(Rule rule, Vocabulary vocabulary, ZoneId zone) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    /** A sentence that says why it is not; empty if it is about some of the questions. */
    String miss(List<Question> questions) {
        List<String> misses = questions.stream().map(this::miss).toList();
        return misses.contains("") ? "" : misses.get(0);
    }

    private String miss(Question question) {
        LocalDate day =
                question.at().atZone(question.user().timeZone().orElse(zone)).toLocalDate();
        if (!rule.days().contains(day)) {
            return "It has other days.";
        }
        return operation(question)
                .or(() -> other("data", Section.DATA, rule.act().data(), Optional.of(question.data())))
                .or(() -> other("purpose", Section.PURPOSES, rule.act().purposes(), Optional.of(question.purpose())))
                .or(() -> other("source", Section.SOURCES, rule.act().sources(), question.source()))
                .or(() -> other("recipient", Section.RECIPIENTS, rule.act().recipients(), question.recipient()))
                .orElse("");
    }

    /** What moves data to another country is decided as a transfer too, whatever else it is. */
    private Optional<String> operation(Question question) {
        Keys operations = rule.act().operations();
        return other("operation", Section.OPERATIONS, operations, Optional.of(question.operation()))
                .map(sentence -> operations.covers(Key.TRANSFER)
                        ? "It is about transfers, and this is one only if the data leaves the country."
                        : sentence);
    }

    /** What is unknown is not another. */
    private Optional<String> other(String part, Section section, Keys keys, Optional<Key> asked) {
        return asked.filter(key -> vocabulary.leaves(section, key).stream().noneMatch(keys::covers))
                .map(key -> "It is not about the " + part + " " + key + ".");
    }
}
