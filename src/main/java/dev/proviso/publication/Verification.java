package dev.proviso.publication;

import dev.proviso.publication.ChainRecord.Act;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of checking a store against its chain.
 *
 * @param records how many records the chain has
 * @param head the hash of the last; 64 zeros if there is none. Whoever wrote it down elsewhere can tell that the end of the
 *     chain was not cut off.
 * @param damage the first record or document that is wrong, in a sentence; empty if all is as it was published
 */
public record Verification(long records, String head, Optional<String> damage) {

    /** Checks every record and every document of a store. */
    public static Verification of(PolicyStore store) {
        return of(store, Optional.empty());
    }

    /** Checks every record of a store and that no document is there without one, but only the versions of one document. */
    public static Verification of(PolicyStore store, String id) {
        return of(store, Optional.of(id));
    }

    private static Verification of(PolicyStore store, Optional<String> id) {
        // Before the chain, so that what is published in between is no stranger.
        List<DocumentName> names = store.names();
        Chain chain = new Chain(store.chain());
        return new Verification(
                chain.records().size(),
                chain.last().map(ChainRecord::hash).orElse(ChainRecord.NOTHING),
                new Check(id, store.imprints(id), store.tests()).damage(chain, names));
    }

    private static final class Check {
        private final Optional<String> id;
        private final TestStore tests;
        private final Map<DocumentName, DocumentDigest> kept = new HashMap<>();
        private final Map<DocumentName, ChainRecord> published = new HashMap<>();
        private final Set<DocumentName> withdrawn = new HashSet<>();
        private long number;
        private String previous = ChainRecord.NOTHING;

        Check(Optional<String> id, List<DocumentDigest> imprints, TestStore tests) {
            this.id = id;
            this.tests = tests;
            imprints.forEach(imprint -> kept.put(imprint.name(), imprint));
        }

        Optional<String> damage(Chain chain, List<DocumentName> names) {
            for (ChainRecord record : chain.records()) {
                Optional<String> wrong = link(record).or(() -> act(record));
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return strangers(names);
        }

        private Optional<String> link(ChainRecord record) {
            number++;
            if (record.number() != number) {
                return Optional.of("Record " + number + " of the chain is missing; record " + record.number()
                        + " stands in its place.");
            }
            if (!record.previous().equals(previous)) {
                return wrong(record, "does not hold the hash of the record before it");
            }
            if (!record.hash().equals(record.computedHash())) {
                return wrong(record, "was changed: its hash is not that of what it says");
            }
            previous = record.hash();
            return Optional.empty();
        }

        private Optional<String> act(ChainRecord record) {
            if (record.act() == Act.PUBLISHED) {
                return published.putIfAbsent(record.name(), record) == null
                        ? document(record)
                        : wrong(record, "publishes what was published before");
            }
            ChainRecord publication = published.get(record.name());
            if (publication == null || !withdrawn.add(record.name())) {
                return wrong(record, "withdraws what was not published");
            }
            return record.by().at().isBefore(record.start())
                    ? Optional.empty()
                    : wrong(record, "withdraws what had started");
        }

        private Optional<String> document(ChainRecord record) {
            if (id.filter(wanted -> !wanted.equals(record.name().id())).isPresent()) {
                return Optional.empty();
            }
            return Optional.ofNullable(kept.get(record.name()))
                    .map(imprint -> record.describes(imprint) ? tests(record) : difference(record, imprint))
                    .orElseGet(() -> wrong(record, "publishes a document that is not in the store"));
        }

        private Optional<String> tests(ChainRecord record) {
            return KeptTests.damage(tests, record.tests())
                    .flatMap(what -> wrong(record, "publishes a document that " + what));
        }

        private static Optional<String> difference(ChainRecord record, DocumentDigest kept) {
            boolean text = !record.sha256().equals(kept.sha256());
            boolean tested = record.tests().equals(kept.tests());
            return Optional.of("The document " + kept.name() + " was changed: its "
                    + (text
                            ? "text is not the one"
                            : tested ? "dates or its vocabulary are not those" : "rule tests are not those")
                    + " that record "
                    + record.number() + " of the chain published.");
        }

        private Optional<String> strangers(Collection<DocumentName> names) {
            Set<DocumentName> strangers = new TreeSet<>(names);
            strangers.removeAll(published.keySet());
            return strangers.stream()
                    .findFirst()
                    .map(name -> "The document " + name + " is in the store, but no record of the chain publishes it.");
        }

        private static Optional<String> wrong(ChainRecord record, String what) {
            return Optional.of("Record " + record.number() + " of the chain (" + record.name() + ") " + what + ".");
        }
    }
}
