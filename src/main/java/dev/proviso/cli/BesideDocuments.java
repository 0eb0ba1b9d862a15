package dev.proviso.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is read beside the documents that a command is about, where it does not lie beside them. */
final class BesideDocuments {

    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description = "The vocabulary that the documents are written in.")
    Optional<Path> vocabulary = Optional.empty();

    @Option(
            names = "--law",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Law documents, or folders of them (by default the folder law beside the documents or above them).")
    List<Path> law = List.of();
}
