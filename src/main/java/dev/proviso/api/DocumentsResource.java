package dev.proviso.api;

import dev.proviso.api.http.Problem;
import dev.proviso.api.http.ReportedDiagnostic;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** {@code /v1/documents}: checks texts, and stores nothing. */
@Path("/v1/documents")
@Authenticated
public class DocumentsResource {

    private static final String NAME = "document";

    private final PolicyDecisionPoint asking;

    DocumentsResource(PolicyDecisionPoint asking) {
        this.asking = asking;
    }

    /**
     * What is wrong with a document.
     *
     * @param valid whether it has no error; it may have warnings
     */
    record Findings(boolean valid, List<ReportedDiagnostic> diagnostics) {}

    /** Checks a policy or a law against the published vocabularies. */
    @POST
    @Path("/check")
    @Consumes("text/markdown")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public Response check(byte[] document) {
        try {
            String text = Content.of(document).text();
            Checked<CheckedPolicy> checked =
                    Documents.policy(new Source(NAME, text), asking.library().vocabularies());
            return Response.ok(findings(checked)).build();
        } catch (CharacterCodingException e) {
            return Problem.of("bad-document", "The document cannot be read", 400, "The text is not UTF-8.")
                    .response();
        }
    }

    private static Findings findings(Checked<CheckedPolicy> checked) {
        return new Findings(
                checked.value().isPresent(), ReportedDiagnostic.all(checked.source(), checked.diagnostics()));
    }
}
