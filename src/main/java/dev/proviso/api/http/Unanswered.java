package dev.proviso.api.http;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.StoreAway;
import dev.proviso.question.BadJson;
import dev.proviso.record.NotRecorded;
import dev.proviso.testrun.TestsRunning;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/**
 * Why a question has no answer. Asked alone, that is the whole response; in a batch, the problem stands in the answer's place.
 *
 * @param retryAfter the seconds after which asking again may help
 */
public record Unanswered(Problem problem, OptionalInt retryAfter) {

    private Unanswered(Problem problem) {
        this(problem, OptionalInt.empty());
    }

    private Unanswered(int seconds, Problem problem) {
        this(problem, OptionalInt.of(seconds));
    }

    /** The reason, whatever it is: what is not foreseen is a defect, and its cause goes to the log. */
    public static Unanswered because(Throwable failure) {
        if (failure instanceof BadJson bad) {
            return because(bad);
        }
        if (failure instanceof CannotAsk cannot) {
            return because(cannot);
        }
        if (failure instanceof NotRecorded notRecorded) {
            return because(notRecorded);
        }
        if (failure instanceof StoreAway away) {
            return because(away);
        }
        if (failure instanceof CancellationException gone) {
            return because(gone);
        }
        return failure instanceof ForbiddenException forbidden ? because(forbidden) : becauseOfADefect(failure);
    }

    public static Unanswered because(BadJson bad) {
        return new Unanswered(new Problem(
                "urn:proviso:problem:bad-question",
                "The question cannot be read",
                400,
                sentence(bad),
                bad.mistakes(),
                List.of()));
    }

    public static Unanswered because(CannotAsk failure) {
        String detail = sentence(failure);
        if (failure instanceof CannotAsk.TooLong) {
            return new Unanswered(Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE, detail));
        }
        if (failure instanceof CannotAsk.TooWide) {
            return new Unanswered(Problem.of("too-wide", "The question covers too much", 400, detail));
        }
        if (failure instanceof CannotAsk.TooBusy) {
            return new Unanswered(1, Problem.of("too-busy", "Too much is waiting to be answered", 503, detail));
        }
        if (failure instanceof CannotAsk.Unknown) {
            return new Unanswered(Problem.of("unknown-version", "There is no such policy or version", 404, detail));
        }
        if (failure instanceof CannotAsk.NotYetInForce) {
            return new Unanswered(Problem.of("not-yet-in-force", "The version is not in force yet", 409, detail));
        }
        if (failure instanceof CannotAsk.LedgerUnread) {
            Log.errorf("The ledger could not be read: %s", cause(failure));
            return new Unanswered(5, Problem.of("ledger-unread", "The user's ledger could not be read", 503, detail));
        }
        return failure instanceof CannotAsk.NotCurrent
                ? new Unanswered(
                        1, Problem.of("not-current", "This replica may not know what is published", 503, detail))
                : new Unanswered(5, Problem.of("still-compiling", "The rulebook is not ready", 503, detail));
    }

    /** The answer was not recorded, and so nobody gets it. */
    public static Unanswered because(NotRecorded failure) {
        return new Unanswered(1, Problem.of("not-recorded", "The decision was not recorded", 503, sentence(failure)));
    }

    public static Unanswered because(StoreAway failure) {
        Log.errorf("The database cannot be reached: %s", cause(failure));
        return new Unanswered(5, Problem.of("store-away", "The database cannot be reached", 503, sentence(failure)));
    }

    /** The connection of the one who asked is gone: this is for nobody. */
    public static Unanswered because(CancellationException gone) {
        return new Unanswered(1, Problem.of(Response.Status.SERVICE_UNAVAILABLE, sentence(gone)));
    }

    public static Unanswered because(TestsRunning running) {
        return new Unanswered(2, Problem.of("tests-running", "Other tests are running", 503, sentence(running)));
    }

    /** Without the provider's keys nobody knows whose a token is. */
    public static Unanswered because(OIDCException failure) {
        Log.errorf("The provider of tokens could not be reached: %s", cause(failure));
        return new Unanswered(
                5,
                Problem.of(
                        "tokens-unchecked",
                        "Nobody can sign in right now",
                        503,
                        "The provider that says who is who could not be reached. Try again in a moment."));
    }

    public static Unanswered because(ForbiddenException failure) {
        String detail = sentence(failure);
        return new Unanswered(
                Problem.of(Response.Status.FORBIDDEN, detail.isEmpty() ? "This account may not do that." : detail));
    }

    /** A defect of this program, or of what it runs on: the one who asked learns that, and the log learns the rest. */
    private static Unanswered becauseOfADefect(Throwable failure) {
        Log.error("A request failed unexpectedly", failure);
        return new Unanswered(Problem.of(
                Response.Status.INTERNAL_SERVER_ERROR,
                "The service failed. Nothing was decided; the failure was written to its log."));
    }

    Response response() {
        Response.ResponseBuilder response = Response.fromResponse(problem.response());
        retryAfter.ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : message;
    }

    /** What lies at the bottom of a failure, in one line: while a database is away, the trace of each question would hide it. */
    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.toString();
    }
}
