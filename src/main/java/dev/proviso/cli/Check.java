package dev.proviso.cli;

import dev.proviso.document.Checked;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Diagnostic.Severity;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: what is wrong with documents and vocabularies. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check documents and vocabularies: every mistake at once, with its place.")
final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents, vocabularies, or folders of them.")
    List<Path> files;

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description =
                    "The vocabulary to check against (by default those beside the document or in its parent folders).")
    Optional<Path> vocabulary;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    Check(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Path> documents = files.stream()
                .flatMap(path -> DocumentLocator.files(path).stream())
                .toList();
        boolean wrong = false;
        for (Path document : documents) {
            wrong |= !isRight(document);
        }
        return wrong ? Proviso.MISTAKES : Proviso.OK;
    }

    private boolean isRight(Path file) {
        Source source = DocumentLocator.source(file);
        Checked<?> checked = DocumentLocator.isVocabulary(file)
                ? Documents.vocabulary(source)
                : Documents.policy(
                        source,
                        new DocumentLocator(file, surroundings.packaged().get()).words(vocabulary));
        PrintWriter out = spec.commandLine().getOut();
        checked.diagnostics().forEach(diagnostic -> out.println(Documents.render(source, diagnostic) + "\n"));
        out.println(file + ": " + summary(checked.diagnostics()));
        return checked.value().isPresent();
    }

    private static String summary(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
        long warnings = diagnostics.size() - errors;
        return diagnostics.isEmpty() ? "nothing wrong" : counted(errors, "error") + ", " + counted(warnings, "warning");
    }

    private static String counted(long number, String noun) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + noun + (number == 1 ? "" : "s");
    }
}
