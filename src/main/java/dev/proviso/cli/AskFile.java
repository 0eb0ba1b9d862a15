package dev.proviso.cli;

import dev.proviso.decision.AnswerText;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.library.Edition;
import dev.proviso.question.BadJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
            "Exit status: 0 if there is an answer, whatever it is; 1 where a document has mistakes; 2 for wrong use, also of a"
                    + " line of --questions."
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
        PolicyDecisionPoint asking = new PolicyDecisionPoint(
                opened.library(),
                surroundings.compiler().get(),
                Runnable::run,
                Duration.ofMinutes(1),
                surroundings.version());
        Edition edition = opened.edition();
        int status = Proviso.OK;
        if (question.questions.isPresent()) {
            status = askEach(DocumentLocator.read(question.questions.get()), edition, asking);
        } else {
            DecisionRequest request = read(() -> question.json(edition), "");
            Decided decided = ask(request, asking, "");
            DecisionAnswer answer = answer(request, decided);
            spec.commandLine()
                    .getOut()
                    .print(json ? AnswerText.json(answer) : new ReadableAnswer(answer, decided).text());
        }
        spec.commandLine().getOut().flush();
        return status;
    }

    /** What is wrong with one line hinders no other: it is named, and the others are answered. */
    private int askEach(byte[] lines, Edition edition, PolicyDecisionPoint asking) {
        int status = Proviso.OK;
        int number = 0;
        for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            try {
                if (!line.isBlank()) {
                    askLine(line, "line " + number + ": ", edition, asking);
                }
            } catch (CommandFailure bad) {
                spec.commandLine().getErr().println(bad.getMessage());
                status = bad.status();
            }
        }
        return status;
    }

    private void askLine(String line, String place, Edition edition, PolicyDecisionPoint asking) {
        DecisionRequest request = read(() -> question.line(line, edition), place);
        DecisionAnswer answer = answer(request, ask(request, asking, place));
        spec.commandLine().getOut().println(new String(AnswerText.compact(answer), StandardCharsets.UTF_8));
    }

    private DecisionRequest read(Supplier<byte[]> text, String place) {
        return understood(
                place,
                () -> DecisionRequest.read(text.get(), surroundings.clock().instant()));
    }

    private static Decided ask(DecisionRequest request, PolicyDecisionPoint asking, String place) {
        return understood(
                place, () -> asking.ask(request.ask(), request::questions).join());
    }

    private DecisionAnswer answer(DecisionRequest request, Decided decided) {
        return DecisionAnswer.of(NOT_RECORDED, request, decided, explain);
    }

    /** @param place of the question, before each sentence about it */
    private static <T> T understood(String place, Supplier<T> step) {
        try {
            return step.get();
        } catch (BadJson bad) {
            throw CommandFailure.wrongUse(bad.mistakes().stream()
                    .map(mistake -> place + mistake.sentence())
                    .collect(Collectors.joining("\n")));
        } catch (CannotAsk cannot) {
            throw CommandFailure.wrongUse(place + cannot.getMessage());
        }
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
