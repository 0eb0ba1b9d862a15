package dev.proviso.web;

import dev.proviso.comparison.ChangedClauses;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.library.Edition;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.Chain;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.InForce;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Register;
import dev.proviso.publication.Withdrawn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the public may read of a policy or a law: everything from its announcement on, and nothing before. */
@Singleton
public class PublicArchive {

    private final PolicyStore store;
    private final PolicyDecisionPoint asking;
    private final RenderedTexts rendered;
    private final RevisionChanges revisions;
    private final Clock clock;

    PublicArchive(
            PolicyStore store,
            PolicyDecisionPoint asking,
            RenderedTexts rendered,
            RevisionChanges revisions,
            Clock clock) {
        this.revisions = revisions;
        this.rendered = rendered;
        this.store = store;
        this.asking = asking;
        this.clock = clock;
    }

    /** A version by its dates. */
    public record Dates(String version, String announcedAt, String start) {

        static Dates of(Published version) {
            ChainRecord record = version.record();
            return new Dates(
                    record.name().label(),
                    record.announcedAt().toString(),
                    record.start().toString());
        }

        /** The day of the announcement, as people write it. */
        public String announcedDay(ZoneId zone) {
            return WrittenDay.of(Instant.parse(announcedAt), zone);
        }

        public String startDay(ZoneId zone) {
            return WrittenDay.of(Instant.parse(start), zone);
        }
    }

    /**
     * A version with its text.
     *
     * @param html the text for readers
     * @param controller whose policy it is; empty if the document does not say
     * @param zone whose days count
     * @param inForce the version that is in force now; left out if none is
     * @param next the announced versions that have not started, the first to start first
     * @param parts the text for readers, clause by clause
     * @param last the last day on which it is in force; left out where no other version follows it
     * @param revision what is new in it; left out of the first version
     */
    public record Text(
            String policy,
            String title,
            String controller,
            ZoneId zone,
            Dates version,
            boolean isInForce,
            String sha256,
            String html,
            Optional<Dates> inForce,
            List<Dates> next,
            List<Dates> versions,
            List<Part> parts,
            Optional<String> last,
            Optional<Revision> revision) {

        /** Whether it has not started yet. */
        public boolean isComing() {
            return next.contains(version);
        }

        /** What the list of contents names. */
        public List<Part> clauses() {
            return parts.stream().filter(Part::isClause).toList();
        }
    }

    /**
     * What is new in a version.
     *
     * @param since the label of the version before it
     */
    public record Revision(String since, ChangedClauses clauses) {}

    /**
     * A part of a text; one after another they are the text.
     *
     * @param number of its clause; empty for what is none
     * @param depth of its heading
     */
    public record Part(String number, String title, int depth, String html) {

        public boolean isClause() {
            return !number.isEmpty();
        }

        /** What a link to it ends with. */
        public String anchor() {
            return "clause-" + number;
        }

        /** Whether its number says more than its title. */
        public boolean isNumbered() {
            return !number.equalsIgnoreCase(title);
        }
    }

    /**
     * A policy as the public knows it.
     *
     * @param announced its versions, the first to start first
     * @param records what happened to it
     */
    record Shelf(String policy, List<Published> announced, List<ChainRecord> records, Instant now) {

        Optional<Published> inForce() {
            return announced.stream().filter(InForce.class::isInstance).findFirst();
        }

        /** The version that took its place, or will. */
        Optional<Published> after(Published version) {
            return announced.stream()
                    .filter(other ->
                            other.record().start().isAfter(version.record().start()))
                    .findFirst();
        }

        Optional<Published> before(Published version) {
            return announced.stream()
                    .filter(other ->
                            other.record().start().isBefore(version.record().start()))
                    .reduce((earlier, later) -> later);
        }

        List<Dates> next() {
            return announced.stream()
                    .filter(version -> version.record().start().isAfter(now))
                    .map(Dates::of)
                    .toList();
        }
    }

    /** @throws Refused.Unknown if nothing of that name was announced */
    Shelf shelf(String policy) {
        Instant now = clock.instant();
        Chain chain = new Chain(store.chain());
        Register register = Register.of(chain, now);
        List<Published> announced = register.versions(policy).stream()
                .filter(version -> version.name().kind() != Kind.VOCABULARY && !(version instanceof Withdrawn))
                .filter(version -> !version.record().announcedAt().isAfter(now))
                .toList();
        List<ChainRecord> records = chain.records().stream()
                .filter(record ->
                        record.name().id().equals(policy) && record.name().kind() != Kind.VOCABULARY)
                .filter(record -> !record.announcedAt().isAfter(now))
                .toList();
        if (announced.isEmpty()) {
            throw new Refused.Unknown("There is no policy \"" + policy + "\" here.", Optional.empty());
        }
        return new Shelf(policy, announced, records, now);
    }

    /** The version in force; before the first has started, the next. */
    public Text current(String policy) {
        Shelf shelf = shelf(policy);
        return text(shelf, shelf.inForce().orElse(shelf.announced().get(0)));
    }

    /** @throws Refused.Unknown if no such version was announced */
    public Text version(String policy, String label) {
        Shelf shelf = shelf(policy);
        List<String> labels = shelf.announced().stream()
                .map(version -> version.name().label())
                .toList();
        return text(
                shelf,
                shelf.announced().stream()
                        .filter(version -> version.name().label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new Refused.Unknown(
                                "The policy \"" + policy + "\" has no version \"" + label + "\" here.",
                                Documents.nearest(label, labels))));
    }

    /** What the document calls itself. */
    String title(Published version) {
        return title(source(version), version);
    }

    private static String title(Source source, Published version) {
        return Documents.titlePage(source).title().orElse(version.name().id());
    }

    private Source source(Published version) {
        PublishedDocument document = store.find(version.name())
                .orElseThrow(() -> new IllegalStateException("the store has lost " + version.name()));
        return new Source(version.name().toString(), document.content().text());
    }

    private Text text(Shelf shelf, Published version) {
        Source source = source(version);
        Optional<Edition> edition = asking.library().edition(version.name());
        return new Text(
                shelf.policy(),
                title(source, version),
                edition.map(read -> read.checked().controllerName()).orElse(""),
                zone(edition),
                Dates.of(version),
                version instanceof InForce,
                version.record().sha256(),
                rendered.html(source),
                shelf.inForce().map(Dates::of),
                shelf.next(),
                shelf.announced().stream().map(Dates::of).toList(),
                parts(source, edition.map(Edition::vocabulary)),
                shelf.after(version).map(next -> lastDayBefore(next, edition)),
                shelf.before(version)
                        .map(earlier ->
                                new Revision(earlier.name().label(), revisions.between(source(earlier), source))));
    }

    private static String lastDayBefore(Published next, Optional<Edition> edition) {
        return WrittenDay.of(next.record().start().minusNanos(1), zone(edition));
    }

    private static ZoneId zone(Optional<Edition> edition) {
        return edition.map(read -> read.policy().timeZone()).orElse(ZoneOffset.UTC);
    }

    /** Whose days count for a version. */
    ZoneId zone(Published version) {
        return zone(asking.library().edition(version.name()));
    }

    private List<Part> parts(Source source, Optional<Vocabulary> words) {
        return Documents.passages(source).stream()
                .filter(passage -> passage.kind() != Passage.Kind.FRONT_MATTER)
                .map(passage -> new Part(
                        passage.number(),
                        passage.title(),
                        Math.max(0, passage.heading().indexOf(' ')),
                        html(new Source(source.name(), passage.text()), words)))
                .toList();
    }

    private String html(Source passage, Optional<Vocabulary> words) {
        String html = rendered.htmlOfPassage(passage);
        return words.map(known -> LabelledTables.in(html, known)).orElse(html);
    }
}
