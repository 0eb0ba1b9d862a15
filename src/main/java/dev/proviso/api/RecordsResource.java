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
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/decisions}: what was recorded, and the same decided again. */
@Path("/v1/decisions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
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
    public RecordedDecision get(@PathParam("id") String id) {
        DecisionRecord kept = records.find(id(id));
        return RecordedDecision.whole(kept, records.open(kept));
    }

    /** The records that are wanted, a page at a time. */
    @GET
    @RolesAllowed(Role.AUDITOR)
    public RecordedDecision.Page list(
            @RestQuery Optional<String> user,
            @RestQuery Optional<String> policy,
            @RestQuery Optional<String> purpose,
            @RestQuery Optional<String> clause,
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery Optional<String> after,
            @RestQuery Optional<String> limit) {
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
        DecisionQuery query = new DecisionQuery(
                person, policy, purpose.map(List::of).orElse(List.of()), clause, earliest, end, last, most + 1);
        return RecordedDecision.page(records.entries(query), most);
    }

    /** Decides a recorded question again. */
    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.AUDITOR)
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
