package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /.well-known/authzen-configuration}: where AuthZEN is answered, for whoever looks for it. */
@Path("/.well-known/authzen-configuration")
@PermitAll
public class AuthzenConfiguration {

    private static final int SECONDS_TO_KEEP = 300;
    private static final String OBLIGATIONS = "urn:openid:authzen:capability:obligations";

    private final Optional<URI> url;

    /**
     * @param url where those who ask AuthZEN find the service
     * @param known where everyone else does
     */
    AuthzenConfiguration(
            @ConfigProperty(name = "proviso.authzen.url") Optional<URI> url,
            @ConfigProperty(name = "proviso.public.url") Optional<URI> known) {
        this.url = url.or(() -> known);
    }

    /** The metadata of a policy decision point, under the names that the standard gives them. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Metadata(
            String policyDecisionPoint,
            String accessEvaluationEndpoint,
            String accessEvaluationsEndpoint,
            String searchSubjectEndpoint,
            String searchResourceEndpoint,
            String searchActionEndpoint,
            List<String> capabilities,
            List<String> supportedObligations) {

        /** @param base without a slash at its end */
        static Metadata at(String base) {
            String access = base + "/access/v1/";
            return new Metadata(
                    base,
                    access + "evaluation",
                    access + "evaluations",
                    access + "search/subject",
                    access + "search/resource",
                    access + "search/action",
                    List.of(OBLIGATIONS),
                    List.of(AuthzenObligation.CUSTOM));
        }
    }

    /** Where everything is. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response metadata(@Context UriInfo asked) {
        String base = url.orElseGet(asked::getBaseUri).toString().replaceAll("/+$", "");
        CacheControl keep = new CacheControl();
        if (url.isPresent()) {
            keep.setMaxAge(SECONDS_TO_KEEP);
        } else {
            // Made of what this one request called the service, it is for nobody else.
            keep.setPrivate(true);
            keep.setNoCache(true);
        }
        return Response.ok(Metadata.at(base)).cacheControl(keep).build();
    }
}
