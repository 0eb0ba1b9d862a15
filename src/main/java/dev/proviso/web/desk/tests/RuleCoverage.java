package dev.proviso.web.desk.tests;

import dev.proviso.coverage.Coverage;
import dev.proviso.coverage.CoverageText;
import dev.proviso.testrun.TestsRunning;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rule tests show of a rule.
 *
 * @param open a sentence for each thing that they do not show
 */
public record RuleCoverage(State state, List<String> open) {

    /** How far rule tests reach. */
    public enum State {
        FULLY,
        PARTLY,
        NOT,
        UNREACHABLE;

        /** How far they reach several rules together; empty if there are none. */
        public static Optional<State> of(List<State> rules) {
            List<State> reachable = rules.stream()
                    .filter(state -> state != UNREACHABLE)
                    .distinct()
                    .toList();
            if (rules.isEmpty() || reachable.size() > 1) {
                return rules.isEmpty() ? Optional.empty() : Optional.of(PARTLY);
            }
            return Optional.of(reachable.isEmpty() ? UNREACHABLE : reachable.get(0));
        }

        public String word() {
            TestMessages say = MessageBundles.get(TestMessages.class);
            return switch (this) {
                case FULLY -> say.coveredFully();
                case PARTLY -> say.coveredPartly();
                case NOT -> say.notCovered();
                case UNREACHABLE -> say.unreachable();
            };
        }
    }

    /** A whole text. */
    public record Text(Coverage.Document document) {

        /** In the order of a legend. */
        public List<State> states() {
            return List.of(State.values());
        }

        /** {@code 61 of 98 rules decided, …}. */
        public String counted() {
            return CoverageText.counted(document);
        }

        /** Those of its rules of which the tests do not show all, or which no test can reach. */
        public List<Open> open() {
            return document.rules().stream()
                    .map(sentence -> new Open(sentence.rule(), sentence.sentence(), RuleCoverage.of(sentence)))
                    .filter(rule -> rule.coverage().state() != State.FULLY)
                    .toList();
        }

        public Optional<RuleCoverage> of(String rule) {
            return document.rules().stream()
                    .filter(sentence -> sentence.rule().equals(rule))
                    .findFirst()
                    .map(RuleCoverage::of);
        }
    }

    /** A rule of which something is not shown. */
    public record Open(String rule, String sentence, RuleCoverage coverage) {}

    /**
     * What a page shows of it.
     *
     * @param refused why it shows nothing though it was asked to; empty if it does, or was not
     */
    public record Shown(Optional<Text> text, String refused) {

        public static final Shown NOT = new Shown(Optional.empty(), "");

        public static Shown of(Optional<Coverage.Document> coverage) {
            return new Shown(coverage.map(Text::new), "");
        }

        public static Shown refused(TestsRunning running) {
            return new Shown(Optional.empty(), String.valueOf(running.getMessage()));
        }
    }

    private static RuleCoverage of(Coverage.Sentence rule) {
        if (rule.unreachable().isPresent()) {
            return new RuleCoverage(
                    State.UNREACHABLE, List.of(rule.unreachable().get()));
        }
        if (rule.isCovered()) {
            return new RuleCoverage(State.FULLY, List.of());
        }
        TestMessages say = MessageBundles.get(TestMessages.class);
        List<String> open = new ArrayList<>();
        if (!rule.decided()) {
            open.add(say.neverDecided());
        }
        rule.conditions().stream()
                .filter(condition -> !condition.isCovered())
                .forEach(condition ->
                        open.add(say.neverSeen(CoverageText.values(condition.missing()), condition.condition()) + "."));
        return new RuleCoverage(rule.isPartlyCovered() ? State.PARTLY : State.NOT, open);
    }
}
