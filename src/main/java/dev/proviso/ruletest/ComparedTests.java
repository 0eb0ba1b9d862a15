package dev.proviso.ruletest;

import dev.proviso.document.Wording;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Decision;
import dev.proviso.policy.RuleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two versions of a policy answer to the questions of its rule tests.
 *
 * @param asked how many questions were asked of both
 * @param left how many were not: it would have taken too long, or one of the versions lacks a word of theirs
 * @param otherReasons how many get the same decision, by other rules
 * @param changed those with another decision, in the order of the tests
 * @param unread files of tests with mistakes, of which nothing was asked
 */
public record ComparedTests(int asked, int left, int otherReasons, List<Changed> changed, List<String> unread) {

    public ComparedTests {
        changed = List.copyOf(changed);
        unread = List.copyOf(unread);
    }

    /** The same, with files of which nothing was asked. */
    public ComparedTests withUnread(List<String> files) {
        return new ComparedTests(asked, left, otherReasons, changed, files);
    }

    /** A question of a test, with what the version before and the version after answer. */
    public record Changed(RuleTestCase test, Side before, Side after) {}

    /** @param missing for {@code INDETERMINATE}, what must be known, as paths into a question */
    public record Side(Decision decision, List<Ground> grounds, Collection<String> missing) {}

    /**
     * A rule that decided.
     *
     * @param rule empty for the default: no clause permits it
     * @param title of its clause; empty for the default
     * @param sentence of the rule; empty for the default
     */
    public record Ground(String document, String version, Optional<RuleId> rule, String title, String sentence) {

        static Ground of(Answer.Reason reason, TestedVersion version) {
            Optional<Wording> wording = reason.rule()
                    .flatMap(id -> version.document(reason.document(), reason.version())
                            .flatMap(text ->
                                    Optional.ofNullable(text.checked().wording().get(id))));
            return new Ground(
                    reason.document(),
                    reason.version(),
                    reason.rule(),
                    wording.map(Wording::title).orElse(""),
                    wording.map(Wording::sentence).orElse(""));
        }
    }

    /** One question, as far as it can be asked of each version. */
    private record Pair(Optional<RuleTestCase> before, Optional<RuleTestCase> after) {

        static Pair of(RuleTestCase test, TestedVersion before) {
            return test.version().equals(before)
                    ? new Pair(Optional.of(test), Optional.empty())
                    : new Pair(Optional.empty(), Optional.of(test));
        }

        Pair with(Pair other) {
            return new Pair(before.or(other::before), after.or(other::after));
        }

        boolean isWhole() {
            return before.isPresent() && after.isPresent();
        }

        /** What one version is asked is asked of the other, too, where both have the same words. */
        Pair completed(TestedVersion then, TestedVersion now) {
            return then.vocabulary().equals(now.vocabulary())
                    ? new Pair(
                            before.or(() -> after.map(test -> test.of(then))),
                            after.or(() -> before.map(test -> test.of(now))))
                    : this;
        }
    }

    /** By what a question is known in two versions. */
    private record Known(String file, String name, String asked) {
        static Known of(RuleTestCase test) {
            return new Known(test.file(), test.name(), test.written().toString());
        }
    }

    /**
     * Asks both versions what tests ask either.
     *
     * @param tests of any version; those of others than the two are passed over
     * @param patience how long questions are asked; what has to be compiled before takes longer
     */
    public static ComparedTests of(
            Collection<RuleTestCase> tests,
            TestedVersion before,
            TestedVersion after,
            RuleTestRunner runner,
            Duration patience) {
        List<Pair> pairs = pairs(tests, before, after);
        List<Pair> whole = pairs.stream().filter(Pair::isWhole).toList();
        runner.retain(new HashSet<>(List.of(before, after)));
        List<Changed> changed = new ArrayList<>();
        int asked = 0;
        int otherReasons = 0;
        long end = 0;
        for (Pair pair : whole) {
            Changed both = asked(pair, runner);
            end = asked == 0 ? System.nanoTime() + patience.toNanos() : end;
            asked++;
            if (both.before().decision() != both.after().decision()) {
                changed.add(both);
            } else if (!rules(both.before()).equals(rules(both.after()))) {
                otherReasons++;
            }
            if (System.nanoTime() - end > 0) {
                break;
            }
        }
        return new ComparedTests(asked, pairs.size() - asked, otherReasons, changed, List.of());
    }

    private static List<Pair> pairs(Collection<RuleTestCase> tests, TestedVersion before, TestedVersion after) {
        Map<Known, Pair> pairs = new LinkedHashMap<>();
        tests.stream()
                .filter(test -> test.version().equals(before) || test.version().equals(after))
                .forEach(test -> pairs.merge(Known.of(test), Pair.of(test, before), Pair::with));
        return pairs.values().stream()
                .map(pair -> pair.completed(before, after))
                .toList();
    }

    private static Changed asked(Pair pair, RuleTestRunner runner) {
        RuleTestCase then = pair.before().orElseThrow();
        RuleTestCase now = pair.after().orElseThrow();
        return new Changed(now, side(then, runner), side(now, runner));
    }

    private static Side side(RuleTestCase test, RuleTestRunner runner) {
        Answer answer = runner.answer(test);
        List<Ground> grounds = answer.reasons().stream()
                .map(reason -> Ground.of(reason, test.version()))
                .distinct()
                .toList();
        return new Side(answer.decision(), grounds, answer.missing());
    }

    private static List<RuleReference> rules(Side side) {
        return side.grounds().stream()
                .map(ground -> new RuleReference(ground.document(), ground.rule()))
                .sorted()
                .toList();
    }
}
