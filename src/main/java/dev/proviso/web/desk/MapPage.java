package dev.proviso.web.desk;

import dev.proviso.decision.Asking;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Edition;
import dev.proviso.question.BadJson;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

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

    private final Asking asking;
    private final Clock clock;

    MapPage(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
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

        static native TemplateInstance map(
                AskForm form,
                List<String> policies,
                List<Edition> versions,
                Choices choices,
                List<Line> lines,
                Optional<String> refused);
    }

    /** The map, for what the form says. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance map(@Context UriInfo address) {
        AskForm form = AskForm.of(address.getQueryParameters());
        List<String> policies = List.copyOf(asking.library().policies());
        String policy = form.value("policy").isEmpty() && !policies.isEmpty() ? policies.get(0) : form.value("policy");
        List<Edition> versions = asking.library().versions(policy);
        Choices choices = new Choices(WordsOf.latest(versions));
        try {
            return Templates.map(form, policies, versions, choices, lines(policy, form, choices), Optional.empty());
        } catch (BadJson | CannotAsk e) {
            return Templates.map(
                    form, policies, versions, choices, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private List<Line> lines(String policy, AskForm form, Choices choices) {
        List<Choices.Choice> data = choices.data().stream().limit(MOST_DATA).toList();
        return choices.purposes().stream()
                .map(purpose -> line(policy, form, purpose, data))
                .toList();
    }

    private Line line(String policy, AskForm form, Choices.Choice purpose, List<Choices.Choice> data) {
        var question = form.question(clock.instant());
        question.put("policy", policy);
        question.put("purpose", purpose.key());
        var wanted = question.putArray("data");
        data.forEach(one -> wanted.add(one.key()));
        DecisionRequest request = DecisionRequest.read(question, clock.instant());
        Decided decided = decided(request);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Choices.Choice one = data.get(i);
            cells.add(new Cell(
                    one, decided.parts().get(i).decision().name(), address(policy, form, purpose.key(), one.key())));
        }
        return new Line(purpose, cells);
    }

    private Decided decided(DecisionRequest request) {
        try {
            return asking.ask(request.ask(), request::questions).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static String address(String policy, AskForm form, String purpose, String data) {
        UriBuilder address = UriBuilder.fromPath(Desk.PATH + "/ask");
        form.fields().forEach((name, values) -> values.forEach(value -> address.queryParam(name, value)));
        return address.replaceQueryParam("policy", policy)
                .replaceQueryParam("purpose", purpose)
                .replaceQueryParam("data", data)
                .build()
                .toString();
    }
}
