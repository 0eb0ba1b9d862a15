package dev.proviso.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.ChainRecord.Act;
import dev.proviso.publication.DraftEvent.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every pair of stores while many people work on the same versions at once. */
public abstract class ConcurrencyContract {

    private static final int PEOPLE = 50;
    private static final List<String> LABELS = List.of("1", "2", "3");
    private static final Map<Action, Set<Action>> FOLLOWS = Map.of(
            Action.DRAFTED, Set.of(Action.EDITED, Action.SUBMITTED),
            Action.EDITED, Set.of(Action.EDITED, Action.SUBMITTED),
            Action.SUBMITTED, Set.of(Action.APPROVED, Action.REJECTED),
            Action.APPROVED, Set.of(Action.PUBLISHED, Action.REJECTED),
            Action.REJECTED, Set.of(Action.EDITED, Action.SUBMITTED),
            Action.PUBLISHED, Set.of());

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** A store that has nothing but the vocabulary of {@link Drafts}, or takes it. */
    protected abstract PolicyStore policies();

    protected abstract DraftStore drafts();

    /** How many calls each of them makes. */
    protected abstract int steps();

    @Test
    void fifty_people_at_once_leave_what_some_order_of_their_calls_would_leave() throws Exception {
        policies().publishFirst(Drafts.first());
        DraftService drafting = new DraftService(drafts(), policies(), Drafts.NO_TESTS);
        PublicationService publishing = new PublicationService(drafting, policies(), Drafts.NO_TESTS);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Void>> work = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(i);
            String who = "person " + i;
            work.add(people.submit((Callable<Void>) () -> {
                start.await();
                for (int step = 0; step < steps(); step++) {
                    attempt(drafting, publishing, who, random);
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<Void> one : work) {
            one.get();
        }
        people.shutdown();

        assertThat(done).hasValueGreaterThan(10);
        assertThat(done.get() + refused.get()).isEqualTo(PEOPLE * steps());
        List<DraftHistory> trails = drafts().trails();
        trails.forEach(ConcurrencyContract::couldHaveHappenedInThisOrder);
        assertThat(trails.stream().mapToInt(trail -> trail.events().size()).sum() + withdrawals())
                .isEqualTo(done.get());
        published(trails);
    }

    private long withdrawals() {
        return policies().chain().stream()
                .filter(record -> record.act() == Act.WITHDRAWN)
                .count();
    }

    /** One of the calls, whether or not it is the right one now. Two documents would do; three labels make crowds. */
    private void attempt(DraftService drafting, PublicationService publishing, String who, Random random) {
        String label = LABELS.get(random.nextInt(LABELS.size()));
        String effective = "2030-0" + (1 + random.nextInt(2)) + "-01T00:00:00Z";
        Content content = Drafts.policy("crowded", label, effective);
        Signature by = Drafts.by(who);
        try {
            switch (random.nextInt(8)) {
                case 0 -> drafting.draft("crowded", false, content, by);
                case 1 -> drafting.edit("crowded", label, content, by, DraftService.ANY);
                case 2, 3 -> drafting.submit("crowded", label, List.of("*"), by, DraftService.ANY);
                case 4 -> drafting.approve("crowded", label, "", by, DraftService.ANY);
                case 5 -> drafting.reject("crowded", label, "again", by, DraftService.ANY);
                case 6 -> publishing.publish("crowded", label, Optional.empty(), by, DraftService.ANY);
                default -> publishing.withdraw("crowded", label, "", by);
            }
            done.incrementAndGet();
        } catch (Refused failure) {
            refused.incrementAndGet();
        }
    }

    private static void couldHaveHappenedInThisOrder(DraftHistory trail) {
        List<DraftEvent> events = trail.events();
        assertThat(events.get(0).action()).isEqualTo(Action.DRAFTED);
        for (int i = 1; i < events.size(); i++) {
            assertThat(FOLLOWS.get(events.get(i - 1).action()))
                    .contains(events.get(i).action());
        }
        // It may be that nobody has judged it yet.
        Set<String> judges = Set.copyOf(trail.judges());
        assertThat(trail.authors()).noneMatch(judges::contains);
    }

    private void published(List<DraftHistory> trails) {
        Set<DocumentName> ended = trails.stream()
                .filter(trail -> trail.last().action() == Action.PUBLISHED)
                .map(DraftHistory::name)
                .collect(Collectors.toSet());
        List<DocumentName> chained = policies().chain().stream()
                .filter(record ->
                        record.act() == Act.PUBLISHED && !record.name().equals(Drafts.WORDS))
                .map(ChainRecord::name)
                .toList();
        assertThat(chained).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ended);
        assertThat(new Chain(policies().chain()).standing())
                .extracting(ChainRecord::start)
                .doesNotHaveDuplicates();
        assertThat(Verification.of(policies()).damage()).isEmpty();
    }
}
