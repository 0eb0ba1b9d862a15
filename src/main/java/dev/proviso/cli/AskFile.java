package dev.proviso.cli;

import dev.proviso.decision.AnswerText;
import dev.proviso.decision.Asking;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Edition;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: asks a document a question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ask a policy document whether a purpose may use data.",
        footer = {
            "",
            "Exit status: 0 if there is an answer, whatever it is; 1 where a document has mistakes; 2 for wrong use."
        })
final class AskFile implements Callable<Integer> {

    private static final UUID NOT_RECORDED = new UUID(0, 0);

    @Parameters(paramLabel = "FILE", description = "A policy document.")
    Path file;

    @Mixin
    QuestionOptions question;

    @Mixin
    BesideDocuments beside;

    @Option(names = "--json", description = "Print the answer as the HTTP interface gives it.")
    boolean json;

    @Option(names = "--explain", description = "Add every rule that could have applied, with its conditions.")
    boolean explain;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Proviso.Surroundings surroundings;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    AskFile(Proviso.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        OpenedDocument opened = OpenedDocument.open(
                file,
                beside.vocabulary,
                beside.law,
                surroundings.packaged().get(),
                surroundings.clock().instant());
        try {
            DecisionRequest request = DecisionRequest.read(
                    question.json(opened.edition().id(), opened.edition().label()),
                    surroundings.clock().instant());
            print(request, ask(opened, request));
            return Proviso.OK;
        } catch (BadJson bad) {
            throw Failure.wrongUse(
                    bad.mistakes().stream().map(Mistake::sentence).collect(Collectors.joining("\n")));
        } catch (CannotAsk cannot) {
            throw Failure.wrongUse(String.valueOf(cannot.getMessage()));
        }
    }

    private Decided ask(OpenedDocument opened, DecisionRequest request) {
        Asking asking = new Asking(
                opened.library(),
                surroundings.compiler().get(),
                Runnable::run,
                Duration.ofMinutes(1),
                surroundings.version());
        return asking.ask(request.ask(), request::questions).join();
    }

    private void print(DecisionRequest request, Decided decided) {
        DecisionAnswer answer = DecisionAnswer.of(NOT_RECORDED, request, decided, explain);
        var out = spec.commandLine().getOut();
        out.print(json ? AnswerText.json(answer) : new ReadableAnswer(answer, decided).text());
        out.flush();
    }

    /** Where a document's text says what. */
    static int line(Edition edition, int offset) {
        return 1
                + (int) edition.document()
                        .content()
                        .text()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
