package dev.proviso.web.desk.draft;

import dev.proviso.convert.Converted;
import dev.proviso.convert.FileConverter;
import dev.proviso.convert.UnreadableFile;
import dev.proviso.decision.Role;
import dev.proviso.document.Documents;
import dev.proviso.document.Names;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Refused;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import dev.proviso.web.desk.reading.Catalogue;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** {@code /desk/new-policy}: begins a policy that there was not, from nothing, from another or from a file. */
@Path(Desk.PATH + "/new-policy")
@RolesAllowed(Role.DRAFTER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NewPolicyPage {

    private final Catalogue catalogue;
    private final PolicyStore store;
    private final DraftService drafting;
    private final Visitor visitor;
    private final Clock clock;

    NewPolicyPage(Catalogue catalogue, PolicyStore store, DraftService drafting, Visitor visitor, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.drafting = drafting;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * What was understood of a file.
     *
     * @param html as its readers will see it, safe to show
     * @param mistakes what is wrong with it as a policy
     */
    public record Preview(Converted converted, String html, List<EditorProblem> mistakes) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance newPolicy(
                NewPolicy plan,
                List<Catalogue.Work> policies,
                List<Catalogue.Work> vocabularies,
                Optional<Preview> preview,
                Optional<String> refused);
    }

    /** The form, with the controller and the zone of a policy that there is. */
    @GET
    public TemplateInstance form() {
        Optional<Catalogue.Work> model = catalogue.works(Kind.POLICY).stream().findFirst();
        String zone = model.map(work -> work.zone().getId()).orElse("UTC");
        String tomorrow = LocalDate.now(clock).plusDays(1).toString();
        String vocabulary = catalogue.works(Kind.VOCABULARY).stream()
                .findFirst()
                .map(Catalogue.Work::id)
                .orElse("");
        Controller controller = model.flatMap(this::controller).orElse(new Controller("", ""));
        return page(
                new NewPolicy(
                        "",
                        "",
                        tomorrow,
                        tomorrow,
                        zone,
                        controller.name(),
                        controller.country(),
                        vocabulary,
                        "blank",
                        ""),
                Optional.empty(),
                Optional.empty());
    }

    private record Controller(String name, String country) {}

    private Optional<Controller> controller(Catalogue.Work work) {
        return FrontLines.ofPolicy(text(work)).controller().map(parts -> new Controller(parts.get(0), parts.get(1)));
    }

    private String text(Catalogue.Work work) {
        return store.find(work.bases().get(0).name()).orElseThrow().content().text();
    }

    private TemplateInstance page(NewPolicy plan, Optional<Preview> preview, Optional<String> refused) {
        return Templates.newPolicy(
                plan, catalogue.works(Kind.POLICY), catalogue.works(Kind.VOCABULARY), preview, refused);
    }

    /**
     * Begins the policy; of a file, shows first what was understood.
     *
     * @param text what was understood of a file, once someone has looked at it
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response begin(
            @RestForm("title") Optional<String> title,
            @RestForm("id") Optional<String> id,
            @RestForm("label") Optional<String> label,
            @RestForm("day") Optional<String> day,
            @RestForm("zone") Optional<String> zone,
            @RestForm("controller") Optional<String> controller,
            @RestForm("country") Optional<String> country,
            @RestForm("vocabulary") Optional<String> vocabulary,
            @RestForm("from") Optional<String> from,
            @RestForm("copy") Optional<String> copy,
            @RestForm("text") Optional<String> text,
            @RestForm("file") List<FileUpload> file) {
        NewPolicy plan = new NewPolicy(
                title.orElse(""),
                id.orElse(""),
                label.orElse(""),
                day.orElse(""),
                zone.orElse(""),
                controller.orElse(""),
                country.orElse(""),
                vocabulary.orElse(""),
                from.orElse("blank"),
                copy.orElse(""));
        try {
            if (plan.from().equals("file") && text.isEmpty()) {
                return understood(plan, file);
            }
            return begun(plan, text);
        } catch (Refused why) {
            Optional<Preview> preview = text.map(read -> preview(plan, Converted.of(read)));
            return DraftPage.refused(why, page(plan, preview, Optional.of(why.forPeople())));
        } catch (UnreadableFile why) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(plan, Optional.empty(), Optional.of(String.valueOf(why.getMessage())))
                            .render())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .build();
        }
    }

    private Response understood(NewPolicy plan, List<FileUpload> files) throws UnreadableFile {
        FileUpload file = files.stream()
                .filter(one -> one.fileName() != null && !one.fileName().isBlank())
                .findFirst()
                .orElseThrow(() -> new Refused.Unreadable("Choose a file.", Faults.NONE));
        Converted converted =
                FileConverter.converted(file.fileName(), FileConverter.format(file.fileName()), bytes(file));
        NewPolicy titled = plan.title().isBlank() ? plan.titled(converted.title()) : plan;
        return Response.ok(page(titled, Optional.of(preview(titled, converted)), Optional.empty()))
                .build();
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return file.size() > FileConverter.LARGEST
                    ? new byte[FileConverter.LARGEST + 1]
                    : Files.readAllBytes(file.uploadedFile());
        } catch (IOException lost) {
            throw new Refused.Unreadable("The file did not arrive. Send it once more.", Faults.NONE);
        }
    }

    private Preview preview(NewPolicy plan, Converted converted) {
        String html = Documents.htmlOfPassage(new Source("document", converted.markdown()));
        return new Preview(converted, html, mistakes(plan, converted));
    }

    /** What is wrong with a text whose fields are filled in; what is wrong with a field is said when the draft is begun. */
    private List<EditorProblem> mistakes(NewPolicy plan, Converted converted) {
        if (Names.mistakeInId(plan.vocabulary().strip()).isPresent()) {
            return List.of();
        }
        NewPolicy filled = new NewPolicy(
                "Policy", "policy", "1", "", "UTC", "Controller", "CN", plan.vocabulary(), plan.from(), plan.copy());
        Instant now = clock.instant();
        Content content = filled.with(converted.markdown(), now);
        return EditorProblem.all(drafting.read(new DocumentName(Kind.POLICY, "policy", "1"), content, now)
                .diagnostics());
    }

    private Response begun(NewPolicy plan, Optional<String> text) {
        refuseTaken(plan.name());
        Content content = content(plan, text);
        return Response.seeOther(Desk.draft(drafting.draft(plan.name(), false, content, visitor.signature())
                        .name()))
                .build();
    }

    private Content content(NewPolicy plan, Optional<String> text) {
        Instant now = clock.instant();
        return switch (plan.from()) {
            case "blank" -> plan.blank(now);
            case "file" -> plan.with(text.orElse("").replace("\r\n", "\n"), now);
            case "copy" -> plan.copyOf(text(catalogue.work(plan.copy())), now);
            default ->
                throw new Refused.Unreadable("A policy begins with a blank page, a copy or a file.", Faults.NONE);
        };
    }

    /** Another version of something that there is begins on the page of that. */
    private void refuseTaken(String id) {
        boolean isTaken =
                drafting.trails().stream().anyMatch(trail -> trail.name().id().equals(id))
                        || store.names().stream().anyMatch(name -> name.id().equals(id));
        if (isTaken) {
            throw new Refused.Conflict("There is a document \"" + id
                    + "\" already. Give this one another name in addresses, or begin a new version of that one.");
        }
    }
}
