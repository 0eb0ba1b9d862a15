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
import org.jspecify.annotations.Nullable;

/** The end of a draft: its publication. */
@Path("/v1/policies/{policy}/drafts/{version}/publish")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
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
    public Done publish(
            @PathParam("policy") String policy,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
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
