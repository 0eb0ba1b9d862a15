package dev.proviso.ruletest;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Answer.Obligation;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Duty.Timing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds an answer against what a test expects of it. */
final class Differences {

    private final RuleTestCase test;
    private final Answer answer;
    private final Rulebook rulebook;
    private final List<String> differences = new ArrayList<>();

    Differences(RuleTestCase test, Answer answer, Rulebook rulebook) {
        this.test = test;
        this.answer = answer;
        this.rulebook = rulebook;
    }

    /** A sentence for each thing that is not as expected; none if the test passes. */
    List<String> sentences() {
        Expected expected = test.expected();
        if (answer.decision() != expected.decision()) {
            note("The answer", expected.decision().name(), answer.decision().name());
        }
        expected.rules().ifPresent(rules -> compare("The rules that decide", cited(rules), cited(decided(answer))));
        if (answer.decision() == expected.decision()) {
            expected.missing().ifPresent(missing -> compare("What is missing", missing, answer.missing()));
            expected.obligations().ifPresent(this::compareDuties);
            expected.remedies().ifPresent(this::compareRemedies);
        }
        return differences;
    }

    static SortedSet<RuleReference> decided(Answer answer) {
        return answer.reasons().stream().map(RuleReference::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> cited(Collection<RuleReference> rules) {
        return rules.stream().map(rule -> rule.in(test.about())).toList();
    }

    private void compare(String what, Collection<String> expected, Collection<String> actual) {
        if (!new HashSet<>(expected).equals(new HashSet<>(actual))) {
            note(what, listed(expected), listed(actual));
        }
    }

    private void note(String what, String expected, String actual) {
        differences.add(what + " should be " + expected + ", and " + (what.startsWith("The rules") ? "are " : "is ")
                + actual + ".");
    }

    private static String listed(Collection<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /** A sentence, if an obligation is not among those that come with an answer. */
    static Optional<String> lacking(String obligation, RuleTestCase test, Answer answer) {
        List<Expected.Duty> actual = duties(answer);
        return actual.stream().anyMatch(duty -> duty.obligation().equals(obligation))
                ? Optional.empty()
                : Optional.of("The obligations should include " + obligation + ", and are "
                        + written(actual, test.about()) + ".");
    }

    private void compareDuties(List<Expected.Duty> expected) {
        List<Expected.Duty> actual = duties(answer);
        boolean same = expected.stream().allMatch(duty -> actual.stream().anyMatch(duty::covers))
                && actual.stream().allMatch(duty -> expected.stream().anyMatch(one -> one.covers(duty)));
        if (!same) {
            note("The obligations", written(expected, test.about()), written(actual, test.about()));
        }
    }

    private static String written(List<Expected.Duty> duties, String about) {
        return listed(duties.stream().map(duty -> duty.in(about)).toList());
    }

    private static List<Expected.Duty> duties(Answer answer) {
        return answer.obligations().stream().map(Differences::duty).toList();
    }

    private static Expected.Duty duty(Obligation obligation) {
        return new Expected.Duty(
                obligation.duty().map(duty -> duty.obligation().value()).orElse(Expected.MANDATE),
                Optional.of(Expected.lower(
                        obligation.duty().map(duty -> duty.timing()).orElse(Timing.WITH))),
                Optional.of(new RuleReference(obligation.document(), Optional.of(obligation.rule()))),
                Optional.of(obligation.outcome().name()));
    }

    private void compareRemedies(Set<Set<String>> expected) {
        List<List<String>> found = Remedies.of(
                        test.questions(),
                        answer,
                        rulebook,
                        Budget.ofAnswer(true, () -> false).forRemedies())
                .sets();
        Set<Set<String>> actual = found.stream().map(TreeSet::new).collect(Collectors.toSet());
        if (!expected.equals(actual)) {
            note("What would permit it", sets(expected), sets(actual));
        }
    }

    private static String sets(Set<Set<String>> remedies) {
        return listed(remedies.stream()
                .map(changes -> "\"" + String.join("\" and \"", changes) + "\"")
                .sorted()
                .toList());
    }
}
