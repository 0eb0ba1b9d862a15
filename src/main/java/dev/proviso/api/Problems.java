package dev.proviso.api;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.CannotReplay;
import dev.proviso.decision.NotRecorded;
import dev.proviso.ledger.UserLedger;
import dev.proviso.publication.Refused;
import dev.proviso.question.BadJson;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that goes wrong into a problem with a sentence, and never into a permit. */
public class Problems {

    @ServerExceptionMapper
    Response badJson(BadJson bad) {
        String detail = bad.getMessage();
        return new Problem(
                        "urn:proviso:problem:bad-question",
                        "The question cannot be read",
                        400,
                        detail == null ? "" : detail,
                        bad.mistakes(),
                        List.of())
                .response();
    }

    @ServerExceptionMapper
    Response cannotAsk(CannotAsk failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof CannotAsk.Unknown) {
            return Problem.of("unknown-version", "There is no such policy or version", 404, detail)
                    .response();
        }
        if (failure instanceof CannotAsk.NotYetInForce) {
            return Problem.of("not-yet-in-force", "The version is not in force yet", 409, detail)
                    .response();
        }
        if (failure instanceof CannotAsk.LedgerUnread) {
            Log.errorf("The ledger could not be read: %s", cause(failure));
            return later(Problem.of("ledger-unread", "The user's ledger could not be read", 503, detail), 5);
        }
        return failure instanceof CannotAsk.NotCurrent
                ? later(Problem.of("not-current", "This replica may not know what is published", 503, detail), 1)
                : later(Problem.of("still-compiling", "The rulebook is not ready", 503, detail), 5);
    }

    private static Response later(Problem problem, int seconds) {
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    @ServerExceptionMapper
    Response keyUsedBefore(UserLedger.KeyUsedBefore conflict) {
        return Problem.of(
                        "idempotency-key-used",
                        "The Idempotency-Key was used for another request",
                        409,
                        String.valueOf(conflict.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response refused(Refused refused) {
        String detail = String.valueOf(refused.getMessage());
        if (refused instanceof Refused.Unreadable unreadable) {
            return Problem.of("bad-document", "The request cannot be read", 400, detail)
                    .about(unreadable.faults())
                    .response();
        }
        if (refused instanceof Refused.Faulty faulty) {
            return Problem.of("faulty-document", "The document has mistakes", 422, detail)
                    .about(faulty.faults())
                    .response();
        }
        if (refused instanceof Refused.Unknown) {
            return Problem.of("unknown-version", "There is no such policy or version", 404, detail)
                    .response();
        }
        if (refused instanceof Refused.NotAllowed) {
            return Problem.of(Response.Status.FORBIDDEN, detail).response();
        }
        return Problem.of(Response.Status.CONFLICT, detail).response();
    }

    /** The answer was not recorded, and so nobody gets it. */
    @ServerExceptionMapper
    Response notRecorded(NotRecorded failure) {
        return later(
                Problem.of("not-recorded", "The decision was not recorded", 503, String.valueOf(failure.getMessage())),
                1);
    }

    @ServerExceptionMapper
    Response cannotReplay(CannotReplay failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof CannotReplay.Unknown) {
            return Problem.of("unknown-decision", "There is no such decision", 404, detail)
                    .response();
        }
        return failure instanceof CannotReplay.FactsErased
                ? Problem.of("facts-erased", "The facts were erased", 410, detail)
                        .response()
                : Problem.of("facts-masked", "Facts were masked", 409, detail).response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> unauthorized(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        Problem problem = Problem.of(
                Response.Status.UNAUTHORIZED,
                "Sign in first: name and password do not fit an account, or are missing.");
        return authenticator
                .getChallenge(request)
                .map(challenge -> challenged(problem, Optional.ofNullable(challenge)));
    }

    private static Response challenged(Problem problem, Optional<ChallengeData> challenge) {
        Response.ResponseBuilder response = Response.fromResponse(problem.response());
        challenge.ifPresent(data -> response.header(data.headerName.toString(), data.headerContent));
        return response.build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        String detail = failure.getMessage();
        return Problem.of(
                        Response.Status.FORBIDDEN,
                        detail == null || detail.isEmpty() ? "This account may not do that." : detail)
                .response();
    }

    /** What HTTP itself refuses: a wrong path, method or media type. */
    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        Response response = failure.getResponse();
        Response.StatusType status = response.getStatusInfo();
        if (response.getStatus() < 400) {
            return response;
        }
        return response.getStatus() >= 500
                ? unexpected(failure)
                : Response.fromResponse(response)
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(status, sentence(status)))
                        .build();
    }

    private static String sentence(Response.StatusType status) {
        return switch (status.getStatusCode()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 406 -> "This address cannot give any of the media types that the Accept header names.";
            case 413 -> "The body is too large.";
            case 415 -> "This address does not take that Content-Type.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    /** A defect of this program, or of what it runs on: the one who asked learns that, and the log learns the rest. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        Log.error("A request failed unexpectedly", failure);
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "The service failed. Nothing was decided; the failure was written to its log.")
                .response();
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
