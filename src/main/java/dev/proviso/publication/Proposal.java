package dev.proviso.publication;

import dev.proviso.document.AddedWord;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Names;
import dev.proviso.document.Source;
import dev.proviso.publication.DocumentName.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version as it would be published: with the next version of the vocabulary before it, where it adds words to that.
 *
 * @param words the vocabulary's version; empty if no word is added
 */
public record Proposal(PublishedDocument document, Optional<PublishedDocument> words) {

    private static final int LONGEST_LABEL = 64;

    /**
     * @param document as it would be published, in the words of the vocabulary that there is
     * @param added the words that it adds
     * @param published everything that is published and not withdrawn
     * @param taken names that no version may have any more
     * @throws Refused.Conflict if the words cannot be added to the vocabulary
     */
    static Proposal of(
            PublishedDocument document,
            List<AddedWord> added,
            Collection<PublishedDocument> published,
            Collection<DocumentName> taken) {
        if (added.isEmpty()) {
            return new Proposal(document, Optional.empty());
        }
        DocumentName written = document.vocabulary().orElseThrow();
        PublishedDocument newest = published.stream()
                .filter(one -> Register.isOfOneDocument(one.name(), written))
                .max(Comparator.comparing(PublishedDocument::start))
                .orElseThrow();
        if (!newest.name().equals(written)) {
            throw new Refused.Conflict(
                    newest.start().isAfter(document.loadedAt())
                            ? newest.name() + " is announced and starts at " + newest.start() + "; " + document.name()
                                    + " adds words, which would be missing there. Publish it once that has started."
                            : newest.name() + " was published in this moment, and " + document.name()
                                    + " adds words to the version before. Try once more.");
        }
        PublishedDocument words = next(newest, document, added, taken);
        return new Proposal(document.in(words.name()), Optional.of(words));
    }

    /** The same, of a document whose words are not read yet. */
    public static Proposal of(PublishedDocument document, Collection<PublishedDocument> published) {
        return of(
                document,
                added(document, published),
                published,
                published.stream().map(PublishedDocument::name).toList());
    }

    private static List<AddedWord> added(PublishedDocument document, Collection<PublishedDocument> published) {
        if (!document.content().text().contains("words")) {
            return List.of();
        }
        return published.stream()
                .filter(one -> document.vocabulary().filter(one.name()::equals).isPresent())
                .findFirst()
                .flatMap(one -> Documents.publishedVocabulary(source(one)).value())
                .flatMap(words -> Documents.publishedPolicy(source(document), List.of(words))
                        .value())
                .map(CheckedPolicy::added)
                .orElse(List.of());
    }

    private static Source source(PublishedDocument document) {
        return new Source(document.name().toString(), document.content().text());
    }

    private static PublishedDocument next(
            PublishedDocument vocabulary,
            PublishedDocument document,
            List<AddedWord> added,
            Collection<DocumentName> taken) {
        DocumentName name = free(vocabulary.name().id(), document.name(), taken);
        String text = Documents.withWords(source(vocabulary), name.label(), added)
                .orElseThrow(() -> new Refused.Conflict(
                        "The words that " + document.name() + " adds cannot be put into " + vocabulary.name()
                                + " by themselves. Write a new version of the vocabulary with them first."));
        return new PublishedDocument(
                name,
                Optional.empty(),
                new Content(text),
                document.loadedAt(),
                document.loadedAt(),
                document.loadedAt());
    }

    /** It is called after the document; a number follows where another version has that name. */
    private static DocumentName free(String id, DocumentName document, Collection<DocumentName> taken) {
        String wanted = document.id() + "-" + document.label();
        for (int i = 1; ; i++) {
            String end = i == 1 ? "" : "-" + i;
            String start = wanted.substring(0, Math.min(wanted.length(), LONGEST_LABEL - end.length()));
            DocumentName name = new DocumentName(Kind.VOCABULARY, id, start.replaceAll("[._-]+$", "") + end);
            if (!taken.contains(name) && Names.mistakeInLabel(name.label()).isEmpty()) {
                return name;
            }
        }
    }

    /** Everything that would be published beside the document. */
    public List<PublishedDocument> beside(Collection<PublishedDocument> published) {
        return Stream.concat(published.stream(), words.stream()).toList();
    }
}
