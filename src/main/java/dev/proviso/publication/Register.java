package dev.proviso.publication;

import dev.proviso.publication.ChainRecord.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every published version in the state that it has at one instant. */
public final class Register {

    private static final Comparator<Published> BY_START = Comparator.comparing(
                    (Published version) -> version.record().start())
            .thenComparing(version -> version.record().announcedAt())
            .thenComparing(version -> version.name().label());

    private final TreeMap<DocumentName, Published> versions = new TreeMap<>();

    private Register() {}

    public static Register of(Chain chain, Instant now) {
        Register register = new Register();
        List<ChainRecord> standing = chain.standing();
        for (int i = 0; i < standing.size(); i++) {
            register.add(state(standing.get(i), standing.subList(i + 1, standing.size()), now));
        }
        chain.records().stream()
                .filter(record -> record.act() == Act.WITHDRAWN)
                .forEach(withdrawal -> chain.publication(withdrawal.name())
                        .ifPresent(record -> register.add(new Withdrawn(record, withdrawal))));
        return register;
    }

    private void add(Published version) {
        versions.put(version.name(), version);
    }

    private static Published state(ChainRecord record, List<ChainRecord> later, Instant now) {
        if (record.start().isAfter(now)) {
            return new Announced(record);
        }
        return later.stream()
                .filter(other -> isOfOneDocument(other.name(), record.name())
                        && !other.start().isAfter(now))
                .findFirst()
                .<Published>map(other -> new Superseded(record, other.name()))
                .orElseGet(() -> new InForce(record));
    }

    static boolean isOfOneDocument(DocumentName one, DocumentName other) {
        return one.kind() == other.kind() && one.id().equals(other.id());
    }

    public Optional<Published> version(DocumentName name) {
        return Optional.ofNullable(versions.get(name));
    }

    /** The version of that label; a policy's, where a law or a vocabulary has the same id. */
    public Optional<Published> version(String id, String label) {
        return versions(id).stream()
                .filter(version -> version.name().label().equals(label))
                .findFirst();
    }

    /** The versions of a policy, or of the law or the vocabulary of that id if there is none, the first to start first. */
    public List<Published> versions(String id) {
        return Stream.of(DocumentName.Kind.values())
                .map(kind -> versions.values().stream()
                        .filter(version -> version.name().kind() == kind
                                && version.name().id().equals(id))
                        .sorted(BY_START)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Of the versions of a document that were not withdrawn, the last to start. */
    public Optional<Published> newest(String id) {
        return versions(id).stream()
                .filter(version -> !(version instanceof Withdrawn))
                .reduce((earlier, later) -> later);
    }

    /** What is in force of one kind, in the order of the names. */
    public List<InForce> inForce(DocumentName.Kind kind) {
        List<InForce> found = new ArrayList<>();
        for (Published version : versions.values()) {
            if (version instanceof InForce inForce && version.name().kind() == kind) {
                found.add(inForce);
            }
        }
        return found;
    }

    /** The ids of everything that was ever published. */
    public SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        versions.keySet().forEach(name -> ids.add(name.id()));
        return ids;
    }
}
