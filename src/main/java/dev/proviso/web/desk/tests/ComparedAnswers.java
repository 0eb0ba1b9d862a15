package dev.proviso.web.desk.tests;

import dev.proviso.policy.RuleId;
import dev.proviso.ruletest.ComparedTests;
import dev.proviso.ruletest.RuleTestCase;
import dev.proviso.web.LabelledText;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.ask.AskLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What two versions answer to the questions of rule tests, as a page shows it.
 *
 * @param clauses the questions of this page, by the clause that decides them now
 * @param page the number of the page, from 1
 * @param pages how many there are
 */
public record ComparedAnswers(ComparedTests compared, List<OfClause> clauses, int page, int pages) {

    private static final int ON_A_PAGE = 40;

    /**
     * The questions that a clause decides; where none permits it any more, the clause that decided it before.
     *
     * @param title as one cites it, with its heading; empty where no clause decided
     */
    public record OfClause(String title, List<Question> questions) {}

    /** How many questions are answered more strictly, or less so, or neither. */
    public long count(Strictness strictness) {
        return compared.changed().stream()
                .filter(changed -> strictness(changed) == strictness)
                .count();
    }

    public long getStricter() {
        return count(Strictness.STRICTER);
    }

    public long getLooser() {
        return count(Strictness.LOOSER);
    }

    public long getOtherwise() {
        return count(Strictness.OTHERWISE);
    }

    private static Strictness strictness(ComparedTests.Changed changed) {
        return Strictness.of(changed.before().decision(), changed.after().decision());
    }

    /**
     * A question.
     *
     * @param name by which its test is known
     * @param facts what the sentence does not say; empty if that is nothing
     * @param links where to ask it under the versions that are published, the earlier one first
     */
    public record Question(
            String name,
            String sentence,
            String facts,
            Strictness strictness,
            Side before,
            Side after,
            List<Link> links) {

        /** Where it can be kept as a rule test: with what the later of the two answers; empty where it cannot be. */
        public Optional<String> keeping() {
            return links.isEmpty() || isLinkedInPart()
                    ? Optional.empty()
                    : Optional.of(links.get(links.size() - 1).ask().address() + "#keep");
        }

        /** Whether the page to ask cannot say all of it. */
        public boolean isLinkedInPart() {
            return links.stream().anyMatch(link -> !link.ask().unsaid().isEmpty());
        }
    }

    public record Link(String version, AskLink ask) {}

    public record Side(String decision, List<Ground> grounds, List<String> missing) {}

    /** @param rule as one cites it; empty where no clause permits it */
    public record Ground(String rule, String place, LabelledText sentence) {}

    /**
     * @param published whether a version of the policy is, by its label
     * @param page the number of the page that is wanted; the nearest that there is, is shown
     */
    static ComparedAnswers of(ComparedTests compared, String from, String to, Predicate<String> published, int page) {
        List<String> versions =
                List.of(from, to).stream().distinct().filter(published).toList();
        int pages = Math.max(1, (compared.changed().size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        Map<String, List<Question>> clauses = new LinkedHashMap<>();
        compared.changed().stream()
                .sorted(Comparator.comparing(ComparedAnswers::clause))
                .skip((long) (shown - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .forEach(changed -> clauses.computeIfAbsent(clause(changed).title(), none -> new ArrayList<>())
                        .add(question(changed, versions, published)));
        return new ComparedAnswers(
                compared,
                clauses.entrySet().stream()
                        .map(entry -> new OfClause(entry.getKey(), entry.getValue()))
                        .toList(),
                shown,
                pages);
    }

    /** Documents in their order, the policy first, and clauses as a reader counts; no clause comes last. */
    private record ClauseOrder(boolean law, String document, Optional<RuleId> rule, String title)
            implements Comparable<ClauseOrder> {

        static ClauseOrder of(ComparedTests.Ground ground, RuleTestCase test) {
            boolean isOfLaw = !ground.document().equals(test.version().policy());
            String clause = ground.rule().map(RuleId::clause).orElse("");
            String cited = (isOfLaw ? ground.document() + " " : "") + clause;
            return new ClauseOrder(
                    isOfLaw,
                    ground.document(),
                    ground.rule().map(rule -> new RuleId(rule.clause(), "", 1)),
                    clause.isEmpty() ? "" : (cited + " " + ground.title()).strip());
        }

        @Override
        public int compareTo(ClauseOrder other) {
            return Comparator.comparing((ClauseOrder one) -> one.rule().isEmpty())
                    .thenComparing(ClauseOrder::law)
                    .thenComparing(ClauseOrder::document)
                    .thenComparing(
                            (one, two) -> one.rule().isEmpty() || two.rule().isEmpty()
                                    ? 0
                                    : one.rule().get().compareTo(two.rule().get()))
                    .compare(this, other);
        }
    }

    private static ClauseOrder clause(ComparedTests.Changed changed) {
        return Stream.of(changed.after(), changed.before())
                .flatMap(side -> side.grounds().stream())
                .filter(ground -> ground.rule().isPresent())
                .findFirst()
                .map(ground -> ClauseOrder.of(ground, changed.test()))
                .orElseGet(() -> new ClauseOrder(false, "", Optional.empty(), ""));
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
                strictness(changed),
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
