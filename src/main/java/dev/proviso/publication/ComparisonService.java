package dev.proviso.publication;

import dev.proviso.comparison.Comparison;
import dev.proviso.comparison.ParsedVersion;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares versions of a document, whether they are published or on their way. Safe for any thread; calls block. */
public final class ComparisonService {

    private final PolicyStore store;
    private final DraftStore drafts;
    private final PublishedTexts reading;

    public ComparisonService(PolicyStore store, DraftStore drafts) {
        this.store = store;
        this.drafts = drafts;
        this.reading = new PublishedTexts(store);
    }

    /**
     * What changed from one version of a policy, a law or a vocabulary to another. A published one is read in the words that
     * it was published with, also if it was withdrawn; a draft in those that are in force.
     *
     * @throws Refused.Unknown if there is no such document or version
     */
    public Comparison compare(String id, String from, String to, Instant now) {
        Versions versions = new Versions(id, new Chain(store.chain()), now);
        Version before = versions.version(from);
        Version after = versions.version(to);
        if (before.name().kind() == Kind.VOCABULARY) {
            return Comparison.ofVocabularies(before.vocabulary(), after.vocabulary());
        }
        return Comparison.of(before.written(), after.written());
    }

    /** A version, and the vocabularies to read it with. */
    private record Version(DocumentName name, Content content, List<Vocabulary> words, boolean isPublished) {

        private Source source() {
            return new Source(name.toString(), content.text());
        }

        ParsedVersion written() {
            return isPublished ? ParsedVersion.ofPublished(source(), words) : ParsedVersion.of(source(), words);
        }

        Checked<Vocabulary> vocabulary() {
            return isPublished ? Documents.publishedVocabulary(source()) : Documents.vocabulary(source());
        }
    }

    /** All versions of one document. */
    private final class Versions {
        private final String id;
        private final Chain chain;
        private final Register register;

        Versions(String id, Chain chain, Instant now) {
            this.id = id;
            this.chain = chain;
            this.register = Register.of(chain, now);
        }

        Version version(String label) {
            return register.version(id, label)
                    .map(this::published)
                    .or(() -> drafts.trail(id, label).map(this::draft))
                    .orElseThrow(() -> unknown(label));
        }

        private Version published(Published version) {
            Content content = store.find(version.name())
                    .orElseThrow(() -> lost(version.name()))
                    .content();
            List<Vocabulary> words = version.record().vocabulary().flatMap(chain::publication).stream()
                    .map(reading::vocabulary)
                    .toList();
            return new Version(version.name(), content, words, true);
        }

        private static IllegalStateException lost(DocumentName name) {
            return new IllegalStateException("the store has lost " + name);
        }

        private Version draft(DraftHistory trail) {
            return new Version(
                    trail.name(),
                    drafts.content(trail),
                    reading.vocabularies(register.inForce(Kind.VOCABULARY)),
                    false);
        }

        private Refused unknown(String label) {
            SortedSet<String> ids = new TreeSet<>(register.ids());
            SortedSet<String> labels = new TreeSet<>();
            register.versions(id).forEach(version -> labels.add(version.name().label()));
            for (DraftHistory trail : drafts.trails()) {
                ids.add(trail.name().id());
                if (trail.name().id().equals(id)) {
                    labels.add(trail.name().label());
                }
            }
            Optional<String> nearest = Documents.nearest(label, labels);
            return labels.isEmpty()
                    ? new Refused.Unknown("There is no policy \"" + id + "\".", Documents.nearest(id, ids))
                    : new Refused.Unknown("There is no version \"" + label + "\" of \"" + id + "\".", nearest);
        }
    }
}
