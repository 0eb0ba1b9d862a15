package dev.proviso.web.desk.reading;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Documents;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.publication.Announced;
import dev.proviso.publication.Chain;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftEvent.Action;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.InForce;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Register;
import dev.proviso.publication.Withdrawn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is published and what is on its way there, as people look for it. */
@Singleton
public class Catalogue {

    private final PolicyDecisionPoint asking;
    private final PolicyStore store;
    private final DraftStore drafts;
    private final Clock clock;

    Catalogue(PolicyDecisionPoint asking, PolicyStore store, DraftStore drafts, Clock clock) {
        this.asking = asking;
        this.store = store;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A document with its versions, the first to start first.
     *
     * @param zone whose days count for it
     */
    public record Work(String id, Kind kind, String title, ZoneId zone, List<Published> versions) {

        public Optional<Published> inForce() {
            return versions.stream().filter(InForce.class::isInstance).findFirst();
        }

        /** The version that one reads first: the one in force, else the last. */
        public Published shown() {
            return inForce().orElse(versions.get(versions.size() - 1));
        }

        /** The versions that another can begin with, the last to start first; what was withdrawn comes after them. */
        public List<Published> bases() {
            List<Published> newest = new ArrayList<>(versions);
            Collections.reverse(newest);
            newest.sort(Comparator.comparing(Withdrawn.class::isInstance));
            return List.copyOf(newest);
        }

        /** The versions that are announced and that start after another one: a copy of that one leaves their changes out. */
        public List<Published> leftOut(Published base) {
            return versions.stream()
                    .filter(Announced.class::isInstance)
                    .filter(version ->
                            version.record().start().isAfter(base.record().start()))
                    .toList();
        }

        /** The version before one of these; empty for the first. */
        public Optional<Published> before(Published version) {
            int place = versions.indexOf(version);
            return place > 0 ? Optional.of(versions.get(place - 1)) : Optional.empty();
        }
    }

    /** Everything that was ever published of one kind, by title. */
    public List<Work> works(Kind kind) {
        Register register = register();
        Library library = asking.library();
        return register.ids().stream()
                .map(id -> work(id, register, library))
                .filter(work -> work.kind() == kind)
                .sorted(Comparator.comparing(Work::title))
                .toList();
    }

    /** @throws Refused.Unknown if no such document was published */
    public Work work(String id) {
        Register register = register();
        if (register.versions(id).isEmpty()) {
            throw new Refused.Unknown("There is no document \"" + id + "\".", Documents.nearest(id, register.ids()));
        }
        return work(id, register, asking.library());
    }

    /** @throws Refused.Unknown if the document has no such published version */
    public Published version(Work work, String label) {
        List<String> labels =
                work.versions().stream().map(version -> version.name().label()).toList();
        return work.versions().stream()
                .filter(version -> version.name().label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Refused.Unknown(
                        "\"" + work.id() + "\" has no published version \"" + label + "\".",
                        Documents.nearest(label, labels)));
    }

    /** A version of a work. */
    public record Volume(Work work, Published version) {}

    /** What is announced and has not started, the first to start first. */
    List<Volume> announced() {
        Register register = register();
        Library library = asking.library();
        return register.ids().stream()
                .map(id -> work(id, register, library))
                .flatMap(work -> work.versions().stream()
                        .filter(Announced.class::isInstance)
                        .map(version -> new Volume(work, version)))
                .sorted(Comparator.comparing(volume -> volume.version().record().start()))
                .toList();
    }

    /** What is on its way and not published, the last changed first. */
    public List<DraftHistory> onTheirWay() {
        return drafts.trails().stream()
                .filter(trail -> trail.last().action() != Action.PUBLISHED)
                .sorted(Comparator.comparing(
                                (DraftHistory trail) -> trail.last().by().at())
                        .reversed())
                .toList();
    }

    /** What of a document is on its way. */
    public List<DraftHistory> onTheirWay(String id) {
        return onTheirWay().stream()
                .filter(trail -> trail.name().id().equals(id))
                .toList();
    }

    /** A policy or a law as it was read; empty for a vocabulary, and for a version that is still being read. */
    Optional<Edition> edition(DocumentName name) {
        return asking.library().edition(name);
    }

    private Work work(String id, Register register, Library library) {
        List<Published> versions = register.versions(id);
        Published last = versions.get(versions.size() - 1);
        Work unread = new Work(id, last.name().kind(), id, ZoneId.of("UTC"), versions);
        return library.edition(unread.shown().name())
                .map(edition -> new Work(
                        id,
                        unread.kind(),
                        edition.checked().title(),
                        edition.policy().timeZone(),
                        versions))
                .orElse(unread);
    }

    private Register register() {
        return Register.of(new Chain(store.chain()), clock.instant());
    }
}
