package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.PublishedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many ask while versions and laws are published: every answer is of one of the states that were, and of no mixture. */
class ManyAskersTest {

    private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");
    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ExecutorService askers = Executors.newFixedThreadPool(8);

    /** All by which one state can be told from another. */
    private record Seen(String version, List<String> laws, int published, Decision decision, String rulebook) {
        static Seen of(Decided decided) {
            return new Seen(
                    decided.edition().label(),
                    decided.laws(),
                    decided.library().documents().size(),
                    decided.answer().decision(),
                    decided.rulebook());
        }
    }

    /** Odd steps publish a policy, even ones a law. */
    private static List<List<PublishedDocument>> states() {
        List<List<PublishedDocument>> states = new ArrayList<>(List.of(Small.documents()));
        for (int step = 3; step <= 14; step++) {
            List<PublishedDocument> next = new ArrayList<>(states.get(states.size() - 1));
            String start = "2023-01-%02dT00:00:00Z".formatted(step);
            String effect = step % 4 == 1 ? "Permit" : "Forbid";
            next.add(
                    step % 2 == 1
                            ? Small.published(Integer.toString(step), start, effect + " use of any data for service.")
                            : Small.publishedLaw(Integer.toString(step), start));
            states.add(next);
        }
        return states;
    }

    private static PolicyDecisionPoint asking(List<PublishedDocument> documents, ExecutorService workers) {
        return new PolicyDecisionPoint(Library.of(documents), COMPILER, workers, Duration.ofSeconds(60), "1");
    }

    private static Seen ask(PolicyDecisionPoint asking) {
        return Seen.of(Small.ask(asking, ", \"version\": \"in-force\", \"at\": \"" + AT + "\"")
                .join());
    }

    @Test
    void every_answer_is_given_under_exactly_one_state_of_what_is_published() throws Exception {
        List<List<PublishedDocument>> states = states();
        Map<Integer, Seen> expected = new HashMap<>();
        states.forEach(state -> expected.put(state.size(), ask(asking(state, workers))));
        assertThat(new HashSet<>(expected.values())).hasSameSizeAs(states);

        PolicyDecisionPoint asking = asking(states.get(0), workers);
        asking.prepare(AT).join();
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int asker = 0; asker < 8; asker++) {
            running.add(askers.submit(() -> {
                int latest = 0;
                while (!done.get()) {
                    Seen answer = ask(asking);
                    assertThat(answer.published()).as("nobody goes back").isGreaterThanOrEqualTo(latest);
                    latest = answer.published();
                    seen.add(answer);
                }
            }));
        }
        for (List<PublishedDocument> state : states.subList(1, states.size())) {
            asking.replace(asking.library().with(state), AT).join();
        }
        done.set(true);
        for (Future<?> asker : running) {
            asker.get();
        }
        workers.shutdown();
        askers.shutdown();

        Set<Seen> kinds = new HashSet<>(seen);
        assertThat(kinds).isSubsetOf(expected.values()).hasSizeGreaterThan(states.size() / 2);
        assertThat(ask(asking))
                .isEqualTo(Optional.ofNullable(
                                expected.get(states.get(states.size() - 1).size()))
                        .orElseThrow());
    }
}
