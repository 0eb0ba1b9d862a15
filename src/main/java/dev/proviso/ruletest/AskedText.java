package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.engine.Question;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The question of a test for a person to read. */
final class AskedText {

    private static final List<String> IN_THE_SENTENCE = List.of("purpose", "operation", "data", "source", "at");

    private final RuleTestCase test;
    private final Question question;

    AskedText(RuleTestCase test) {
        this.test = test;
        this.question = test.questions().get(0);
    }

    /** {@code use of contact.email for marketing.messages.email from direct, at 2016-02-01T10:00:00+08:00}. */
    String sentence() {
        String data = test.questions().stream().map(one -> one.data().value()).collect(Collectors.joining(", "));
        return noun() + " of " + data + " for " + question.purpose()
                + question.source().map(source -> " from " + source).orElse("") + ", at " + time();
    }

    private String noun() {
        return test.version().vocabulary().noun(question.operation());
    }

    private String time() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(question.at().atZone(test.zone()));
    }

    /** All that the sentence does not say, as JSON; empty if that is nothing. */
    String facts() {
        JsonNode rest = test.asked().deepCopy().without(IN_THE_SENTENCE);
        test.controller().ifPresent(place -> ((ObjectNode) rest).put(GivenFacts.CONTROLLER, place.code()));
        return rest.isEmpty() ? "" : rest.toString();
    }
}
