package dev.proviso.publication;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Published texts, read. What is published never changes, so each is read once. Safe for any thread. */
final class PublishedTexts {

    private final PolicyStore store;
    private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();
    private final Map<String, ConsistencyCheck.Member> members = new ConcurrentHashMap<>();

    PublishedTexts(PolicyStore store) {
        this.store = store;
    }

    ReadText read(DocumentName name, Content content, Instant now) {
        Source source = new Source(name.toString(), content.text());
        if (name.kind() == Kind.VOCABULARY) {
            return new ReadText(
                    source,
                    Optional.empty(),
                    Optional.empty(),
                    Documents.vocabulary(source).diagnostics());
        }
        List<InForce> words = wordsInForce(now);
        Checked<CheckedPolicy> checked = Documents.policy(source, vocabularies(words));
        return new ReadText(
                source,
                checked.value(),
                checked.value().flatMap(policy -> pinned(policy, words)),
                checked.diagnostics());
    }

    /** The vocabulary of that name that is in force; empty where there is none. */
    Optional<Vocabulary> vocabulary(String id, Instant now) {
        return wordsInForce(now).stream()
                .filter(version -> version.name().id().equals(id))
                .findFirst()
                .map(version -> vocabulary(version.record()));
    }

    private List<InForce> wordsInForce(Instant now) {
        return Register.of(new Chain(store.chain()), now).inForce(Kind.VOCABULARY);
    }

    List<Vocabulary> vocabularies(List<InForce> words) {
        return words.stream().map(version -> vocabulary(version.record())).toList();
    }

    private static Optional<DocumentName> pinned(CheckedPolicy policy, List<InForce> words) {
        return words.stream()
                .map(InForce::name)
                .filter(name -> name.id().equals(policy.policy().vocabulary()))
                .findFirst();
    }

    Vocabulary vocabulary(ChainRecord record) {
        return vocabularies.computeIfAbsent(
                record.hash(), key -> accepted(Documents.publishedVocabulary(source(document(record))), record.name()));
    }

    /** A published policy or law, in the words of the vocabulary that it was published with. */
    ConsistencyCheck.Member member(ChainRecord record, Chain chain) {
        return members.computeIfAbsent(record.hash(), key -> {
            PublishedDocument document = document(record);
            Vocabulary words =
                    vocabulary(record.vocabulary().flatMap(chain::publication).orElseThrow());
            Policy policy = accepted(Documents.publishedPolicy(source(document), List.of(words)), record.name())
                    .policy();
            return new ConsistencyCheck.Member(document, policy, words);
        });
    }

    /** What is wrong with a published law if it is read in the words of another vocabulary; nothing if it can be. */
    Optional<String> misreading(ChainRecord law, Vocabulary words) {
        Checked<CheckedPolicy> checked = Documents.publishedPolicy(source(document(law)), List.of(words));
        return checked.diagnostics().stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .findFirst()
                .map(Diagnostic::message);
    }

    private PublishedDocument document(ChainRecord record) {
        return store.find(record.name())
                .orElseThrow(() -> new IllegalStateException("the store has lost " + record.name()));
    }

    private static Source source(PublishedDocument document) {
        return new Source(document.name().toString(), document.content().text());
    }

    private static <T> T accepted(Checked<T> checked, DocumentName name) {
        return checked.value().orElseThrow(() -> new IllegalStateException(name + " cannot be read any more"));
    }
}
