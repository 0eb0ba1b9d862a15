package dev.proviso.api.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.authzen.AuthzenRequest.Part;
import dev.proviso.api.authzen.AuthzenSearch.Found;
import dev.proviso.api.authzen.AuthzenSearch.Terms;
import dev.proviso.api.http.AdmittedRequest;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.decision.Caller;
import dev.proviso.decision.Workers;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /access/v1/search}: who may, what of, and what for (OpenID Authorization API 1.0). */
@Path("/access/v1/search")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AuthzenSearchResource {

    private final AuthzenSearch search;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Workers workers;

    AuthzenSearchResource(AuthzenSearch search, SecurityIdentity identity, Clock clock, Workers workers) {
        this.search = search;
        this.identity = identity;
        this.clock = clock;
        this.workers = workers;
    }

    /** @param page left out where the request speaks of none and this is all */
    record Results(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Page> page, List<?> results) {}

    /** @param nextToken for the part that follows; empty after the last one */
    record Page(@JsonProperty("next_token") String nextToken) {}

    /** A subject or a resource. */
    record Entity(
            String type,
            String id,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ResultContext> context) {}

    record Action(
            String name,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ResultContext> context) {}

    /** What must be done with the permit for a result. */
    record ResultContext(List<AuthzenObligation> obligations) {

        static Optional<ResultContext> of(AuthzenSearch.Result result) {
            return Optional.of(result.obligations())
                    .filter(obligations -> !obligations.isEmpty())
                    .map(ResultContext::new);
        }
    }

    /** Users of the ledger. */
    @POST
    @Path("/subject")
    public Results subjects(@Context HttpHeaders headers, byte[] body, @Context RoutingContext connection) {
        ObjectNode json = AuthzenBody.read(headers, body);
        AuthzenRequest request = AuthzenRequest.search(json, Part.SUBJECT);
        return results(connection, json, Part.SUBJECT, request, search::subjects, entity(AuthzenRequest.USER));
    }

    /** Kinds of data. */
    @POST
    @Path("/resource")
    public Results resources(@Context HttpHeaders headers, byte[] body, @Context RoutingContext connection) {
        ObjectNode json = AuthzenBody.read(headers, body);
        AuthzenRequest request = AuthzenRequest.search(json, Part.RESOURCE);
        return results(
                connection,
                json,
                Part.RESOURCE,
                request,
                search::resources,
                entity(request.resource().type()));
    }

    /** Purposes. */
    @POST
    @Path("/action")
    public Results actions(@Context HttpHeaders headers, byte[] body, @Context RoutingContext connection) {
        ObjectNode json = AuthzenBody.read(headers, body);
        AuthzenRequest request = AuthzenRequest.search(json, Part.ACTION);
        return results(
                connection,
                json,
                Part.ACTION,
                request,
                search::actions,
                found -> new Action(found.name(), ResultContext.of(found)));
    }

    private static Function<AuthzenSearch.Result, Object> entity(String type) {
        return found -> new Entity(type, found.name(), ResultContext.of(found));
    }

    private Results results(
            RoutingContext connection,
            ObjectNode json,
            Part part,
            AuthzenRequest request,
            BiFunction<AuthzenRequest, Terms, Found> finding,
            Function<AuthzenSearch.Result, Object> result) {
        SearchPage page = SearchPage.read(part.name(), json);
        CallerAccount asker = CallerAccount.of(identity);
        Caller caller = AdmittedRequest.of(connection).watched(workers.many(asker.name()));
        Found found = finding.apply(request, new Terms(asker, caller, clock.instant(), page));
        Optional<Page> next = page.isAsked() || found.last().isPresent()
                ? Optional.of(new Page(found.last().map(page::next).orElse("")))
                : Optional.empty();
        return new Results(next, found.results().stream().map(result).toList());
    }
}
