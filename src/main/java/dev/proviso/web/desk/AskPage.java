package dev.proviso.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.decision.Answering;
import dev.proviso.decision.Asking;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Edition;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.NotRecorded;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * {@code /desk/ask}: a question in words, and its answer. The question stands in the address, so that it can be passed on. It
 * is a trial with facts of one's own, and is recorded as one.
 */
@Path(Desk.PATH + "/ask")
@Authenticated
@Blocking
public class AskPage {

    private final Asking asking;
    private final Answering answering;
    private final Visitor visitor;
    private final ObjectMapper json;
    private final Clock clock;

    AskPage(Asking asking, Answering answering, Visitor visitor, ObjectMapper json, Clock clock) {
        this.asking = asking;
        this.answering = answering;
        this.visitor = visitor;
        this.json = json;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(
                AskForm form,
                List<String> policies,
                List<Edition> versions,
                Choices choices,
                Optional<Told> told,
                Optional<String> refused);
    }

    /** The form; with the answer, where the form says enough to ask. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(@Context UriInfo address) {
        AskForm form = AskForm.of(address.getQueryParameters());
        List<String> policies = List.copyOf(asking.library().policies());
        String policy = form.value("policy").isEmpty() && !policies.isEmpty() ? policies.get(0) : form.value("policy");
        List<Edition> versions = asking.library().versions(policy);
        Choices choices = new Choices(WordsOf.latest(versions));
        Optional<Told> told = Optional.empty();
        Optional<String> refused = Optional.empty();
        if (form.isComplete()) {
            try {
                told = Optional.of(told(form));
            } catch (BadJson | CannotAsk | NotRecorded e) {
                refused = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Templates.ask(form, policies, versions, choices, told, refused);
    }

    private Told told(AskForm form) {
        DecisionRequest request = DecisionRequest.read(form.question(clock.instant()), clock.instant());
        try {
            String answer = answering
                    .answer(request, visitor.getName(), KnownUsers.none(), true)
                    .join();
            return json.readValue(answer, Told.class);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be read", e);
        }
    }
}
