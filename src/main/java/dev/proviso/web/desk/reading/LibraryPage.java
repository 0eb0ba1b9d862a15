package dev.proviso.web.desk.reading;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.PolicyStore;
import dev.proviso.web.desk.Desk;
import dev.proviso.web.desk.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /desk}: what there is, what is on its way and who is waited for, and what is announced. */
@Path(Desk.PATH)
@Authenticated
@Blocking
public class LibraryPage {

    private final Catalogue catalogue;
    private final PolicyStore store;
    private final Visitor visitor;
    private final LawIndex laws = new LawIndex();

    LibraryPage(Catalogue catalogue, PolicyStore store, Visitor visitor) {
        this.catalogue = catalogue;
        this.store = store;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance library(
                List<Catalogue.Work> policies,
                List<DraftHistory> drafts,
                List<Catalogue.Volume> announced,
                List<LawIndex.Region> laws,
                List<Catalogue.Work> vocabularies,
                List<DraftHistory> waiting);
    }

    /** The library. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance library() {
        List<DraftHistory> drafts = catalogue.onTheirWay();
        List<DraftHistory> waiting = drafts.stream().filter(this::isForVisitor).toList();
        return Templates.library(
                catalogue.works(Kind.POLICY),
                drafts.stream().filter(draft -> !waiting.contains(draft)).toList(),
                catalogue.announced(),
                laws.of(catalogue.works(Kind.LAW), this::passages),
                catalogue.works(Kind.VOCABULARY),
                waiting);
    }

    /** Whether the next step is theirs: to write on, to judge what others wrote, or to publish. */
    private boolean isForVisitor(DraftHistory draft) {
        boolean isAuthor = draft.authors().contains(visitor.getName());
        return switch (draft.last().action()) {
            case SUBMITTED -> visitor.isApprover() && !isAuthor;
            case APPROVED -> visitor.isPublisher();
            default -> visitor.isDrafter() && isAuthor;
        };
    }

    private List<Passage> passages(DocumentName name) {
        return store.find(name)
                .map(document -> Documents.passages(
                        new Source(name.toString(), document.content().text())))
                .orElse(List.of());
    }
}
