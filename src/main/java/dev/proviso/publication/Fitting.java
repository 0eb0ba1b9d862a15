package dev.proviso.publication;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a document fits those that it will be read together with: the law of its vocabulary, and for law the policies
 * too. Two rows for one key with one start would contradict each other, and law that cannot be read would not be heeded.
 */
final class Fitting {

    private final Reading reading;

    Fitting(Reading reading) {
        this.reading = reading;
    }

    /** A sentence for everything that does not fit; none if all does. */
    List<String> misfits(PublishedDocument document, Optional<Policy> policy, Chain chain) {
        List<String> misfits = new ArrayList<>();
        policy.ifPresent(known -> rows(document, known, chain, misfits));
        words(document, chain).ifPresent(words -> laws(document, words, chain, misfits));
        return misfits;
    }

    /** The vocabulary in whose words all law must be readable once this document is published. */
    private Optional<Vocabulary> words(PublishedDocument document, Chain chain) {
        return switch (document.name().kind()) {
            case VOCABULARY ->
                Documents.vocabulary(new Source(
                                document.name().toString(), document.content().text()))
                        .value();
            case POLICY -> document.vocabulary().flatMap(chain::publication).map(reading::vocabulary);
            case LAW -> Optional.empty();
        };
    }

    private void laws(PublishedDocument document, Vocabulary words, Chain chain, List<String> misfits) {
        Optional<DocumentName> vocabulary = document.vocabulary();
        for (ChainRecord law : chain.standing()) {
            boolean concerned = law.name().kind() == Kind.LAW
                    && isWrittenIn(law, words.name())
                    && !law.vocabulary().equals(vocabulary);
            if (concerned) {
                reading.misreading(law, words)
                        .ifPresent(message -> misfits.add("The law " + law.name() + " cannot be read in the words of "
                                + vocabulary.orElse(document.name()) + ": " + message));
            }
        }
    }

    private void rows(PublishedDocument document, Policy policy, Chain chain, List<String> misfits) {
        Set<RowStart> own = starts(policy);
        for (ChainRecord other : chain.standing()) {
            if (meets(document, policy, other, chain)) {
                starts(reading.policy(other, chain)).stream()
                        .filter(own::contains)
                        .sorted(java.util.Comparator.comparing(RowStart::toString))
                        .forEach(row -> misfits.add(document.name() + " and " + other.name() + " both have " + row
                                + ". One of them must go, for they would contradict each other."));
            }
        }
    }

    /** Whether two documents are read together at some time: two policies never are, nor two versions of one law. */
    private boolean meets(PublishedDocument document, Policy policy, ChainRecord other, Chain chain) {
        boolean together = other.name().kind() != Kind.VOCABULARY
                && isWrittenIn(other, policy.vocabulary())
                && !other.name().id().equals(document.name().id())
                && (other.name().kind() == Kind.LAW || document.name().kind() == Kind.LAW);
        if (!together) {
            return false;
        }
        Instant ownEnd = end(document.name(), document.start(), policy, chain);
        Instant otherEnd = end(other.name(), other.start(), reading.policy(other, chain), chain);
        return document.start().isBefore(otherEnd) && other.start().isBefore(ownEnd);
    }

    /** Law ends when it says so, or when its next version starts. A policy's version goes on binding some users. */
    private static Instant end(DocumentName name, Instant start, Policy policy, Chain chain) {
        if (name.kind() != Kind.LAW) {
            return Instant.MAX;
        }
        Instant until = policy.until().orElse(Instant.MAX);
        return chain.standing().stream()
                .filter(next -> Register.isOfOneDocument(next.name(), name)
                        && next.start().isAfter(start))
                .map(ChainRecord::start)
                .filter(next -> next.isBefore(until))
                .findFirst()
                .orElse(until);
    }

    private static boolean isWrittenIn(ChainRecord record, String vocabulary) {
        return record.vocabulary()
                .map(DocumentName::id)
                .filter(vocabulary::equals)
                .isPresent();
    }

    private static Set<RowStart> starts(Policy policy) {
        Set<RowStart> starts = new HashSet<>();
        policy.rows()
                .forEach(row -> starts.add(new RowStart(row.key(), row.days().from())));
        return starts;
    }

    /** A row by its key and its first day: no two rows of documents that are read together have the same. */
    private record RowStart(List<String> key, Optional<LocalDate> from) {

        @Override
        public String toString() {
            return "a row of the table \"" + key.get(0) + "\" for " + String.join(", ", key.subList(1, key.size()))
                    + from.map(day -> " from " + day).orElse(" without a first day");
        }
    }
}
