package dev.proviso.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers a request for a text by which text the caller has (RFC 9110, 13). */
public final class ConditionalGet {

    private ConditionalGet() {}

    /**
     * The answer, with its tag: without a body if the caller has this text.
     *
     * @throws ClientErrorException with status 412 if the caller wants another text than this one ({@code If-Match})
     */
    public static Response.ResponseBuilder of(
            Request request, EntityTag tag, Supplier<Response.ResponseBuilder> whole) {
        Response.ResponseBuilder early = request.evaluatePreconditions(tag);
        if (early == null) {
            return whole.get().tag(tag);
        }
        if (early.build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new ClientErrorException(
                    "The text is another one than If-Match names.", Response.Status.PRECONDITION_FAILED);
        }
        return early.tag(tag);
    }
}
