package dev.proviso.testrun;

import dev.proviso.comparison.Text;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.TestedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every policy of a library with the law that decides beside it, as rule tests ask them. */
final class CorpusOfLibrary {

    private final Library library;
    private final Function<DocumentName, String> file;
    private final Map<DocumentName, List<Text>> laws = new HashMap<>();
    private final List<TestedVersion> versions = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    CorpusOfLibrary(Library library, Function<DocumentName, String> file) {
        this.library = library;
        this.file = file;
        library.policies().stream()
                .flatMap(id -> library.versions(id).stream())
                .forEach(edition -> versions.add(new TestedVersion(
                        text(edition),
                        edition.start(),
                        edition.vocabulary(),
                        laws(edition.words().name()))));
    }

    /**
     * The same, and policies that nobody but tests asks: in the newest words that some document is written in.
     *
     * @throws DocumentsRefused if one of them has mistakes
     */
    Corpus with(List<Source> policies) {
        policies.forEach(this::add);
        if (!messages.isEmpty()) {
            throw new DocumentsRefused(messages);
        }
        return new Corpus(versions);
    }

    private void add(Source source) {
        Checked<CheckedPolicy> checked = Documents.policy(source, library.vocabularies());
        checked.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .forEach(diagnostic -> messages.add(Documents.render(source, diagnostic)));
        checked.value().ifPresent(policy -> add(source, policy.policy()));
    }

    private void add(Source source, Policy policy) {
        boolean isTaken = versions.stream()
                .anyMatch(one -> one.policy().equals(policy.id()) && one.label().equals(policy.label()));
        if (policy.kind() == Policy.Kind.LAW) {
            messages.add(source.name() + ": Beside tests stand policies to ask, and this is law.");
        } else if (isTaken) {
            messages.add(source.name() + ": Another document is " + policy.name() + " too.");
        } else {
            newestWords(policy.vocabulary())
                    .flatMap(words -> version(source, words))
                    .ifPresentOrElse(
                            versions::add,
                            () -> messages.add(source.name() + ": No document is written in the newest words of \""
                                    + policy.vocabulary() + "\" that this can be read in."));
        }
    }

    private Optional<Edition> newestWords(String vocabulary) {
        return library.editions()
                .filter(edition -> edition.vocabulary().name().equals(vocabulary))
                .max(Comparator.comparing(edition -> edition.words().start()));
    }

    private Optional<TestedVersion> version(Source source, Edition written) {
        Vocabulary vocabulary = written.vocabulary();
        return Documents.policy(source, List.of(vocabulary))
                .value()
                .map(checked -> new TestedVersion(
                        new Text(source, checked),
                        checked.policy().effective().orElse(Instant.EPOCH),
                        vocabulary,
                        laws(written.words().name())));
    }

    private List<Text> laws(DocumentName words) {
        return laws.computeIfAbsent(
                words, name -> library.laws(name).stream().map(this::text).toList());
    }

    private Text text(Edition edition) {
        PublishedDocument document = edition.document();
        return new Text(
                new Source(file.apply(document.name()), document.content().text()), edition.checked());
    }
}
