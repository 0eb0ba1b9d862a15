package dev.proviso.publication;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Publishes what is approved, and withdraws what has not started. Safe for any thread; calls block. */
public final class PublicationService {

    /** No calendar of people goes beyond it, and no database much further. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final DraftService drafting;
    private final PolicyStore store;
    private final PublishedTexts reading;
    private final PublicationCheck fitting;
    private final RuleTests tests;

    public PublicationService(DraftService drafting, PolicyStore store, RuleTests tests) {
        this.drafting = drafting;
        this.store = store;
        this.reading = new PublishedTexts(store);
        this.fitting = new PublicationCheck(reading);
        this.tests = tests;
    }

    /**
     * A version that was published.
     *
     * @param warnings sentences about what the publisher may not have expected
     */
    public record Outcome(ChainRecord record, List<String> warnings) {}

    /**
     * Publishes an approved version.
     *
     * @param announcedAt now or later; empty: now
     * @param read what the version was when the publisher read it
     * @throws Refused if it is not approved, has changed, does not fit the documents that are published, or fails its tests
     */
    public Outcome publish(
            String id, String label, Optional<Instant> announcedAt, Signature by, Predicate<String> read) {
        Instant announced = announced(announcedAt, by);
        while (true) {
            Approved approved = approved(id, label, read);
            Prepared prepared = prepared(approved, announced, by);
            try {
                store.append(prepared.publications());
                return prepared.outcome();
            } catch (PolicyStore.Moved ignored) {
                // Someone else published, or changed this version, in the same moment: look again at what there is now.
            } catch (PolicyStore.AlreadyPublished published) {
                throw new Refused.Conflict(String.valueOf(published.getMessage()));
            }
        }
    }

    /** What would come of publishing an approved version, with nothing stored; refused as {@link #publish} is. */
    public Outcome rehearse(
            String id, String label, Optional<Instant> announcedAt, Signature by, Predicate<String> read) {
        return prepared(approved(id, label, read), announced(announcedAt, by), by)
                .outcome();
    }

    private static Instant announced(Optional<Instant> announcedAt, Signature by) {
        if (announcedAt.filter(by.at()::isAfter).isPresent()) {
            throw new Refused.Unreadable(
                    "A version cannot be announced in the past.",
                    " \"announcedAt\" is " + announcedAt.get() + ", and it is " + by.at()
                            + " now. Leave it out to announce it now.",
                    Faults.NONE);
        }
        if (announcedAt.filter(LAST::isBefore).isPresent()) {
            throw new Refused.Unreadable(
                    "A version is announced in the year 9999 at the latest.",
                    " \"announcedAt\" is " + announcedAt.get() + ".",
                    Faults.NONE);
        }
        return announcedAt.orElse(by.at());
    }

    private Approved approved(String id, String label, Predicate<String> read) {
        Unpublished version = drafting.find(id, label);
        if (!read.test(version.trail().tag())) {
            throw new Refused.Conflict(version.name() + " has changed since you read it.");
        }
        if (version instanceof Approved approved) {
            return approved;
        }
        throw new Refused.Conflict(version.name() + " is not approved, and only what is approved is published.");
    }

    /** What is to be stored, the version last, and what its publisher is told. */
    private record Prepared(List<Publication> publications, List<String> warnings) {

        Outcome outcome() {
            return new Outcome(publications.get(publications.size() - 1).record(), warnings);
        }
    }

    private Prepared prepared(Approved approved, Instant announced, Signature by) {
        Chain chain = new Chain(store.chain());
        ReadText read = reading.read(approved.name(), approved.content(), by.at());
        if (read.hasErrors()) {
            throw new Refused.Faulty(
                    approved.name() + " has errors against the vocabulary that is in force now.",
                    Faults.of(approved.name(), approved.content(), read.diagnostics()));
        }
        Optional<Policy> policy = read.policy().map(CheckedPolicy::policy);
        Announcement announcement =
                Announcement.of(approved.name(), read.vocabulary(), announced, policy.flatMap(Policy::effective));
        List<PublishedDocument> published = store.all();
        PublishedDocument document = announcement.document(approved, by.at());
        Proposal proposal = Proposal.of(document, read.added(), published, drafting.taken());
        List<Publication> publications = new ArrayList<>();
        Chain before = chain;
        if (proposal.words().isPresent()) {
            Publication words = words(proposal.words().get(), chain, by);
            publications.add(words);
            before = chain.with(words.record());
        }
        publications.add(approved.publish(by, proposal.document(), before));
        refuse(fitting.misfits(proposal, policy, chain));
        RuleTests.Verdict verdict = tests.judge(document, published);
        refuse(verdict.failures());
        List<String> warnings = warnings(announcement, policy);
        proposal.words()
                .ifPresent(words -> warnings.add("It brings " + read.added().size()
                        + " new words: they are published with it, as " + words.name() + "."));
        warnings.addAll(verdict.warnings());
        return new Prepared(publications, warnings);
    }

    /** The words that a version adds, which were reviewed and approved with it. */
    private static Publication words(PublishedDocument words, Chain chain, Signature by) {
        chain.refuseSecondStart(words);
        return new Publication(chain.publish(words, by), Optional.of(words), Optional.empty());
    }

    private static void refuse(List<String> sentences) {
        if (!sentences.isEmpty()) {
            throw new Refused.Conflict(sentences);
        }
    }

    private static List<String> warnings(Announcement announcement, Optional<Policy> policy) {
        List<String> warnings = new ArrayList<>();
        if (announcement.late()) {
            warnings.add("The document takes effect at "
                    + policy.flatMap(Policy::effective).orElseThrow() + ", before its announcement; it starts at "
                    + announcement.start() + ", when it is announced.");
        }
        return warnings;
    }

    /**
     * Withdraws a version that has not started.
     *
     * @throws Refused.Unknown if no such version was published
     * @throws Refused.Conflict if it has started, or was withdrawn before
     */
    public ChainRecord withdraw(String id, String label, String reason, Signature by) {
        while (true) {
            Chain chain = new Chain(store.chain());
            Publication withdrawal = announced(id, label, chain, by).withdraw(by, Comments.legible(reason), chain);
            try {
                store.append(withdrawal);
                return withdrawal.record();
            } catch (PolicyStore.Moved ignored) {
                // The chain has grown: link to its new end, if the version can still be withdrawn.
            }
        }
    }

    private static Announced announced(String id, String label, Chain chain, Signature by) {
        Register register = Register.of(chain, by.at());
        Published version = register.version(id, label).orElseThrow(() -> {
            List<String> labels = register.versions(id).stream()
                    .map(known -> known.name().label())
                    .toList();
            return new Refused.Unknown(
                    "No version \"" + label + "\" of \"" + id + "\" was published.", Documents.nearest(label, labels));
        });
        if (version instanceof Announced announced) {
            return announced;
        }
        String why = version instanceof Withdrawn
                ? " was withdrawn before."
                : " started at " + version.record().start()
                        + ". What has started is not withdrawn; a new version replaces it.";
        throw new Refused.Conflict(version.name() + why);
    }
}
