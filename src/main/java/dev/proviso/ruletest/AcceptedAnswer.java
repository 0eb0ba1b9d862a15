package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.document.Span;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Remedies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a file of tests says once what is answered is what is wanted. Nothing of it changes but the words that say what is expected,
 * and they say no more than they said: a test that named no rules names none.
 */
public final class AcceptedAnswer {

    private static final Pattern IN_SHORT =
            Pattern.compile("\\s*[\"']?(PERMIT|DENY|INDETERMINATE|NOT_APPLICABLE)\\b[^{}\\n]*", Pattern.DOTALL);

    private final Outcome outcome;
    private final RuleTestCase test;
    private final Answer answer;

    /** @param outcome of a test that failed */
    public AcceptedAnswer(Outcome outcome) {
        this.outcome = outcome;
        this.test = outcome.test();
        this.answer = outcome.answer();
    }

    /** As the test would put it: {@code DENY by 7(1)}. */
    public String inShort() {
        SortedSet<RuleReference> cited =
                test.expected().rules().isPresent() ? Differences.decided(answer) : new TreeSet<>();
        return Expected.written(answer.decision(), cited, test.about());
    }

    /** @param text of the file in which the test stands */
    public String in(String text) {
        Span place = test.expectation();
        String old = text.substring(place.start(), place.end());
        String end = old.substring(old.stripTrailing().length());
        String now = IN_SHORT.matcher(old).matches() ? inShort() : spelt();
        return text.substring(0, place.start()) + now + end + text.substring(place.end());
    }

    /** On one line, wherever the old one was spelt out. */
    private String spelt() {
        Expected expected = test.expected();
        Decision decision = answer.decision();
        List<String> parts = new ArrayList<>();
        parts.add("decision: " + decision);
        expected.rules().ifPresent(rules -> parts.add(list("rules", cited())));
        if (expected.missing().isPresent() && decision == Decision.INDETERMINATE) {
            parts.add(list("missing", answer.missing()));
        }
        if (expected.obligations().isPresent() && decision == Decision.PERMIT) {
            parts.add(list("obligations", duties()));
        }
        if (expected.remedies().isPresent() && (decision == Decision.DENY || decision == Decision.INDETERMINATE)) {
            parts.add("remedies: [" + remedies() + "]");
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private List<String> cited() {
        return Differences.decided(answer).stream()
                .map(rule -> rule.in(test.about()))
                .toList();
    }

    private List<String> duties() {
        return answer.obligations().stream()
                .map(duty -> duty.duty().map(one -> one.obligation().value()).orElse(Expected.MANDATE))
                .distinct()
                .toList();
    }

    private String remedies() {
        return Remedies.of(
                        test.questions(),
                        answer,
                        outcome.rulebook(),
                        Budget.ofAnswer(true, () -> false).forRemedies())
                .sets()
                .stream()
                .map(changes -> "[" + quoted(changes) + "]")
                .collect(Collectors.joining(", "));
    }

    private static String list(String key, Collection<String> words) {
        return key + ": [" + quoted(words) + "]";
    }

    /** As JSON has texts, which YAML reads. */
    private static String quoted(Collection<String> words) {
        return words.stream().map(word -> TextNode.valueOf(word).toString()).collect(Collectors.joining(", "));
    }
}
