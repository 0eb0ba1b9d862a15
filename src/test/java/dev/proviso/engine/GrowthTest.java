package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a question may state a thousand times costs a thousand times as much, and not a million times. Told by how much memory is
 * taken up on the way, which is the same in each run, as time is not.
 */
class GrowthTest {

    private static final Instant AT = Instant.parse("2022-06-01T12:00:00Z");
    private static final int SIZE = 500;
    private static final List<Consent.Form> FORMS = List.of(Consent.Form.values());

    private static final Rulebook BOOK = SmallRulebook.of("""
            Permit use of any data for news if the user consented and a guardian consented separately.
            Permit use of any data for news if the user is deemed to have agreed and the user is under 14.
            Permit use of any data for news if the data was collected for this purpose and a guardian consented.
            Forbid use of any data for news if the user objected or the user objected to partner.
            Forbid use of any data for news if the user refused cookie.
            Forbid transfer of any data for news unless a safeguard is in place.""");

    private static Instant second(int i) {
        return AT.minusSeconds(1_000_000).plusSeconds(10L * i);
    }

    /** For every second one, a day and a scope of its own. Withdrawn are such as end no other. */
    private static Consent consent(int i) {
        return new Consent(
                i % 2 == 0 ? Consent.By.USER : Consent.By.GUARDIAN,
                FORMS.get(i % 3),
                Set.of(new Key(i % 5 == 0 || i % 4 == 0 ? "service" : "news"), new Key("email"), new Key("own-" + i)),
                second(i).minusSeconds(86_400L * i),
                i % 4 == 0 ? Optional.of(AT.plusSeconds(i)) : Optional.empty());
    }

    private static Objection objection(int i) {
        return new Objection(
                false,
                Set.of(new Key(i % 2 == 0 ? "service" : "news"), new Key("own-" + i)),
                second(i),
                i % 3 == 0 ? Optional.of(AT.plusSeconds(i)) : Optional.empty());
    }

    private static Refusal refusal(int i) {
        return new Refusal(Set.of(new Key("direct"), new Key("own-" + i)), Optional.of(second(i)), Optional.empty());
    }

    private static <T> List<T> all(int size, IntFunction<T> each) {
        return IntStream.range(0, size).mapToObj(each).toList();
    }

    private static <T> Set<T> set(int size, IntFunction<T> each) {
        return IntStream.range(0, size).mapToObj(each).collect(Collectors.toSet());
    }

    /** What may be stated often. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private enum Stated {
        CONSENTS((size, other) ->
                other.user = other.user.but(user -> user.consents = Optional.of(all(size, GrowthTest::consent)))),
        OBJECTIONS((size, other) ->
                other.user = other.user.but(user -> user.objections = Optional.of(all(size, GrowthTest::objection)))),
        OBJECTIONS_WITHOUT_CONSENTS((size, other) -> other.user = other.user.but(user -> {
            user.objections = Optional.of(all(size, GrowthTest::objection));
            user.consents = Optional.empty();
        })),
        CONSENTS_AND_OBJECTIONS((size, other) -> other.user = other.user.but(user -> {
            user.consents = Optional.of(all(size, GrowthTest::consent));
            user.objections = Optional.of(all(size, GrowthTest::objection));
        })),
        CONSENTS_OF_UNKNOWN_AGE((size, other) -> other.user = other.user.but(user -> {
            user.consents = Optional.of(all(size, GrowthTest::consent));
            user.birth = Optional.empty();
        })),
        CONSENTS_FROM_ANYWHERE((size, other) -> other.user = other.user.but(user -> {
            user.consents = Optional.of(all(size, GrowthTest::consent));
            user.country = Optional.empty();
        })),
        REFUSALS((size, other) ->
                other.user = other.user.but(user -> user.refusals = Optional.of(all(size, GrowthTest::refusal)))),
        USES((size, other) ->
                other.user = other.user.but(user -> user.uses = Optional.of(all(size, i -> AT.plusSeconds(1 + i))))),
        ACCEPTANCES((size, other) -> other.user =
                other.user.but(user -> user.acceptances = all(size, i -> new Acceptance("other", "1", second(i))))),
        SCOPE((size, other) -> other.user = other.user.but(user -> {
            user.consents = Optional.of(List.of(new Consent(
                    Consent.By.USER,
                    Consent.Form.EXPLICIT,
                    set(size, i -> new Key("own-" + i)),
                    second(1),
                    Optional.empty())));
            user.objections = Optional.of(
                    List.of(new Objection(false, set(size, i -> new Key("own-" + i)), second(1), Optional.empty())));
        })),
        SAFEGUARDS((size, other) -> {
            other.safeguards = Optional.of(set(size, i -> new Key("own-" + i)));
            other.destination = Question.Stated.at(new Place("DE"));
        }),
        COLLECTED_FOR((size, other) -> other.collectedFor = Optional.of(set(size, i -> new Key("own-" + i))));

        private final BiConsumer<Integer, QuestionBuilder> state;

        Stated(BiConsumer<Integer, QuestionBuilder> state) {
            this.state = state;
        }

        Question often(int size) {
            User child = User.UNSTATED.but(user -> {
                user.country = Optional.of(new Place("DE"));
                user.birth = Optional.of(new Birth(LocalDate.of(2009, 1, 1), LocalDate.of(2009, 1, 1)));
            });
            return SmallRulebook.question(AT, child).but(other -> state.accept(size, other));
        }
    }

    private static void answer(Question question) {
        Answer answer = Decider.decide(question, BOOK);
        Budget budget = Budget.ofAnswer(true, () -> false);
        Validity.of(question, answer, BOOK, Optional.empty(), budget.forEnd(1));
        Remedies.of(List.of(question), answer, BOOK, budget.forRemedies());
        Explanation.of(List.of(question), BOOK, budget);
        answer.reasons().forEach(reason -> Citation.of(reason, List.of(question), BOOK, budget));
    }

    /** Bytes that answering takes up, with all that is said with an answer. */
    private static long taken(Stated stated, int size) {
        Question question = stated.often(size);
        answer(question);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        answer(question);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @EnumSource
    void twice_as_much_that_is_stated_takes_about_twice_as_much(Stated stated) {
        taken(stated, 10);
        long once = taken(stated, SIZE);
        long twice = taken(stated, 2 * SIZE);

        assertThat(twice).isLessThan(once * 5 / 2);
    }
}
