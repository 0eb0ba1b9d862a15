package dev.proviso.web.desk.reading;

import dev.proviso.comparison.Comparison;
import dev.proviso.comparison.RedlinedPassage;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.library.Edition;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.ComparisonService;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.web.desk.Desk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/documents/{id}/compare}: what changes from one version to another. */
@Path(Desk.PATH + "/documents/{id}/compare")
@Authenticated
@Blocking
public class ComparisonPage {

    private static final Vocabulary NO_WORDS = new Vocabulary("", Map.of(), Collections.emptySortedMap(), Map.of());

    private final ComparisonService comparing;
    private final RuleTestService testing;
    private final PolicyDecisionPoint asking;
    private final Clock clock;

    ComparisonPage(ComparisonService comparing, RuleTestService testing, PolicyDecisionPoint asking, Clock clock) {
        this.comparing = comparing;
        this.asking = asking;
        this.testing = testing;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /**
         * @param redline of the text as it is read; empty of a vocabulary
         * @param words by whose labels the words of both are shown
         * @param tested whether rule tests may be asked of both
         */
        static native TemplateInstance comparison(
                String id,
                String from,
                String to,
                Comparison comparison,
                List<RedlinedPassage> redline,
                Vocabulary words,
                boolean tested);
    }

    /** Published versions and drafts alike. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance compare(@PathParam("id") String id, @RestQuery String from, @RestQuery String to) {
        Comparison comparison = comparing.compare(id, from, to, clock.instant());
        boolean isTested = testing.hasTests(id)
                && asking.library().policies().contains(id)
                && comparison.meaning().filter(meaning -> !meaning.same()).isPresent();
        return Templates.comparison(id, from, to, comparison, redline(id, comparison), words(id, to), isTested);
    }

    /** A vocabulary is compared as it is written. */
    private List<RedlinedPassage> redline(String id, Comparison comparison) {
        boolean isVocabulary = asking.library().vocabularies().stream()
                .anyMatch(words -> words.name().equals(id));
        return isVocabulary ? List.of() : RedlinedPassage.all(comparison);
    }

    /** Those of the version, or of the newest that can be asked, where it is none of those; no words at all of a new document. */
    private Vocabulary words(String id, String label) {
        List<Edition> editions = asking.library()
                .editions()
                .filter(edition -> edition.id().equals(id))
                .toList();
        return editions.stream()
                .filter(edition -> edition.label().equals(label))
                .findFirst()
                .or(() -> editions.stream().reduce((earlier, later) -> later))
                .map(Edition::vocabulary)
                .orElse(NO_WORDS);
    }
}
