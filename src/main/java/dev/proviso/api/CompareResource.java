package dev.proviso.api;

import dev.proviso.comparison.Comparison;
import dev.proviso.publication.ComparisonService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/policies/{policy}/compare}: what changed from one version to another. */
@Path("/v1/policies/{policy}/compare")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
@APIResponse(responseCode = "400", ref = "Malformed")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "StoreAway")
public class CompareResource {

    private final ComparisonService comparing;
    private final Clock clock;

    CompareResource(ComparisonService comparing, Clock clock) {
        this.comparing = comparing;
        this.clock = clock;
    }

    /** The texts of two versions, and what they mean, compared. */
    @GET
    @Operation(
            operationId = "compareVersions",
            summary = "Compare two versions",
            description =
                    "The redline of the text, passage by passage, and what means something else: rules, rows of tables,"
                            + " the front matter, words of a vocabulary. Published versions and drafts alike. If one of the two has"
                            + " errors, only the texts are compared.")
    @APIResponse(
            responseCode = "200",
            description = "What changed.",
            content = @Content(schema = @Schema(ref = "Comparison")))
    public Comparison compare(
            @PathParam("policy") String policy,
            @Parameter(required = true, description = "The label of the earlier version, or of a draft") @RestQuery
                    Optional<String> from,
            @Parameter(required = true, description = "The label of the later version, or of a draft") @RestQuery
                    Optional<String> to) {
        return comparing.compare(
                policy, UserRequest.required("from", from), UserRequest.required("to", to), clock.instant());
    }
}
