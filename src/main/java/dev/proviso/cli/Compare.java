package dev.proviso.cli;

import dev.proviso.comparison.ChangedMeaning;
import dev.proviso.comparison.Comparison;
import dev.proviso.comparison.ComparisonText;
import dev.proviso.comparison.ParsedVersion;
import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic.Severity;
import dev.proviso.document.Documents;
import dev.proviso.policy.Vocabulary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: what changed from one version to another. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compare two versions of a document or of a vocabulary: what means something else, and what changed in the text.",
            "In the text, [-words-] were removed and {+words+} were added."
        },
        footer = {
            "",
            "Exit status: 0 if they were compared, whatever came of it; 1 where one of them has mistakes; 2 for wrong use.",
            "With --exit-code also 1 if the second means something else than the first: text may differ, and rules may move."
        })
final class Compare implements Callable<Integer> {

    private static final int DIFFERENT = 1;

    @Parameters(index = "0", paramLabel = "A", description = "The earlier version: a document or a vocabulary.")
    Path before;

    @Parameters(index = "1", paramLabel = "B", description = "The later version.")
    Path after;

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description =
                    "The vocabulary of both documents (by default those beside each document or in its parent folders).")
    Optional<Path> vocabulary;

    @Option(names = "--json", description = "Print the comparison as the HTTP interface gives it.")
    boolean json;

    @Option(names = "--exit-code", description = "Exit with 1 if the meaning differs.")
    boolean exitCode;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    Compare(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (DocumentLocator.isVocabulary(before) != DocumentLocator.isVocabulary(after)) {
            throw CommandFailure.wrongUse("A document cannot be compared with a vocabulary.");
        }
        Comparison comparison = DocumentLocator.isVocabulary(before) ? compareVocabularies() : compareDocuments();
        ChangedMeaning meaning = comparison.meaning().orElseThrow();
        var out = spec.commandLine().getOut();
        out.print(json ? ComparisonText.json(comparison) : new ReadableComparison(meaning, comparison.text()).text());
        out.flush();
        return exitCode && !meaning.same() ? DIFFERENT : Proviso.OK;
    }

    private Comparison compareVocabularies() {
        Checked<Vocabulary> one = Documents.vocabulary(DocumentLocator.source(before));
        Checked<Vocabulary> other = Documents.vocabulary(DocumentLocator.source(after));
        refuse(one, other);
        return Comparison.ofVocabularies(one, other);
    }

    private Comparison compareDocuments() {
        ParsedVersion one = written(before);
        ParsedVersion other = written(after);
        refuse(one.checked(), other.checked());
        return Comparison.of(one, other);
    }

    private ParsedVersion written(Path file) {
        return ParsedVersion.of(
                DocumentLocator.source(file),
                new DocumentLocator(file, surroundings.packaged().get()).words(vocabulary));
    }

    private static void refuse(Checked<?>... versions) {
        String mistakes = Arrays.stream(versions)
                .flatMap(version -> version.diagnostics().stream()
                        .filter(one -> one.severity() == Severity.ERROR)
                        .map(one -> Documents.render(version.source(), one)))
                .collect(Collectors.joining("\n\n"));
        if (!mistakes.isEmpty()) {
            throw CommandFailure.mistakes(mistakes);
        }
    }
}
