package dev.proviso.cli;

import dev.proviso.library.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compile}: the rules that a document compiles to. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Print the rules (DRL) that a document compiles to.")
final class Compile implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A policy or law document.")
    Path file;

    @Option(names = "--vocabulary", paramLabel = "FILE", description = "The vocabulary that it is written in.")
    Optional<Path> vocabulary;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    Compile(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Edition edition = OpenedDocument.open(
                        file,
                        vocabulary,
                        List.of(file),
                        surroundings.packaged().get(),
                        surroundings.clock().instant())
                .edition();
        String rules =
                surroundings.compiler().get().text(edition.policy(), edition.vocabulary(), edition.checked()::sentence);
        spec.commandLine().getOut().print(rules);
        spec.commandLine().getOut().flush();
        return Proviso.OK;
    }
}
