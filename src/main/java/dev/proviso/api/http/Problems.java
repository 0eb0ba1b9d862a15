package dev.proviso.api.http;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.StoreAway;
import dev.proviso.http.Passwords;
import dev.proviso.ledger.UserLedger;
import dev.proviso.publication.Refused;
import dev.proviso.question.BadJson;
import dev.proviso.record.CannotReplay;
import dev.proviso.record.NotRecorded;
import dev.proviso.testrun.TestsRunning;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Turns everything that goes wrong into a problem with a sentence, and never into a permit. */
public class Problems {

    private static final String PAGES = "/desk/";

    private final boolean tokens;
    private final String realm;

    /**
     * @param tokens whether those who ask sign in with the tokens of an OIDC provider
     * @param realm where names and passwords are known
     */
    Problems(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean tokens,
            @ConfigProperty(name = "quarkus.http.auth.realm") String realm) {
        this.tokens = tokens;
        this.realm = realm;
    }

    @ServerExceptionMapper
    Response badJson(BadJson bad) {
        return Unanswered.because(bad).response();
    }

    @ServerExceptionMapper
    Response cannotAsk(CannotAsk failure) {
        return Unanswered.because(failure).response();
    }

    /** Not a defect: it passes, and until it does each request gets a line in the log and no more. */
    @ServerExceptionMapper
    Response storeAway(StoreAway failure) {
        return Unanswered.because(failure).response();
    }

    @ServerExceptionMapper
    Response notRecorded(NotRecorded failure) {
        return Unanswered.because(failure).response();
    }

    @ServerExceptionMapper
    Response testsRunning(TestsRunning running) {
        return Unanswered.because(running).response();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return Unanswered.because(failure).response();
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
    Response ledgerFull(UserLedger.Full full) {
        return Problem.of("ledger-full", "The user's ledger is full", 409, String.valueOf(full.getMessage()))
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

    @ServerExceptionMapper
    Response cannotReplay(CannotReplay failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof CannotReplay.Unknown) {
            return Problem.of("unknown-decision", "There is no such decision", 404, detail)
                    .response();
        }
        if (failure instanceof CannotReplay.NoQuestion) {
            return Problem.of("no-question", "The question is refused by now", 409, detail)
                    .response();
        }
        return failure instanceof CannotReplay.FactsErased
                ? Problem.of("facts-erased", "The facts were erased", 410, detail)
                        .response()
                : Problem.of("facts-masked", "Facts were masked", 409, detail).response();
    }

    @ServerExceptionMapper
    Response preconditionRequired(Preconditions.Required missing) {
        return Problem.of(
                        Response.Status.PRECONDITION_REQUIRED,
                        "Say which version you read: put its ETag into the header If-Match.")
                .response();
    }

    /** With too many wrong passwords before it, a right one is not looked at either. */
    @ServerExceptionMapper
    Uni<Response> notSignedIn(AuthenticationFailedException failure, RoutingContext request) {
        // The form leads back to where it stands, which says the same.
        return Passwords.pause(failure)
                .filter(seconds -> !request.normalizedPath().startsWith(PAGES))
                .map(seconds -> Uni.createFrom().item(paused(seconds)))
                .orElseGet(() -> unauthorized(request));
    }

    private static Response paused(long seconds) {
        Problem problem = Problem.of(
                Response.Status.TOO_MANY_REQUESTS,
                "Too many passwords were wrong. No other is looked at for " + seconds + " s.");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Uni<Response> unauthorized(RoutingContext request) {
        if (tokens) {
            Problem problem = Problem.of(
                    Response.Status.UNAUTHORIZED,
                    "Sign in first: the token is missing, is out of date, or was not made for this service by its provider.");
            return Uni.createFrom().item(challenged(problem, "Bearer"));
        }
        Problem problem = Problem.of(
                Response.Status.UNAUTHORIZED,
                "Sign in first: name and password do not fit an account, or are missing.");
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(request).map(challenge -> Optional.ofNullable(challenge)
                .filter(form -> form.status == Response.Status.FOUND.getStatusCode())
                .map(form -> Response.status(form.status)
                        .header(form.headerName.toString(), form.headerContent)
                        .build())
                // Said here: the server keeps silent about names and passwords where there is a form to sign in with,
                // too.
                .orElseGet(() -> challenged(problem, "basic realm=\"" + realm + "\"")));
    }

    private static Response challenged(Problem problem, String challenge) {
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** Without the provider's keys nobody knows whose a token is. */
    @ServerExceptionMapper
    Response providerAway(OIDCException failure) {
        return Unanswered.because(failure).response();
    }

    /** What HTTP itself refuses: a wrong path, method or media type. */
    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        Response response = failure.getResponse();
        Response.StatusType status = response.getStatusInfo();
        if (response.getStatus() < 400 || response.getEntity() instanceof Problem) {
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
            case 412 -> "The text is another one than If-Match names.";
            case 413 -> "The body is too large.";
            case 415 -> "This address does not take that Content-Type.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    /** Nobody waits for the answer, so nobody gets this one. */
    @ServerExceptionMapper
    Response cancelled(CancellationException gone) {
        return Unanswered.because(gone).response();
    }

    /** Whatever else goes wrong. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        if (isOfAForm(failure)) {
            return Problem.of(Response.Status.BAD_REQUEST, "The body is not the form that its Content-Type says it is.")
                    .response();
        }
        return Unanswered.because(failure).response();
    }

    /** Whether a form could not be read, as one in parts whose last part has no end. */
    private static boolean isOfAForm(Throwable failure) {
        String reader = FormBodyHandler.class.getName();
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(reader));
    }
}
