package dev.proviso.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.publication.Faults;
import dev.proviso.question.Mistake;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param type names the kind of problem, for programs
 * @param title the same for every problem of the type
 * @param detail a sentence about this one
 * @param mistakes what is wrong with a question, place by place; left out elsewhere
 * @param diagnostics what is wrong with a document; left out elsewhere
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mistake> mistakes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReportedDiagnostic> diagnostics) {

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Problem of(String kind, String title, int status, String detail) {
        return new Problem("urn:proviso:problem:" + kind, title, status, detail, List.of(), List.of());
    }

    public static Problem of(Response.StatusType status, String detail) {
        String title = status.getReasonPhrase();
        String kind = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return of(kind, title, status.getStatusCode(), detail);
    }

    /** This problem, with what is wrong with a document. */
    Problem about(Faults faults) {
        return new Problem(
                type, title, status, detail, mistakes, ReportedDiagnostic.all(faults.source(), faults.diagnostics()));
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
