package dev.proviso.api.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionAnswer.Obligation;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.record.DecisionService;
import dev.proviso.record.NotRecorded;
import io.quarkus.logging.Log;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * What AuthZEN is answered.
 *
 * @param decision true only where it is permitted, and the caller fulfils what must be done with the permit
 * @param context what must be done, and why it is so where that was asked for; or the error for which there is no answer
 */
record AuthzenAnswer(
        boolean decision,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Object> context) {

    private static final int UNEXPECTED = 500;
    private static final String REFUSED = "403";

    /** The evaluations of one request, in its order. */
    record All(List<AuthzenAnswer> evaluations) {}

    /** The context of an evaluation that could not be made. */
    private record Failed(Failure error) {}

    private record Failure(int status, String message) {}

    /**
     * The context of an evaluation that was made.
     *
     * @param reasonAdmin why a permit is none to this caller, by the HTTP status that says the same, as in the standard's examples
     * @param lawNotDrawn as an answer has it: the places whose law no document says
     * @param answer as a question has it, and as it was recorded: JSON
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Made(
            List<AuthzenObligation> obligations,
            @JsonProperty("reason_admin") Map<String, String> reasonAdmin,
            List<String> lawNotDrawn,
            Optional<RawValue> answer) {

        boolean isEmpty() {
            return obligations.isEmpty() && reasonAdmin.isEmpty() && lawNotDrawn.isEmpty() && answer.isEmpty();
        }
    }

    /** The evaluation of a request whose answer is recorded. */
    static AuthzenAnswer of(AuthzenRequest request, DecisionService.Said said) {
        List<Obligation> due = said.answer().obligations();
        boolean withheld = !due.isEmpty() && !request.fulfilsObligations();
        Made made = new Made(
                withheld ? List.of() : AuthzenObligation.of("", due),
                withheld ? Map.of(REFUSED, withheld(due)) : Map.of(),
                said.answer().lawNotDrawn(),
                request.isExplained()
                        ? Optional.of(new RawValue(new String(said.text(), StandardCharsets.UTF_8)))
                        : Optional.empty());
        return new AuthzenAnswer(
                said.answer().permitted() && !withheld, made.isEmpty() ? Optional.empty() : Optional.of(made));
    }

    private static String withheld(List<Obligation> due) {
        return "This is permitted only with obligations (%s), and the request does not say that they are fulfilled:"
                        .formatted(due.stream()
                                .map(each -> each.obligation() + " " + each.when())
                                .distinct()
                                .collect(Collectors.joining(", ")))
                + " \"%s\" in context.%s and \"%s\" in context.%s."
                        .formatted(
                                AuthzenObligation.EXTENSION,
                                AuthzenWords.EXTENSIONS,
                                AuthzenObligation.CUSTOM,
                                AuthzenWords.OBLIGATIONS);
    }

    /** What could not be evaluated is not permitted. */
    static AuthzenAnswer failed(Throwable failure) {
        int status = status(failure);
        if (status == UNEXPECTED) {
            Log.error("An evaluation failed unexpectedly", failure);
        }
        return new AuthzenAnswer(false, Optional.of(new Failed(new Failure(status, message(failure, status)))));
    }

    private static int status(Throwable failure) {
        if (failure instanceof BadJson || failure instanceof CannotAsk.TooWide) {
            return 400;
        }
        if (failure instanceof CannotAsk.NotYetInForce) {
            return 409;
        }
        boolean passes = failure instanceof CannotAsk
                || failure instanceof NotRecorded
                || failure instanceof CancellationException;
        return passes ? 503 : UNEXPECTED;
    }

    private static String message(Throwable failure, int status) {
        if (failure instanceof BadJson bad) {
            return bad.mistakes().stream().map(Mistake::sentence).collect(Collectors.joining(" "));
        }
        return status == UNEXPECTED
                ? "The service failed. Nothing was decided; the failure was written to its log."
                : String.valueOf(failure.getMessage());
    }
}
