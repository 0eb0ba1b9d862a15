package dev.proviso.web.desk.draft;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Role;
import dev.proviso.document.Checked;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.Faults;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Unpublished;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestsRunning;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import dev.proviso.web.desk.tests.Checks;
import dev.proviso.web.desk.tests.RuleCoverage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/drafts/{id}/{version}/tests}: the rule tests of a version on its way, those that fail first. */
@Path(Desk.PATH + "/drafts/{id}/{version}")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TestsPage {

    private final DraftViews draftViews;
    private final DraftService drafting;
    private final RuleTestService testing;
    private final PolicyDecisionPoint asking;
    private final Visitor visitor;
    private final Clock clock;

    TestsPage(
            DraftViews draftViews,
            DraftService drafting,
            RuleTestService testing,
            PolicyDecisionPoint asking,
            Visitor visitor,
            Clock clock) {
        this.draftViews = draftViews;
        this.drafting = drafting;
        this.testing = testing;
        this.asking = asking;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance checks(Checks checks, String place);

        static native TemplateInstance testProgress(Optional<TestsView.Running> running);

        static native TemplateInstance testReach(
                DraftView manuscript, Optional<RuleCoverage.Text> reach, boolean waiting, String refused);

        static native TemplateInstance draftTests(DraftView manuscript, TestsView view, FormState attempt);
    }

    /** The box of checks with the tests run, for a page that did not wait for them. */
    @GET
    @Path("/checks")
    public TemplateInstance checks(@PathParam("id") String id, @PathParam("version") String label) {
        return Templates.checks(
                draftViews.checks(id, label), Desk.draft(id, label).toString());
    }

    /** How far the tests have come that are being run, and the first that fail: for a page that waits for all of it. */
    @GET
    @Path("/tests/progress")
    public TemplateInstance progress(@PathParam("id") String id, @PathParam("version") String label) {
        return Templates.testProgress(draftViews.progress(id, label).map(TestsView.Running::of));
    }

    /**
     * What the tests reach of the text.
     *
     * @param run whether to wait for what is not known yet
     */
    @GET
    @Path("/tests/reach")
    public TemplateInstance reach(
            @PathParam("id") String id, @PathParam("version") String label, @RestQuery boolean run) {
        DraftView manuscript = draftViews.find(id, label);
        try {
            var reach = draftViews.reach(id, label, run).map(RuleCoverage.Text::new);
            return Templates.testReach(manuscript, reach, reach.isEmpty() && !run, "");
        } catch (DocumentsRefused | TestsRunning refused) {
            return Templates.testReach(manuscript, Optional.empty(), false, String.valueOf(refused.getMessage()));
        }
    }

    /**
     * The tests, and what came of them.
     *
     * @param file which of them is shown
     * @param run whether to wait for what is not known yet
     */
    @GET
    @Path("/tests")
    public TemplateInstance show(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestQuery Optional<String> file,
            @RestQuery boolean run) {
        if (run) {
            draftViews.checks(id, label);
        }
        return page(id, label, file, FormState.NONE);
    }

    private TemplateInstance page(String id, String label, Optional<String> file, FormState attempt) {
        DraftView manuscript = draftViews.find(id, label);
        VersionTests tests = drafting.tests(manuscript.trail());
        return Templates.draftTests(
                manuscript,
                TestsView.of(
                        tests,
                        manuscript.checks().flatMap(Checks::tests),
                        file.flatMap(name -> open(manuscript, tests, name)),
                        id),
                attempt);
    }

    private Optional<TestsView.OpenFile> open(DraftView manuscript, VersionTests tests, String name) {
        DraftHistory trail = manuscript.trail();
        Optional<Content> text = Optional.ofNullable(tests.files().get(name));
        var read = text.isPresent() && manuscript.errors().isEmpty()
                ? published(trail).flatMap(document -> testing.read(document, beside(), name))
                : Optional.<Checked<RuleTestFile>>empty();
        return text.map(content -> TestsView.OpenFile.of(
                name, content.text(), read, trail.name().id(), trail.name().label()));
    }

    private Optional<PublishedDocument> published(DraftHistory trail) {
        Unpublished version = drafting.find(trail.name().id(), trail.name().label());
        var text = drafting.read(version.name(), version.content(), clock.instant());
        return text.policy().map(policy -> DraftService.published(version, text, clock.instant()));
    }

    private List<PublishedDocument> beside() {
        return List.copyOf(asking.library().documents());
    }

    /** Saves a file, or takes it out. */
    @POST
    @Path("/tests")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("file") String file,
            @RestForm("text") String text,
            @RestForm("do") Optional<String> act) {
        boolean remove = act.filter("remove"::equals).isPresent();
        String name = file.strip();
        try {
            SortedMap<String, Content> files =
                    new TreeMap<>(drafting.tests(drafting.trail(id, label)).files());
            Content before = files.getOrDefault(name, new Content("\n"));
            if (remove) {
                files.remove(name);
            } else {
                files.put(name, BrowserText.content(text, before.text()));
            }
            drafting.test(id, label, new VersionTests(files), visitor.signature(), tag::equals);
            return to(id, label, remove ? Optional.empty() : Optional.of(name));
        } catch (Refused why) {
            FormState attempt = FormState.toSave(tag, text).refused(why);
            return DraftPage.refused(why, page(id, label, Optional.of(name), attempt));
        }
    }

    /**
     * What a failing test is answered is what is wanted from now on.
     *
     * @param file in which it stands
     * @param place where that says what is expected
     */
    @POST
    @Path("/tests/accept")
    @RolesAllowed(Role.DRAFTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @PathParam("id") String id,
            @PathParam("version") String label,
            @RestForm("tag") String tag,
            @RestForm("file") String file,
            @RestForm("place") int place) {
        try {
            VersionTests tests = drafting.tests(drafting.trail(id, label));
            PublishedDocument document = published(drafting.trail(id, label))
                    .orElseThrow(() -> new Refused.Unreadable("The text has mistakes.", Faults.NONE));
            String text = testing.accepted(document, beside(), file, place);
            drafting.test(id, label, tests.with(file, text), visitor.signature(), tag::equals);
            return to(id, label, Optional.empty());
        } catch (Refused why) {
            return DraftPage.refused(why, page(id, label, Optional.of(file), FormState.NONE.refused(why)));
        }
    }

    private static Response to(String id, String label, Optional<String> file) {
        UriBuilder address = UriBuilder.fromPath(Desk.PATH + "/drafts/{id}/{version}/tests");
        return Response.seeOther(file.map(name -> address.queryParam("file", "{file}")
                                .fragment("file")
                                .build(id, label, name))
                        .orElseGet(() -> address.build(id, label)))
                .build();
    }
}
