package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.Documents;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Publishing;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Signature;
import dev.proviso.publication.Verification;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Withdraws versions, and shows the chain that proves what was published. */
@Path("/v1/policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publication")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "404", ref = "NotFound")
public class PublicationsResource {

    private final PolicyStore store;
    private final Publishing publishing;
    private final Clock clock;
    private final SecurityIdentity person;

    PublicationsResource(PolicyStore store, Publishing publishing, Clock clock, SecurityIdentity person) {
        this.store = store;
        this.publishing = publishing;
        this.clock = clock;
        this.person = person;
    }

    /**
     * The records of one document, and whether the whole chain is whole.
     *
     * @param damage the first record or document of the store that is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Proof(boolean intact, Optional<String> damage, long length, String head, List<Link> records) {}

    /** Withdraws a version that has not started. */
    @POST
    @Path("/{policy}/versions/{version}/withdraw")
    @RolesAllowed(Role.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawVersion", summary = "Withdraw a published version before its start")
    @RequestBody(content = @Content(schema = @Schema(ref = "Comment")))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn; it will never start.",
            content = @Content(schema = @Schema(ref = "Published")))
    @APIResponse(responseCode = "400", ref = "BadDocument")
    @APIResponse(responseCode = "403", ref = "Forbidden")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public PublishResource.Done withdraw(
            @PathParam("policy") String policy, @PathParam("version") String version, byte[] json) {
        String reason = Body.of(json, "comment").comment();
        return new PublishResource.Done(Link.of(publishing.withdraw(policy, version, reason, signature())), List.of());
    }

    /** The publications of a document, checked. */
    @GET
    @Path("/{policy}/chain")
    @Operation(
            operationId = "getChain",
            summary = "Prove what was published",
            description =
                    "The records of this document, and whether every record and document of the store is as it was"
                            + " published. Each record's hash is SHA-256 over its fields, each written as the number of its bytes, a"
                            + " colon, the bytes and a comma: \"proviso publication 1\", number, previous, act, kind (capital"
                            + " letters), policy, version, the vocabulary's name and version, sha256, announcedAt, start, by, at,"
                            + " comment.")
    @APIResponse(
            responseCode = "200",
            description = "The records, the first first.",
            content = @Content(schema = @Schema(ref = "Chain")))
    public Proof chain(@PathParam("policy") String policy) {
        List<ChainRecord> records = store.chain();
        List<Link> links = records.stream()
                .filter(record -> record.name().id().equals(policy))
                .map(Link::of)
                .toList();
        if (links.isEmpty()) {
            List<String> ids = records.stream()
                    .map(record -> record.name().id())
                    .distinct()
                    .toList();
            throw new Refused.Unknown(
                    "Nothing named \"" + policy + "\" was published.", Documents.nearest(policy, ids));
        }
        Verification verification = Verification.of(store);
        return new Proof(
                verification.damage().isEmpty(),
                verification.damage(),
                verification.records(),
                verification.head(),
                links);
    }

    private Signature signature() {
        return new Signature(person.getPrincipal().getName(), clock.instant());
    }
}
