package dev.proviso.web.desk.audit;

import dev.proviso.decision.Role;
import dev.proviso.http.TakesQuery;
import dev.proviso.question.BadJson;
import dev.proviso.record.DecisionEntry;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.Records;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/audit}: who did what to a version and when, and what was decided. For auditors. */
@Path(Desk.PATH + "/audit")
@RolesAllowed(Role.AUDITOR)
@Blocking
public class AuditPage {

    private static final int PAGE = 100;

    private final AuditTrail trail;
    private final Records records;
    private final AuditWords words;

    AuditPage(AuditTrail trail, Records records, AuditWords words) {
        this.words = words;
        this.trail = trail;
        this.records = records;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                DecisionFilter filter,
                List<AuditTrail.Act> acts,
                List<DecisionEntry> decisions,
                Optional<String> next,
                Optional<String> refused,
                AuditWords words);
    }

    /** What was done, the last first, and the decisions that are wanted, a page at a time. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @TakesQuery(DecisionFilter.class)
    public TemplateInstance audit(@Context UriInfo address, @RestQuery Optional<String> after) {
        DecisionFilter filter = DecisionFilter.of(address.getQueryParameters());
        List<AuditTrail.Act> acts = AuditTrail.folded(trail.acts(words.document(filter.value("policy"))));
        try {
            Optional<UUID> last = after.filter(text -> !text.isEmpty()).map(AuditPage::decision);
            List<DecisionEntry> found = filter.query(records, words, last, PAGE + 1)
                    .map(records::entries)
                    .orElse(List.of());
            boolean more = found.size() > PAGE;
            List<DecisionEntry> page = more ? found.subList(0, PAGE) : found;
            Optional<String> next =
                    more ? Optional.of(filter.address(page.get(PAGE - 1).id())) : Optional.empty();
            return Templates.audit(
                    filter, acts, page.stream().filter(filter::wants).toList(), next, Optional.empty(), words);
        } catch (BadJson e) {
            String refusal = e.mistakes().get(0).detail();
            return Templates.audit(filter, acts, List.of(), Optional.empty(), Optional.of(refusal), words);
        }
    }

    private static UUID decision(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException noId) {
            throw new BadJson(List.of(
                    new dev.proviso.question.Mistake("after", "This is not the id of a decision.", Optional.empty())));
        }
    }

    /** All that was done to versions, as a table for other programs. */
    @GET
    @Path("/acts.csv")
    @Produces("text/csv;charset=UTF-8")
    @TakesQuery(DecisionFilter.class)
    public Response acts(@Context UriInfo address) {
        DecisionFilter filter = DecisionFilter.of(address.getQueryParameters());
        return file(
                "acts.csv",
                out -> Csv.write(out, AuditTrail.Act.COLUMNS, writer -> {
                    for (AuditTrail.Act act : trail.acts(words.document(filter.value("policy")))) {
                        writer.accept(act.cells());
                    }
                }));
    }

    /** All decisions that are wanted, as a table for other programs; read a page at a time, however many they are. */
    @GET
    @Path("/decisions.csv")
    @Produces("text/csv;charset=UTF-8")
    @TakesQuery(DecisionFilter.class)
    public Response decisions(@Context UriInfo address) {
        DecisionFilter filter = DecisionFilter.of(address.getQueryParameters());
        Optional<DecisionQuery> first = filter.query(records, words, Optional.empty(), PAGE);
        return file(
                "decisions.csv",
                out -> Csv.write(out, Csv.DECISIONS, writer -> {
                    Optional<DecisionQuery> query = first;
                    while (query.isPresent()) {
                        List<DecisionEntry> page = records.entries(query.get());
                        page.stream().filter(filter::wants).forEach(decision -> writer.accept(Csv.cells(decision)));
                        query = page.size() < PAGE
                                ? Optional.empty()
                                : filter.query(
                                        records,
                                        words,
                                        Optional.of(page.get(PAGE - 1).id()),
                                        PAGE);
                    }
                }));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
