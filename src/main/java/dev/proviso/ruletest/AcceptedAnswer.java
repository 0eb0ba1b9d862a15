package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.document.Span;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Remedies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a file of tests says once what is answered is what is wanted. Nothing of it changes but the words that say what is expected,
 * and they say no more than they said: a test that named no rules names none. Where questions that share these words are not
 * answered alike, most of them keep the words and the others become exceptions.
 */
public final class AcceptedAnswer {

    private static final Pattern IN_SHORT =
            Pattern.compile("\\s*[\"']?(PERMIT|DENY|INDETERMINATE|NOT_APPLICABLE)\\b[^{}\\n]*", Pattern.DOTALL);
    private static final Pattern INDENT = Pattern.compile("[ \\t]*");

    private final RuleTestCase first;
    /** What is expected from now on, by what tells the questions apart. */
    private final Map<Map<String, String>, Expected> wanted = new LinkedHashMap<>();

    private final Expected usual;
    private final List<SharedExpectation.Except> exceptions = new ArrayList<>();
    private boolean ambiguous;

    /** @param sharing what came of all tests of a version that share one expectation; at least one */
    public AcceptedAnswer(List<Outcome> sharing) {
        this.first = sharing.get(0).test();
        sharing.forEach(outcome -> {
            Expected answer = wanted(outcome);
            Expected other = wanted.putIfAbsent(outcome.test().variation(), answer);
            ambiguous |= other != null && !other.equals(answer);
        });
        this.usual = usual(sharing);
        except();
    }

    /** Why the file cannot say it in one place, as a sentence; empty if it can. */
    public Optional<String> obstacle() {
        if (ambiguous) {
            return Optional.of(
                    "Several versions are asked here, and they do not answer alike now. Say in the file what is"
                            + " expected of each version.");
        }
        return exceptions.size() > SharedExpectation.MOST_EXCEPTIONS
                ? Optional.of("What is expected there is expected of " + wanted.size() + " questions, and "
                        + exceptions.size() + " of them would be exceptions now: more than "
                        + SharedExpectation.MOST_EXCEPTIONS + ". Change it in the file.")
                : Optional.empty();
    }

    /** What most are answered; of two that are answered as often, what was expected before. */
    private Expected usual(List<Outcome> sharing) {
        Map<Expected, Long> often =
                wanted.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<Expected> before =
                sharing.stream().map(outcome -> outcome.test().expected()).collect(Collectors.toSet());
        return wanted.values().stream()
                .max(Comparator.comparing((Expected answer) -> often.getOrDefault(answer, 0L))
                        .thenComparing(before::contains))
                .orElseThrow();
    }

    /** One exception for all that share a value, where they are answered alike; else one for each question. */
    private void except() {
        Map<Map<String, String>, Set<Expected>> byValue = new HashMap<>();
        wanted.forEach((variation, answer) -> values(variation)
                .forEach(value ->
                        byValue.computeIfAbsent(value, key -> new HashSet<>()).add(answer)));
        wanted.forEach((variation, answer) -> {
            if (!answer.equals(usual) && exceptions.stream().noneMatch(one -> one.covers(variation))) {
                Map<String, String> known = values(variation).stream()
                        .filter(value -> byValue.getOrDefault(value, Set.of()).size() == 1)
                        .filter(value -> exceptions.stream()
                                .noneMatch(one -> one.meets(new SharedExpectation.Except(value, answer))))
                        .findFirst()
                        .orElse(variation);
                exceptions.add(new SharedExpectation.Except(known, answer));
            }
        });
    }

    private static List<Map<String, String>> values(Map<String, String> variation) {
        return variation.entrySet().stream()
                .map(field -> Map.of(field.getKey(), field.getValue()))
                .toList();
    }

    /** @param text of the file in which the tests stand */
    public String in(String text) {
        Span place = first.expectation();
        String old = text.substring(place.start(), place.end());
        String end = old.substring(old.stripTrailing().length());
        boolean isShort = exceptions.isEmpty() && IN_SHORT.matcher(old).matches();
        String now = isShort ? usual.in(first.about()) : "{" + spelt(usual) + except(indent(text, place)) + "}";
        return text.substring(0, place.start()) + now + end + text.substring(place.end());
    }

    /** Deeper than the line on which the words stand. */
    private static String indent(String text, Span place) {
        String line = text.substring(text.lastIndexOf('\n', place.start() - 1) + 1, place.start());
        return INDENT.matcher(line).results().findFirst().orElseThrow().group() + "      ";
    }

    private String except(String indent) {
        if (exceptions.isEmpty()) {
            return "";
        }
        String start = exceptions.size() == 1 ? "" : "\n" + indent;
        return ", " + SharedExpectation.EXCEPT + ": ["
                + exceptions.stream()
                        .map(one -> start + "{" + fields(one) + ", expect: " + expected(one.expected()) + "}")
                        .collect(Collectors.joining(start.isEmpty() ? ", " : ","))
                + "]";
    }

    private static String fields(SharedExpectation.Except one) {
        return one.fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private String expected(Expected expected) {
        Optional<Collection<RuleReference>> rules = expected.rules().map(all -> all);
        boolean isShort = expected.equals(Expected.of(expected.decision(), expected.rules()))
                && rules.filter(Collection::isEmpty).isEmpty();
        return isShort ? expected.in(first.about()) : "{" + spelt(expected) + "}";
    }

    private String spelt(Expected expected) {
        List<String> parts = new ArrayList<>();
        parts.add("decision: " + expected.decision());
        expected.rules()
                .ifPresent(rules -> parts.add(list(
                        "rules",
                        rules.stream().map(rule -> rule.in(first.about())).toList())));
        expected.missing().ifPresent(missing -> parts.add(list("missing", missing)));
        expected.obligations()
                .ifPresent(duties -> parts.add(
                        "obligations: " + duties.stream().map(this::duty).collect(Collectors.joining(", ", "[", "]"))));
        expected.remedies()
                .ifPresent(sets -> parts.add("remedies: "
                        + sets.stream()
                                .map(changes -> "[" + quoted(changes) + "]")
                                .collect(Collectors.joining(", ", "[", "]"))));
        return String.join(", ", parts);
    }

    private String duty(Expected.Duty duty) {
        List<String> more = new ArrayList<>();
        duty.when().ifPresent(word -> more.add("when: " + word));
        duty.rule().ifPresent(rule -> more.add("rule: " + quoted(List.of(rule.in(first.about())))));
        duty.outcome().ifPresent(word -> more.add("outcome: " + word));
        String key = quoted(List.of(duty.obligation()));
        return more.isEmpty() ? key : "{obligation: " + key + ", " + String.join(", ", more) + "}";
    }

    /** What was expected of a test that passed; of one that failed what is answered, as far as its words say. */
    private static Expected wanted(Outcome outcome) {
        Expected before = outcome.test().expected();
        if (outcome.passed()) {
            return before;
        }
        Answer answer = outcome.answer();
        Decision decision = answer.decision();
        boolean isOpen = decision == Decision.INDETERMINATE;
        return new Expected(
                decision,
                before.rules().map(rules -> Differences.decided(answer)),
                before.missing().filter(missing -> isOpen).map(missing -> new TreeSet<>(answer.missing())),
                before.obligations()
                        .filter(duties -> decision == Decision.PERMIT)
                        .map(duties -> duties(answer)),
                before.remedies()
                        .filter(sets -> isOpen || decision == Decision.DENY)
                        .map(sets -> remedies(outcome)));
    }

    private static List<Expected.Duty> duties(Answer answer) {
        return answer.obligations().stream()
                .map(duty -> duty.duty().map(one -> one.obligation().value()).orElse(Expected.MANDATE))
                .distinct()
                .map(key -> new Expected.Duty(key, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
    }

    private static Set<Set<String>> remedies(Outcome outcome) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        Remedies.of(
                        outcome.test().questions(),
                        outcome.answer(),
                        outcome.rulebook(),
                        Budget.ofAnswer(true, () -> false).forRemedies())
                .sets()
                .forEach(changes -> sets.add(new LinkedHashSet<>(changes)));
        return sets;
    }

    private static String list(String key, Collection<String> words) {
        return key + ": [" + quoted(words) + "]";
    }

    /** As JSON has texts, which YAML reads. */
    private static String quoted(Collection<String> words) {
        return words.stream().map(word -> TextNode.valueOf(word).toString()).collect(Collectors.joining(", "));
    }
}
