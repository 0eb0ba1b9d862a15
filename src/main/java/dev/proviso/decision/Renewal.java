package dev.proviso.decision;

import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Keeps what decides in step with the store. New documents are read and compiled beside the old ones and take their place when
 * they are ready. Meanwhile, and where they cannot be read, do not fit together or do not compile, the old ones decide on; but
 * once the first change among the new ones has started, that no longer counts as being current.
 */
public final class Renewal {

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(30);

    private final PolicyStore store;
    private final PolicyDecisionPoint asking;
    private final Freshness freshness;
    private final Clock clock;
    private final BiConsumer<String, Throwable> log;
    private volatile OptionalLong head = OptionalLong.empty();
    private volatile Optional<Coming> coming = Optional.empty();
    private volatile Optional<Failure> failure = Optional.empty();

    /**
     * Documents that do not decide yet.
     *
     * @param head how far the store had come
     * @param firstChange when the first of them starts to make a difference
     */
    private record Coming(long head, Instant firstChange) {}

    /** @param again when it is worth another try; empty if only another publication can help */
    private record Failure(String sentence, Optional<Instant> again) {}

    /**
     * @param freshness is told whenever what decides was found to be what is published
     * @param log takes what keeps the documents of the store from deciding, for an operator
     */
    public Renewal(
            PolicyStore store,
            PolicyDecisionPoint asking,
            Freshness freshness,
            Clock clock,
            BiConsumer<String, Throwable> log) {
        this.store = store;
        this.asking = asking;
        this.freshness = freshness;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Looks whether anything was published. Waits for the store, but not for compilations. One thread at a time.
     *
     * @throws RuntimeException if the store cannot be read
     */
    public void look() {
        Freshness.Mark mark = freshness.mark();
        long now = store.head();
        if (isCurrent(now)) {
            forgetWhatWasComing();
        } else if (!isComing(now)) {
            follow(now);
        }
        if (isCurrent(now) || (isComing(now) && makesNoDifferenceYet())) {
            freshness.confirm(mark);
        }
    }

    /** What keeps the documents of the store from deciding, as an operator reads it; empty if nothing does. */
    public Optional<String> trouble() {
        return failure.map(Failure::sentence);
    }

    private boolean isCurrent(long now) {
        return head.isPresent() && head.getAsLong() == now;
    }

    /** Also what was refused counts as coming: to try again would be in vain. */
    private boolean isComing(long now) {
        boolean worthAnotherTry = failure.flatMap(Failure::again)
                .map(instant -> !clock.instant().isBefore(instant))
                .orElse(false);
        return !worthAnotherTry && coming.filter(next -> next.head() == now).isPresent();
    }

    private boolean makesNoDifferenceYet() {
        Instant instant = clock.instant();
        return coming.filter(next -> instant.isBefore(next.firstChange())).isPresent();
    }

    private void follow(long now) {
        List<PublishedDocument> documents = store.all();
        Coming next = new Coming(now, firstChange(asking.library().documents(), documents));
        begin(next);
        try {
            var unused = asking.replace(asking.library().with(documents), clock.instant())
                    .whenComplete((done, cause) -> finish(next, Optional.ofNullable(cause)));
        } catch (DocumentsRefused refused) {
            fail("What was published last cannot decide. " + refused.getMessage(), refused, Optional.empty());
        }
    }

    private synchronized void forgetWhatWasComing() {
        coming = Optional.empty();
        failure = Optional.empty();
    }

    private synchronized void begin(Coming next) {
        coming = Optional.of(next);
        failure = Optional.empty();
    }

    private void fail(String sentence, Throwable cause, Optional<Instant> again) {
        failure = Optional.of(new Failure(sentence, again));
        log.accept(sentence, cause);
    }

    private synchronized void finish(Coming next, Optional<Throwable> cause) {
        if (!coming.equals(Optional.of(next))) {
            return;
        }
        if (cause.isEmpty()) {
            head = OptionalLong.of(next.head());
            coming = Optional.empty();
        } else {
            fail(
                    "A version that was published does not compile, which is a defect of this program.",
                    Futures.cause(cause.get()),
                    Optional.of(clock.instant().plus(BEFORE_ANOTHER_TRY)));
        }
    }

    /** When the first of the documents that are not in both starts; vocabularies start with what is written in them. */
    private static Instant firstChange(Collection<PublishedDocument> before, Collection<PublishedDocument> after) {
        Set<PublishedDocument> common = new HashSet<>(before);
        common.retainAll(new HashSet<>(after));
        return Stream.concat(before.stream(), after.stream())
                .filter(document -> document.name().kind() != Kind.VOCABULARY)
                .filter(document -> !common.contains(document))
                .map(PublishedDocument::start)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
