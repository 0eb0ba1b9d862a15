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
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/policies/{policy}/compare}: what changed from one version to another. */
@Path("/v1/policies/{policy}/compare")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CompareResource {

    private final ComparisonService comparing;
    private final Clock clock;

    CompareResource(ComparisonService comparing, Clock clock) {
        this.comparing = comparing;
        this.clock = clock;
    }

    /** The texts of two versions, and what they mean, compared. */
    @GET
    public Comparison compare(
            @PathParam("policy") String policy, @RestQuery Optional<String> from, @RestQuery Optional<String> to) {
        return comparing.compare(
                policy, UserRequest.required("from", from), UserRequest.required("to", to), clock.instant());
    }
}
