package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Span;
import dev.proviso.engine.Question;
import dev.proviso.policy.Place;
import dev.proviso.policy.Rule;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One question to one version of a policy, and what should be the answer.
 *
 * @param file the name of the file in which it stands
 * @param line where it stands there, from 1
 * @param name the sentence that it is known by, with the group it is in and what tells it from others of its table
 * @param about the document that it tests: the policy, or a law
 * @param controller where the controller is taken to be, instead of where the policy says
 * @param written the question as the file has it, with times that are counted from the start of the version as they stand there
 * @param asked the question as it would be asked of this version over HTTP; not to be changed
 * @param questions the same, read: one for each key of its data
 * @param expectation where the file says what is expected; several questions may share one
 * @param variation what tells it from the others that share it: fields, each with its value as YAML has it on one line
 */
public record RuleTestCase(
        String file,
        int line,
        String name,
        String about,
        TestedVersion version,
        Optional<Place> controller,
        ObjectNode written,
        ObjectNode asked,
        List<Question> questions,
        Expected expected,
        Span expectation,
        Map<String, String> variation) {

    private static final List<String> IN_THE_SENTENCE = List.of("purpose", "operation", "data", "source", "at");

    public RuleTestCase {
        questions = List.copyOf(questions);
        variation = Collections.unmodifiableMap(new LinkedHashMap<>(variation));
    }

    /** The same question to another version in the same words. */
    RuleTestCase of(TestedVersion other) {
        return new RuleTestCase(
                file,
                line,
                name,
                about,
                other,
                controller,
                written,
                asked,
                questions,
                expected,
                expectation,
                variation);
    }

    /** Whether a rule is about what is asked, whatever its conditions are. */
    public boolean isTouchedBy(Rule rule) {
        return new RuleScope(rule, version.vocabulary(), version.text().policy().timeZone())
                .miss(questions)
                .isEmpty();
    }

    /** Where its days begin: the user's zone, or else the policy's. */
    public ZoneId zone() {
        return questions.get(0).user().timeZone().orElse(version.text().policy().timeZone());
    }

    /**
     * What is asked, for a person to read: {@code use of contact.email for marketing.messages.email from direct, at
     * 2016-02-01T10:00:00+08:00}.
     */
    public String sentence() {
        Question question = questions.get(0);
        String data = questions.stream().map(one -> one.data().value()).collect(Collectors.joining(", "));
        return version.vocabulary().noun(question.operation()) + " of " + data + " for " + question.purpose()
                + question.source().map(source -> " from " + source).orElse("") + ", at "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(question.at().atZone(zone()));
    }

    /** What the sentence does not say, as JSON; empty if that is nothing. */
    public String facts() {
        JsonNode rest = asked.deepCopy().without(IN_THE_SENTENCE);
        controller.ifPresent(place -> ((ObjectNode) rest).put(GivenFacts.CONTROLLER, place.code()));
        return rest.isEmpty() ? "" : rest.toString();
    }
}
