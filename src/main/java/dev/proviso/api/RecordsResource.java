package dev.proviso.api;

import dev.proviso.api.http.Times;
import dev.proviso.decision.Role;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.record.CannotReplay;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.DecisionRecord;
import dev.proviso.record.Records;
import dev.proviso.record.ReplayRequest;
import dev.proviso.record.ReplayResult;
import dev.proviso.record.ReplayService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/decisions}: what was recorded, and the same decided again. */
@Path("/v1/decisions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records")
@APIResponse(responseCode = "400", ref = "Malformed")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "503", ref = "StoreAway")
public class RecordsResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Records records;
    private final ReplayService replaying;

    RecordsResource(Records records, ReplayService replaying) {
        this.records = records;
        this.replaying = replaying;
    }

    /** One record, with all that it says. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SERVICE, Role.AUDITOR})
    @Operation(
            operationId = "getDecision",
            summary = "Get a recorded decision",
            description =
                    "The question as asked, the facts used and the answer as given. If the user was erased, erased is"
                            + " true and these three are gone.")
    @APIResponse(
            responseCode = "200",
            description = "The record.",
            content = @Content(schema = @Schema(ref = "RecordedDecision")))
    @APIResponse(responseCode = "404", ref = "NoSuchDecision")
    public RecordedDecision get(@PathParam("id") String id) {
        DecisionRecord kept = records.find(id(id));
        return RecordedDecision.whole(kept, records.open(kept));
    }

    /** The records that are wanted, a page at a time. */
    @GET
    @RolesAllowed(Role.AUDITOR)
    @Operation(
            operationId = "listDecisions",
            summary = "List recorded decisions",
            description =
                    "Those that meet every parameter given, the earliest first, without what they say of a person.")
    @APIResponse(
            responseCode = "200",
            description = "A page of records.",
            content = @Content(schema = @Schema(ref = "RecordedDecisions")))
    public RecordedDecision.Page list(
            @Parameter(description = "The id of the user that the question named") @RestQuery Optional<String> user,
            @RestQuery Optional<String> policy,
            @RestQuery Optional<String> purpose,
            @Parameter(description = "The number of a clause, one of whose rules decided") @RestQuery
                    Optional<String> clause,
            @Parameter(description = "The earliest time of the decision") @RestQuery Optional<String> from,
            @Parameter(description = "The time before which it was decided") @RestQuery Optional<String> to,
            @Parameter(description = "The next of the page before") @RestQuery Optional<String> after,
            @Parameter(description = "How many at most: 1 to 1000, 100 if left out") @RestQuery
                    Optional<String> limit) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<Instant> earliest = read("from", from, Times::read, mistakes);
        Optional<Instant> end = read("to", to, Times::read, mistakes);
        Optional<UUID> last = read("after", after, UUID::fromString, mistakes);
        int most = read("limit", limit, RecordsResource::limit, mistakes).orElse(PAGE);
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
        Optional<UUID> person = user.flatMap(records::person);
        if (user.isPresent() && person.isEmpty()) {
            return RecordedDecision.page(List.of(), most);
        }
        DecisionQuery query = new DecisionQuery(person, policy, purpose, clause, earliest, end, last, most + 1);
        return RecordedDecision.page(records.entries(query), most);
    }

    /** Decides a recorded question again. */
    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.AUDITOR)
    @Operation(
            operationId = "replayDecision",
            summary = "Decide a recorded question again",
            description =
                    "From what was recorded, under the rulebook that decided; or, with a version, under that version of the"
                            + " policy as it is published now. Nothing is recorded of it.")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ReplayRequest")))
    @APIResponse(
            responseCode = "200",
            description = "Decided again; whether the answer is the same.",
            content = @Content(schema = @Schema(ref = "Replayed")))
    @APIResponse(responseCode = "404", ref = "NoSuchDecision")
    @APIResponse(responseCode = "409", ref = "FactsMasked")
    @APIResponse(responseCode = "410", ref = "FactsErased")
    @APIResponse(responseCode = "415", ref = "WrongMediaType")
    @APIResponse(responseCode = "503", ref = "NotReady")
    public ReplayResult replay(@PathParam("id") String id, byte[] request) {
        UUID decision = id(id);
        return ReplayRequest.read(request)
                .version()
                .map(version -> replaying.replay(decision, version))
                .orElseGet(() -> replaying.replay(decision));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CannotReplay.Unknown(text);
        }
    }

    private static <T> Optional<T> read(
            String name, Optional<String> text, Function<String, T> reading, List<Mistake> mistakes) {
        try {
            return text.map(reading);
        } catch (IllegalArgumentException | DateTimeException e) {
            mistakes.add(new Mistake(name, sentence(name), Optional.empty()));
            return Optional.empty();
        }
    }

    private static String sentence(String name) {
        return switch (name) {
            case "after" -> "This is not the id of a decision.";
            case "limit" -> "This is not a whole number from 1 through " + LARGEST_PAGE + ".";
            default ->
                "This is not an ISO 8601 time with an offset, such as \"2016-02-01T10:00:00+08:00\" (in an address,"
                        + " + is written %2B).";
        };
    }

    private static int limit(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit");
        }
        return number;
    }
}
