package dev.proviso.api;

import dev.proviso.api.http.Body;
import dev.proviso.api.http.Preconditions;
import dev.proviso.decision.Role;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Signature;
import dev.proviso.publication.Unpublished;
import dev.proviso.publication.VersionTests;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /v1/policies/{policy}/drafts}: the way of a version to its approval. */
@Path("/v1/policies/{policy}/drafts")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {

    private final DraftService drafting;
    private final Clock clock;
    private final SecurityIdentity person;

    DraftsResource(DraftService drafting, Clock clock, SecurityIdentity person) {
        this.drafting = drafting;
        this.clock = clock;
        this.person = person;
    }

    /** Begins a version. */
    @POST
    @RolesAllowed(Role.DRAFTER)
    @Consumes({"text/markdown", "application/yaml"})
    public Response draft(
            @PathParam("policy") String policy,
            @RestQuery Optional<String> base,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] document) {
        if (type == null) {
            throw new NotSupportedException();
        }
        boolean vocabulary = type.startsWith("application/yaml");
        Unpublished draft = drafting.draft(policy, vocabulary, base, content(document), signature());
        return shown(
                draft,
                Response.created(UriBuilder.fromPath("/v1/policies/{policy}/drafts/{version}")
                        .build(policy, draft.name().label())));
    }

    /** A version on its way. */
    @GET
    @Path("/{version}")
    @Produces("application/json;qs=1.0")
    public Response about(@PathParam("policy") String policy, @PathParam("version") String version) {
        return shown(drafting.find(policy, version), Response.ok());
    }

    /** The text itself, byte for byte. */
    @GET
    @Path("/{version}")
    @Produces({"text/markdown;qs=0.5", "application/yaml;qs=0.5"})
    public Response text(@PathParam("policy") String policy, @PathParam("version") String version) {
        Unpublished found = drafting.find(policy, version);
        String type = found.name().kind() == DocumentName.Kind.VOCABULARY ? "application/yaml" : "text/markdown";
        return Response.ok(found.content().bytes(), type + ";charset=UTF-8")
                .tag(tag(found))
                .build();
    }

    /** Writes another text for a draft. */
    @PUT
    @Path("/{version}")
    @RolesAllowed(Role.DRAFTER)
    @Consumes({"text/markdown", "application/yaml"})
    public Response edit(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] document) {
        var read = Preconditions.required(ifMatch);
        var edited = drafting.edit(policy, version, content(document), signature(), read);
        return shown(edited, Response.ok());
    }

    /** Its rule tests. */
    @GET
    @Path("/{version}/tests")
    public Response tests(@PathParam("policy") String policy, @PathParam("version") String version) {
        Unpublished found = drafting.find(policy, version);
        return Response.ok(VersionTestsBody.of(drafting.tests(found.trail())))
                .tag(tag(found))
                .build();
    }

    /** Gives a draft other rule tests, in place of all that it has. */
    @PUT
    @Path("/{version}/tests")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response test(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] json) {
        var read = Preconditions.required(ifMatch);
        VersionTests tests = VersionTestsBody.read(Body.of(json, "files"));
        return shown(drafting.test(policy, version, tests, signature(), read), Response.ok());
    }

    /** Hands a draft to those who approve. */
    @POST
    @Path("/{version}/submit")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] json) {
        var acknowledged = Body.of(json, "acknowledged").texts("acknowledged");
        return shown(
                drafting.submit(policy, version, acknowledged, signature(), Preconditions.of(ifMatch)), Response.ok());
    }

    /** Approves a submitted version. */
    @POST
    @Path("/{version}/approve")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] json) {
        var read = Preconditions.required(ifMatch);
        String comment = Body.of(json, "comment").comment();
        return shown(drafting.approve(policy, version, comment, signature(), read), Response.ok());
    }

    /** Sends a version back to its authors. */
    @POST
    @Path("/{version}/reject")
    @RolesAllowed(Role.APPROVER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reject(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] json) {
        var read = Preconditions.required(ifMatch);
        String comment = Body.of(json, "comment").comment();
        return shown(drafting.reject(policy, version, comment, signature(), read), Response.ok());
    }

    private Signature signature() {
        return new Signature(person.getPrincipal().getName(), clock.instant());
    }

    private Response shown(Unpublished version, Response.ResponseBuilder response) {
        return response.entity(DraftBody.of(version, drafting.diagnostics(version, signature())))
                .type(MediaType.APPLICATION_JSON)
                .tag(tag(version))
                .build();
    }

    private static EntityTag tag(Unpublished version) {
        return new EntityTag(version.trail().tag());
    }

    private static Content content(byte[] document) {
        try {
            return Content.of(document);
        } catch (CharacterCodingException e) {
            throw Body.bad("The text is not UTF-8.");
        }
    }
}
