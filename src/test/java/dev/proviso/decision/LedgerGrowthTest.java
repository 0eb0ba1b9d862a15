package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.Recorded;
import dev.proviso.policy.Key;
import dev.proviso.record.UsedFacts;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Twice as many events of a user take about twice as much to be answered with, from the events to the text of the answer. Told by how
 * much memory is taken up on the way.
 */
class LedgerGrowthTest {

    private static final int SIZE = 1_000;
    private static final Instant FIRST = Instant.parse("2020-01-02T00:00:00Z");
    private static final PolicyDecisionPoint ASKING = new PolicyDecisionPoint(
            Small.library(), new DroolsRuleCompiler(), Runnable::run, Duration.ofSeconds(60), "1");

    /** Events of one kind, each different from the others. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private enum Kind {
        CONSENTED(i -> new Event.Consented(
                new Consent(Consent.By.USER, Consent.Form.EXPLICIT, scope(i), at(i), Optional.empty()))),
        CONSENTED_AND_OBJECTED(i -> i % 2 == 0 ? CONSENTED.event.apply(i) : objected(i)),
        OBJECTED(Kind::objected),
        REFUSED(i -> new Event.Refused(new Refusal(Set.of(new Key("direct")), Optional.of(at(i)), Optional.empty()))),
        USED(i -> new Event.Used(at(i), Optional.of("shop"))),
        ACCEPTED(i -> new Event.Accepted(new Acceptance("shop", "1", at(i))));

        private final IntFunction<Event> event;

        Kind(IntFunction<Event> event) {
            this.event = event;
        }

        private static Event objected(int i) {
            return new Event.Objected(new Objection(false, scope(i), at(i), Optional.empty()));
        }

        private static Set<Key> scope(int i) {
            return Set.of(new Key(i % 2 == 0 ? "service" : "marketing"));
        }

        private static Instant at(int i) {
            return FIRST.plusSeconds(60L * i);
        }

        List<Recorded> events(int size) {
            return IntStream.range(0, size)
                    .mapToObj(i -> new Recorded(i + 1, at(i), event.apply(i), Optional.of("shop")))
                    .toList();
        }
    }

    private static void answer(List<Recorded> events) {
        DecisionRequest request = DecisionRequest.read(
                        Small.bytes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": [\"email\", \"email\"],"
                                + " \"user\": {\"id\": \"u\", \"country\": \"CN\"}}"),
                        Instant.parse("2020-08-01T00:00:00Z"))
                .with(LedgerUser.of(events));
        Decided decided = ASKING.ask(request.ask(), request::questions).join();
        AnswerText.compact(DecisionAnswer.of(UUID.randomUUID(), request, decided, true));
        UsedFacts.of(request.json(), decided.questions().get(0).user());
    }

    private static long taken(Kind kind, int size) {
        List<Recorded> events = kind.events(size);
        answer(events);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        answer(events);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @EnumSource
    void twice_as_many_events_take_about_twice_as_much(Kind kind) {
        taken(kind, 10);
        long once = taken(kind, SIZE);

        assertThat(taken(kind, 2 * SIZE)).isLessThan(once * 5 / 2);
    }
}
