package dev.proviso.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that what happened to versions on their way to publication is as it was written: every event and every text, and, for
 * what was published, that its way ends with the publication of which the chain tells. Of a version that is not published,
 * nothing tells that events were cut off at the end.
 */
public final class DraftVerification {

    private final DraftStore drafts;
    private final TestStore tests;
    private final Map<String, ChainRecord> before;
    private final Map<String, List<DraftEvent>> ways;
    private final Map<String, ChainRecord> after;
    private final Set<String> sound = new HashSet<>();

    /** The chain is read twice, so that what is published in between is not taken for damage. */
    private DraftVerification(DraftStore drafts, PolicyStore store) {
        this.drafts = drafts;
        this.tests = store.tests();
        this.before = publications(store);
        this.ways = drafts.events().stream()
                .collect(Collectors.groupingBy(event -> event.name().toString(), TreeMap::new, Collectors.toList()));
        this.after = publications(store);
    }

    /** What was published by people, and so was a draft before. */
    private static Map<String, ChainRecord> publications(PolicyStore store) {
        return store.chain().stream()
                .filter(record -> record.act() == ChainRecord.Act.PUBLISHED)
                .filter(record -> !record.by().who().equals(Signature.PROVISO))
                .collect(Collectors.toMap(
                        record -> record.name().toString(), Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The first thing that is wrong, in a sentence; empty if all is as it was written. */
    public static Optional<String> damage(DraftStore drafts, PolicyStore store) {
        return new DraftVerification(drafts, store).damage();
    }

    private Optional<String> damage() {
        return Stream.concat(
                        ways.values().stream().flatMap(way -> way(way).stream()),
                        before.values().stream()
                                .filter(record -> !endsWith(record) && !comesWith(record))
                                .map(record -> "Record " + record.number() + " of the chain publishes " + record.name()
                                        + ", but its draft does not end with that publication."))
                .findFirst();
    }

    private boolean endsWith(ChainRecord record) {
        return Optional.ofNullable(ways.get(record.name().toString()))
                .map(way -> way.get(way.size() - 1))
                .filter(last -> isPublicationOf(last, record))
                .isPresent();
    }

    /** Words that a version added: they never were a draft, and the record after theirs publishes that version. */
    private boolean comesWith(ChainRecord words) {
        return words.name().kind() == DocumentName.Kind.VOCABULARY
                && !ways.containsKey(words.name().toString())
                && before.values().stream()
                        .anyMatch(next -> next.number() == words.number() + 1
                                && next.vocabulary().equals(Optional.of(words.name()))
                                && next.by().equals(words.by())
                                && endsWith(next));
    }

    private static boolean isPublicationOf(DraftEvent last, ChainRecord record) {
        return last.action() == DraftEvent.Action.PUBLISHED
                && last.name().equals(record.name())
                && last.by().equals(record.by())
                && last.sha256().equals(record.sha256())
                && last.tests().equals(record.tests());
    }

    private Optional<String> way(List<DraftEvent> events) {
        String previous = ChainRecord.NOTHING;
        for (int i = 0; i < events.size(); i++) {
            DraftEvent event = events.get(i);
            Optional<String> wrong =
                    link(event, i + 1, previous).or(() -> text(event)).or(() -> tests(event));
            if (wrong.isPresent()) {
                return wrong;
            }
            previous = event.hash();
        }
        return end(events.get(events.size() - 1));
    }

    private static Optional<String> link(DraftEvent event, int number, String previous) {
        if (event.number() != number) {
            return Optional.of("Event " + number + " of the draft " + event.name() + " is missing; event "
                    + event.number() + " stands in its place.");
        }
        if (!event.previous().equals(previous)) {
            return wrong(event, "does not hold the hash of the event before it");
        }
        return event.hash().equals(event.computedHash())
                ? Optional.empty()
                : wrong(event, "was changed: its hash is not that of what it says");
    }

    /** Each set of tests once, however many events are about it. */
    private Optional<String> tests(DraftEvent event) {
        return sound.add(event.tests())
                ? KeptTests.damage(tests, event.tests()).flatMap(what -> wrong(event, what))
                : Optional.empty();
    }

    private Optional<String> text(DraftEvent event) {
        Optional<String> written = event.action().writes() ? Optional.of(event.sha256()) : Optional.empty();
        Optional<String> kept = drafts.hashOfText(event);
        if (kept.equals(written)) {
            return Optional.empty();
        }
        return wrong(
                event,
                kept.isEmpty()
                        ? "wrote a text that is not in the store"
                        : written.isEmpty()
                                ? "wrote no text, but the store has one"
                                : "wrote another text than the store has");
    }

    private Optional<String> end(DraftEvent last) {
        boolean isKnown = last.action() != DraftEvent.Action.PUBLISHED
                || after.containsKey(last.name().toString());
        return isKnown ? Optional.empty() : wrong(last, "is a publication of which the chain knows nothing");
    }

    private static Optional<String> wrong(DraftEvent event, String what) {
        return Optional.of("Event " + event.number() + " of the draft " + event.name() + " " + what + ".");
    }
}
