package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.api.http.ChainLinkBody;
import dev.proviso.api.http.Preconditions;
import dev.proviso.decision.Role;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.Signature;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The end of a draft: its publication. */
@Path("/v1/policies/{policy}/drafts/{version}/publish")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "503", ref = "StoreAway")
public class PublishResource {

    private final PublicationService publishing;
    private final Clock clock;
    private final SecurityIdentity person;

    PublishResource(PublicationService publishing, Clock clock, SecurityIdentity person) {
        this.publishing = publishing;
        this.clock = clock;
        this.person = person;
    }

    /** What came of a publication or a withdrawal. */
    record Done(ChainLinkBody record, List<String> warnings) {}

    /** Publishes an approved version. */
    @POST
    @RolesAllowed(Role.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishVersion",
            summary = "Publish an approved version",
            description =
                    "It is announced now, or at \"announcedAt\", and starts at its \"effective\", but not before its"
                            + " announcement; law may start in the past. It must pass the rule tests that this service has of"
                            + " its policy or law. If-Match names the ETag of the version that was read.")
    @RequestBody(required = false, content = @Content(schema = @Schema(ref = "Announcement")))
    @APIResponse(
            responseCode = "200",
            description = "Published, for good.",
            content = @Content(schema = @Schema(ref = "Published")))
    @APIResponse(responseCode = "400", ref = "BadDocument")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Faulty")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Done publish(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] json) {
        var read = Preconditions.required(ifMatch);
        var announcedAt = Body.of(json, "announcedAt").instant("announcedAt");
        var outcome = publishing.publish(
                policy,
                version,
                announcedAt,
                new Signature(person.getPrincipal().getName(), clock.instant()),
                read);
        return new Done(ChainLinkBody.of(outcome.record()), outcome.warnings());
    }
}
