package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.api.http.Body;
import dev.proviso.api.http.ChainLinkBody;
import dev.proviso.decision.Role;
import dev.proviso.document.Documents;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Signature;
import dev.proviso.publication.Verification;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
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
import org.jboss.resteasy.reactive.RestQuery;

/** Withdraws versions, and shows the chain that proves what was published. */
@Path("/v1/policies")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PublicationsResource {

    private static final String FULL = "full";

    private final PolicyStore store;
    private final PublicationService publishing;
    private final Clock clock;
    private final SecurityIdentity person;

    PublicationsResource(PolicyStore store, PublicationService publishing, Clock clock, SecurityIdentity person) {
        this.store = store;
        this.publishing = publishing;
        this.clock = clock;
        this.person = person;
    }

    /** Whose texts were held against the chain. */
    enum Texts {
        OF_THIS_DOCUMENT,
        OF_ALL
    }

    /**
     * The records of one document, and whether the whole chain is whole.
     *
     * @param damage the first record or document that is wrong, of those that were checked
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Proof(
            boolean intact,
            Optional<String> damage,
            Texts texts,
            long length,
            String head,
            List<ChainLinkBody> records) {}

    /** Withdraws a version that has not started. */
    @POST
    @Path("/{policy}/versions/{version}/withdraw")
    @RolesAllowed(Role.PUBLISHER)
    @Consumes(MediaType.APPLICATION_JSON)
    public PublishResource.Done withdraw(
            @PathParam("policy") String policy, @PathParam("version") String version, byte[] json) {
        String reason = Body.of(json, "comment").comment();
        return new PublishResource.Done(
                ChainLinkBody.of(publishing.withdraw(policy, version, reason, signature())), List.of());
    }

    /** The publications of a document, checked. */
    @GET
    @Path("/{policy}/chain")
    public Proof chain(@PathParam("policy") String policy, @RestQuery Optional<String> verify) {
        Texts texts = verify.map(PublicationsResource::texts).orElse(Texts.OF_THIS_DOCUMENT);
        List<ChainRecord> records = store.chain();
        List<ChainLinkBody> links = records.stream()
                .filter(record -> record.name().id().equals(policy))
                .map(ChainLinkBody::of)
                .toList();
        if (links.isEmpty()) {
            List<String> ids = records.stream()
                    .map(record -> record.name().id())
                    .distinct()
                    .toList();
            throw new Refused.Unknown(
                    "Nothing named \"" + policy + "\" was published.", Documents.nearest(policy, ids));
        }
        Verification verification = texts == Texts.OF_ALL ? Verification.of(store) : Verification.of(store, policy);
        return new Proof(
                verification.damage().isEmpty(),
                verification.damage(),
                texts,
                verification.records(),
                verification.head(),
                links);
    }

    private static Texts texts(String verify) {
        if (verify.equals(FULL)) {
            return Texts.OF_ALL;
        }
        throw new BadJson(List.of(new Mistake(
                "verify", "\"" + verify + "\" is not \"" + FULL + "\".", Documents.nearest(verify, List.of(FULL)))));
    }

    private Signature signature() {
        return new Signature(person.getPrincipal().getName(), clock.instant());
    }
}
