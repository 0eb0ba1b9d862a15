package dev.proviso.publication;

import dev.proviso.publication.ChainRecord.Act;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All publications and withdrawals of a store, each holding the hash of the one before it. */
public record Chain(List<ChainRecord> records) {

    private static final Comparator<ChainRecord> BY_START = Comparator.comparing(ChainRecord::start)
            .thenComparing(ChainRecord::announcedAt)
            .thenComparing(record -> record.name().label());

    public Chain {
        records = List.copyOf(records);
    }

    public Optional<ChainRecord> last() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
    }

    /** The records of what is published and was not withdrawn, the first to start first. */
    public List<ChainRecord> standing() {
        Map<DocumentName, ChainRecord> standing = new TreeMap<>();
        for (ChainRecord record : records) {
            if (record.act() == Act.PUBLISHED) {
                standing.put(record.name(), record);
            } else {
                standing.remove(record.name());
            }
        }
        return standing.values().stream().sorted(BY_START).toList();
    }

    /** The record with which a document was published, whether or not it was withdrawn. */
    public Optional<ChainRecord> publication(DocumentName name) {
        return records.stream()
                .filter(record -> record.act() == Act.PUBLISHED && record.name().equals(name))
                .findFirst();
    }

    /** The next record: this document is published. */
    public ChainRecord publish(PublishedDocument document, Signature by) {
        return ChainRecord.after(last(), Act.PUBLISHED, document, by, "");
    }

    /** The chain with one record more. */
    Chain with(ChainRecord record) {
        return new Chain(Stream.concat(records.stream(), Stream.of(record)).toList());
    }

    /** The next record: what was published by that record is withdrawn. */
    ChainRecord withdraw(ChainRecord published, Signature by, String reason) {
        return published.withdrawn(last().orElseThrow(), by, reason);
    }

    /** @throws Refused.Conflict if another version of the document starts when this one does */
    void refuseSecondStart(PublishedDocument document) {
        standing().stream()
                .filter(other -> other.name().kind() == document.name().kind()
                        && other.name().id().equals(document.name().id())
                        && other.start().equals(document.start()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused.Conflict(document.name() + " would start at " + document.start() + ", when "
                            + other.name() + " starts. Two versions of one document cannot start together.");
                });
    }
}
