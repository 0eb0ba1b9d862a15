package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.NotRecorded;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import io.quarkus.logging.Log;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * What AuthZEN is answered.
 *
 * @param decision true only where it is permitted
 * @param context why, where that was asked for; or the error for which there is no answer
 */
record Evaluation(
        boolean decision,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Object> context) {

    private static final int UNEXPECTED = 500;

    /** The evaluations of one request, in its order. */
    record All(List<Evaluation> evaluations) {}

    /** The context of an evaluation that could not be made. */
    private record Failed(Failure error) {}

    private record Failure(int status, String message) {}

    /** @param answer as a question has it, and as it was recorded: JSON */
    static Evaluation of(boolean permitted, boolean explained, String answer) {
        return new Evaluation(permitted, explained ? Optional.of(new RawValue(answer)) : Optional.empty());
    }

    /** What could not be evaluated is not permitted. */
    static Evaluation failed(Throwable failure) {
        int status = status(failure);
        if (status == UNEXPECTED) {
            Log.error("An evaluation failed unexpectedly", failure);
        }
        return new Evaluation(false, Optional.of(new Failed(new Failure(status, message(failure, status)))));
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
