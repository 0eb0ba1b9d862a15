package dev.proviso.web.desk.draft;

import dev.proviso.coverage.Coverage;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.ReadText;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Unpublished;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestProgress;
import dev.proviso.testrun.TestedChange;
import dev.proviso.testrun.TestsRunning;
import dev.proviso.web.desk.tests.Checks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What speaks against versions on their way. */
@Singleton
public class DraftChecks {

    private final RuleTestService testing;
    private final PolicyDecisionPoint asking;

    DraftChecks(RuleTestService testing, PolicyDecisionPoint asking) {
        this.testing = testing;
        this.asking = asking;
    }

    /** As far as it is known: the tests are not run for it. */
    Checks known(Unpublished version, ReadText text, Instant now) {
        return isTestable(version, text)
                ? checks(version, text, testing.checked(published(version, text, now), beside()), "", now)
                : checks(version, text, Optional.empty(), "", now);
    }

    /** All of it, which takes seconds where much is compiled. */
    Checks found(Unpublished version, ReadText text, Instant now) {
        if (!isTestable(version, text)) {
            return checks(version, text, Optional.empty(), "", now);
        }
        try {
            TestedChange tested = testing.check(published(version, text, now), beside());
            return checks(version, text, Optional.of(tested), "", now);
        } catch (Refused refused) {
            return checks(version, text, Optional.empty(), refused.forPeople(), now);
        } catch (DocumentsRefused | TestsRunning refused) {
            return checks(version, text, Optional.empty(), String.valueOf(refused.getMessage()), now);
        }
    }

    /**
     * How much of it its tests reach, which takes seconds where much is compiled.
     *
     * @param find whether to wait for what nobody has found yet
     * @return empty if it is not known, or the text cannot be asked
     */
    Optional<Coverage.Document> reach(Unpublished version, ReadText text, Instant now, boolean find) {
        if (!isTestable(version, text)) {
            return Optional.empty();
        }
        PublishedDocument document = published(version, text, now);
        return find ? testing.reach(document, beside()) : testing.knownReach(document, beside());
    }

    /** How far the tests have come that are being run; empty if none are. */
    Optional<TestProgress> progress(Unpublished version, ReadText text, Instant now) {
        return isTestable(version, text) ? testing.progress(published(version, text, now), beside()) : Optional.empty();
    }

    /** A text with mistakes means nothing that could be asked. */
    private static boolean isTestable(Unpublished version, ReadText text) {
        return version.name().kind() != Kind.VOCABULARY && text.policy().isPresent() && errors(text) == 0;
    }

    private static PublishedDocument published(Unpublished version, ReadText text, Instant now) {
        return DraftService.published(version, text, now);
    }

    private List<PublishedDocument> beside() {
        return List.copyOf(asking.library().documents());
    }

    private static int errors(ReadText text) {
        return (int) EditorProblem.all(text.diagnostics()).stream()
                .filter(EditorProblem::stops)
                .count();
    }

    private Checks checks(
            Unpublished version, ReadText text, Optional<TestedChange> tests, String refused, Instant now) {
        int errors = errors(text);
        return new Checks(
                errors,
                text.diagnostics().size() - errors,
                version.trail().openRemarks().size(),
                version.name().kind() != Kind.VOCABULARY,
                tests,
                refused,
                isTestable(version, text)
                        ? testing.knownReach(published(version, text, now), beside())
                        : Optional.empty());
    }
}
