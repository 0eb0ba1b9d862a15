package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Workers;
import dev.proviso.http.TakesQuery;
import dev.proviso.question.BadJson;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * {@code /desk/map}: every purpose against every kind of data, for one user, source, operation and instant. A cell opens the
 * question that it answers. An overview decides much and uses nothing, so it is not recorded.
 */
@Path(Desk.PATH + "/map")
@Authenticated
@Blocking
public class MapPage {

    /** As many as one question may be about. */
    private static final int MOST_DATA = 100;

    private final PolicyDecisionPoint asking;
    private final Clock clock;
    private final Visitor visitor;
    private final Workers workers;

    MapPage(PolicyDecisionPoint asking, Clock clock, Visitor visitor, Workers workers) {
        this.asking = asking;
        this.clock = clock;
        this.visitor = visitor;
        this.workers = workers;
    }

    /**
     * A purpose.
     *
     * @param cells one for each kind of data, in the order of the columns
     */
    public record Line(Choices.Choice purpose, List<Cell> cells) {}

    /** @param address where the question can be asked */
    public record Cell(Choices.Choice data, String decision, String address) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance map(Questionnaire sheet, List<Line> lines, Optional<String> refused);
    }

    /** The map, for what the form says. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(AskForm.class)
    public TemplateInstance map(@Context UriInfo address) {
        Questionnaire sheet = Questionnaire.of(address.getQueryParameters(), asking.library());
        try {
            return Templates.map(sheet, lines(sheet), Optional.empty());
        } catch (BadJson | CannotAsk e) {
            return Templates.map(sheet, List.of(), Optional.of(FactWords.refusal(e, sheet.choices())));
        }
    }

    /** All lines are asked for before the first is waited for, so that they are decided side by side. */
    private List<Line> lines(Questionnaire sheet) {
        List<Choices.Choice> data =
                sheet.choices().data().stream().limit(MOST_DATA).toList();
        Instant now = clock.instant();
        Caller caller = workers.many(visitor.getName());
        List<CompletableFuture<Line>> coming = sheet.choices().purposes().stream()
                .map(purpose -> line(sheet, purpose, data, now, caller))
                .toList();
        return coming.stream().map(Desk::await).toList();
    }

    private CompletableFuture<Line> line(
            Questionnaire sheet, Choices.Choice purpose, List<Choices.Choice> data, Instant now, Caller caller) {
        ObjectNode question = sheet.question(now).put("purpose", purpose.key());
        ArrayNode wanted = question.putArray("data");
        data.forEach(one -> wanted.add(one.key()));
        DecisionRequest request = DecisionRequest.read(question, now);
        return asking.ask(request.ask(), request::questions, caller)
                .thenApply(decided -> new Line(purpose, cells(sheet, purpose, data, decided)));
    }

    private static List<Cell> cells(
            Questionnaire sheet, Choices.Choice purpose, List<Choices.Choice> data, Decided decided) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> new Cell(
                        data.get(i),
                        decided.parts().get(i).decision().name(),
                        address(sheet, purpose.key(), data.get(i).key())))
                .toList();
    }

    private static String address(Questionnaire sheet, String purpose, String data) {
        UriBuilder address = UriBuilder.fromPath(Desk.PATH + "/ask");
        List<Object> said = new ArrayList<>();
        Map<String, List<String>> fields = new TreeMap<>(sheet.form().fields());
        fields.put("policy", List.of(sheet.policy()));
        fields.put("purpose", List.of(purpose));
        fields.put("data", List.of(data));
        fields.forEach((name, values) -> values.forEach(value -> {
            address.queryParam(name, "{" + name + said.size() + "}");
            said.add(value);
        }));
        return address.build(said.toArray()).toString();
    }
}
