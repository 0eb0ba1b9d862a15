package dev.proviso.api;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Documents;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.http.ConditionalGet;
import dev.proviso.library.Edition;
import dev.proviso.publication.Chain;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Register;
import dev.proviso.testrun.RuleTestService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code /v1/policies}: what is published, and what is on its way there. */
@Path("/v1/policies")
@Authenticated
public class PoliciesResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final String YAML = "application/yaml;charset=UTF-8";

    private final PolicyDecisionPoint asking;
    private final PolicyStore store;
    private final DraftStore drafts;
    private final RuleCompiler compiler;
    private final RuleTestService testing;
    private final Clock clock;

    PoliciesResource(
            PolicyDecisionPoint asking,
            PolicyStore store,
            DraftStore drafts,
            RuleCompiler compiler,
            RuleTestService testing,
            Clock clock) {
        this.asking = asking;
        this.store = store;
        this.drafts = drafts;
        this.compiler = compiler;
        this.testing = testing;
        this.clock = clock;
    }

    /** Everything published or drafted, by id. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing.Policies list() {
        return Listing.policies(asking.library(), register(), drafts.trails());
    }

    /** One policy, law or vocabulary with its versions. */
    @GET
    @Path("/{policy}")
    @Produces(MediaType.APPLICATION_JSON)
    public Listing.Policy get(@PathParam("policy") String policy) {
        return list().policies().stream()
                .filter(listed -> listed.policy().equals(policy))
                .findFirst()
                .orElseThrow(() -> unknown(policy));
    }

    /** All about one version. */
    @GET
    @Path("/{policy}/versions/{version}")
    @Produces("application/json;qs=1.0")
    public Listing.FullVersion about(@PathParam("policy") String policy, @PathParam("version") String version) {
        Published found = published(policy, version);
        return Listing.full(asking.library(), found, document(found));
    }

    /** The document itself, byte for byte. */
    @GET
    @Path("/{policy}/versions/{version}")
    @Produces({"text/markdown;qs=0.5", "application/yaml;qs=0.5"})
    public Response document(
            @PathParam("policy") String policy, @PathParam("version") String version, @Context Request request) {
        PublishedDocument document = document(published(policy, version));
        EntityTag tag = new EntityTag(document.content().sha256());
        return ConditionalGet.of(
                        request, tag, () -> Response.ok(document.content().bytes(), mediaType(document)))
                .build();
    }

    /** Its rule tests. */
    @GET
    @Path("/{policy}/versions/{version}/tests")
    @Produces(MediaType.APPLICATION_JSON)
    public Response tests(
            @PathParam("policy") String policy, @PathParam("version") String version, @Context Request request) {
        String sha256 = published(policy, version).record().tests();
        return ConditionalGet.of(
                        request,
                        new EntityTag("tests-" + sha256),
                        () -> Response.ok(VersionTestsBody.of(testing.of(sha256))))
                .build();
    }

    private static String mediaType(PublishedDocument document) {
        return document.name().kind() == Kind.VOCABULARY ? YAML : MARKDOWN;
    }

    /** The rules that a version compiles to. */
    @GET
    @Path("/{policy}/versions/{version}")
    @Produces("text/plain;charset=UTF-8;qs=0.4")
    public String rules(@PathParam("policy") String policy, @PathParam("version") String version) {
        Published found = published(policy, version);
        Edition edition = asking.library()
                .edition(found.name())
                .orElseThrow(() -> found.name().kind() == Kind.VOCABULARY
                        ? new CannotAsk.Unknown(
                                "A vocabulary has no rules. Ask for application/yaml.", Optional.empty())
                        : new CannotAsk.StillCompiling(found.name() + " is still being read. Ask again in a moment."));
        return compiler.text(edition.policy(), edition.vocabulary(), edition.checked()::sentence);
    }

    private Register register() {
        return Register.of(new Chain(store.chain()), clock.instant());
    }

    private PublishedDocument document(Published version) {
        return store.find(version.name())
                .orElseThrow(() -> new IllegalStateException("the store has lost " + version.name()));
    }

    private Published published(String policy, String version) {
        Register register = register();
        List<Published> versions = register.versions(policy);
        if (versions.isEmpty()) {
            throw new CannotAsk.Unknown(
                    "There is no policy \"" + policy + "\".", Documents.nearest(policy, register.ids()));
        }
        List<String> labels =
                versions.stream().map(known -> known.name().label()).toList();
        return register.version(policy, version)
                .orElseThrow(() -> new CannotAsk.Unknown(
                        "The policy \"" + policy + "\" has no published version \"" + version + "\".",
                        Documents.nearest(version, labels)));
    }

    private CannotAsk unknown(String policy) {
        List<String> ids =
                list().policies().stream().map(Listing.Policy::policy).toList();
        return new CannotAsk.Unknown("There is no policy \"" + policy + "\".", Documents.nearest(policy, ids));
    }
}
