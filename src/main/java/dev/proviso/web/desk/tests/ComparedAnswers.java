package dev.proviso.web.desk.tests;

import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.LabelledText;
import dev.proviso.web.desk.ask.AskLink;
import java.util.List;
import java.util.function.Predicate;

/**
 * What two versions answer to the questions of rule tests, as a page shows it.
 *
 * @param questions those that are answered otherwise, the first ones
 * @param more how many follow them
 */
public record ComparedAnswers(ComparedTests compared, List<Question> questions, int more) {

    private static final int MOST = 200;

    /**
     * A question.
     *
     * @param name by which its test is known
     * @param facts what the sentence does not say; empty if that is nothing
     * @param links where to ask it under the versions that are published, the earlier one first
     */
    public record Question(String name, String sentence, String facts, Side before, Side after, List<Link> links) {

        /** Whether the page to ask cannot say all of it. */
        public boolean isLinkedInPart() {
            return links.stream().anyMatch(link -> !link.ask().unsaid().isEmpty());
        }
    }

    public record Link(String version, AskLink ask) {}

    public record Side(String decision, List<Ground> grounds, List<String> missing) {}

    /** @param rule as one cites it; empty where no clause permits it */
    public record Ground(String rule, String place, LabelledText sentence) {}

    /** @param published whether a version of the policy is, by its label */
    static ComparedAnswers of(ComparedTests compared, String from, String to, Predicate<String> published) {
        List<String> versions =
                List.of(from, to).stream().distinct().filter(published).toList();
        List<Question> questions = compared.changed().stream()
                .limit(MOST)
                .map(changed -> question(changed, versions, published))
                .toList();
        return new ComparedAnswers(compared, questions, compared.changed().size() - questions.size());
    }

    private static Question question(
            ComparedTests.Changed changed, List<String> versions, Predicate<String> published) {
        RuleTestCase test = changed.test();
        List<Link> links = versions.stream()
                .map(version -> new Link(
                        version, AskLink.of(test.asked(), test.version().policy(), version)))
                .toList();
        return new Question(
                test.name(),
                AskedWords.of(test),
                test.facts(),
                side(changed.before(), test, published),
                side(changed.after(), test, published),
                links);
    }

    private static Side side(ComparedTests.Side side, RuleTestCase test, Predicate<String> published) {
        return new Side(
                side.decision().name(),
                side.grounds().stream()
                        .map(ground -> ground(ground, test, published))
                        .toList(),
                List.copyOf(side.missing()));
    }

    private static Ground ground(ComparedTests.Ground ground, RuleTestCase test, Predicate<String> published) {
        boolean isOfPolicy = ground.document().equals(test.version().policy());
        String place = isOfPolicy && !published.test(ground.version()) ? "/drafts/" : "/documents/";
        return ground.rule()
                .map(rule -> new Ground(
                        isOfPolicy ? rule.toString() : ground.document() + " " + rule,
                        Desk.PATH + place + ground.document() + "/" + ground.version() + "#rule-" + rule,
                        LabelledText.of(ground.sentence(), test.version().vocabulary())))
                .orElseGet(() -> new Ground("", "", LabelledText.NONE));
    }
}
