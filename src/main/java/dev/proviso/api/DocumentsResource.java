package dev.proviso.api;

import dev.proviso.api.http.Problem;
import dev.proviso.api.http.ReportedDiagnostic;
import dev.proviso.convert.Converted;
import dev.proviso.convert.FileConverter;
import dev.proviso.convert.UnreadableFile;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Role;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/documents}: checks texts, and stores nothing. */
@Path("/v1/documents")
@Authenticated
public class DocumentsResource {

    private static final String NAME = "document";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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

    /**
     * What became of a file.
     *
     * @param title of the document; of a file that names none, {@code Policy}
     * @param markdown the text of the document, without front matter
     */
    record Imported(String title, String markdown, List<Converted.Clause> clauses, List<String> warnings) {}

    /** Makes the text of a document from a file. */
    @POST
    @Path("/import")
    @Consumes({DOCX, MediaType.TEXT_HTML, "text/markdown", MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.DRAFTER)
    @Blocking
    public Response imported(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        if (type == null) {
            throw new NotSupportedException();
        }
        try {
            Converted converted = FileConverter.converted("Policy", format(type), file);
            return Response.ok(new Imported(
                            converted.title(), converted.markdown(), converted.clauses(), converted.warnings()))
                    .build();
        } catch (UnreadableFile why) {
            return Problem.of("bad-document", "The document cannot be read", 400, String.valueOf(why.getMessage()))
                    .response();
        }
    }

    private static FileConverter.Format format(String type) {
        MediaType media = MediaType.valueOf(type);
        if (media.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            return FileConverter.Format.HTML;
        }
        if (media.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
            return FileConverter.Format.TEXT;
        }
        return media.getSubtype().equals("markdown") ? FileConverter.Format.MARKDOWN : FileConverter.Format.DOCX;
    }

    private static Findings findings(Checked<CheckedPolicy> checked) {
        return new Findings(
                checked.value().isPresent(), ReportedDiagnostic.all(checked.source(), checked.diagnostics()));
    }
}
