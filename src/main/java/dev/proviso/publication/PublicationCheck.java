package dev.proviso.publication;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a document may be published beside those that are: what is refused here is exactly what no replica could decide
 * under ({@link ConsistencyCheck}); and of a vocabulary, what would keep the law from being read in the policies to come.
 */
final class PublicationCheck {

    private final PublishedTexts reading;

    PublicationCheck(PublishedTexts reading) {
        this.reading = reading;
    }

    /**
     * A sentence for everything that does not fit; none if all does.
     *
     * @param proposal what would be published
     * @param policy what the document means; empty for a vocabulary
     */
    List<String> misfits(Proposal proposal, Optional<Policy> policy, Chain chain) {
        PublishedDocument document = proposal.document();
        return policy.map(read -> Stream.concat(
                                proposal.words().stream().flatMap(words -> unreadableLaw(words, chain).stream()),
                                beside(document, read, words(proposal, chain), chain).stream())
                        .toList())
                .orElseGet(() -> unreadableLaw(document, chain));
    }

    private Vocabulary words(Proposal proposal, Chain chain) {
        return proposal.words()
                .map(PublicationCheck::vocabulary)
                .orElseGet(() -> reading.vocabulary(proposal.document()
                        .vocabulary()
                        .flatMap(chain::publication)
                        .orElseThrow()));
    }

    private static Vocabulary vocabulary(PublishedDocument document) {
        return Documents.vocabulary(new Source(
                        document.name().toString(), document.content().text()))
                .value()
                .orElseThrow();
    }

    private List<String> beside(PublishedDocument document, Policy policy, Vocabulary words, Chain chain) {
        Stream<ConsistencyCheck.Member> published = chain.standing().stream()
                .filter(record -> record.name().kind() != Kind.VOCABULARY)
                .map(record -> reading.member(record, chain));
        ConsistencyCheck.Member added = new ConsistencyCheck.Member(document, policy, words);
        return ConsistencyCheck.mistakes(
                Stream.concat(published, Stream.of(added)).toList());
    }

    private List<String> unreadableLaw(PublishedDocument vocabulary, Chain chain) {
        Vocabulary words = vocabulary(vocabulary);
        return chain.standing().stream()
                .filter(law -> law.name().kind() == Kind.LAW && isWrittenIn(law, words.name()))
                .flatMap(law -> reading
                        .misreading(law, words)
                        .map(message -> "The law " + law.name() + " cannot be read in the words of " + vocabulary.name()
                                + ": " + message)
                        .stream())
                .toList();
    }

    private static boolean isWrittenIn(ChainRecord record, String vocabulary) {
        return record.vocabulary()
                .map(DocumentName::id)
                .filter(vocabulary::equals)
                .isPresent();
    }
}
