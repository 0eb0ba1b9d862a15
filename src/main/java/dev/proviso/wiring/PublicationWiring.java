package dev.proviso.wiring;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.embedded.StartRefused;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.ComparisonService;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.RemarkService;
import dev.proviso.testrun.RuleTestService;
import dev.proviso.testrun.TestFiles;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins the way to publication to its stores. */
@ApplicationScoped
public class PublicationWiring {

    @ConfigProperty(name = "proviso.policies")
    Optional<Path> policies;

    /** Tests that cannot be read would let everything pass: then the service does not start. */
    void readTests(
            @Observes StartupEvent start,
            Instance<RuleTestService> tests,
            @ConfigProperty(name = "proviso.deciding") boolean deciding) {
        if (deciding) {
            var unused = tests.get();
        }
    }

    @Produces
    @Singleton
    RuleTestService ruleTesting(PolicyDecisionPoint asking, RuleCompiler compiler) {
        try {
            return new RuleTestService(TestFiles.of(PolicyFiles.read(policies)), asking::library, compiler);
        } catch (DocumentsRefused refused) {
            throw new StartRefused(
                    "Proviso does not start, for its rule tests cannot be read.\n\n" + refused.getMessage());
        }
    }

    @Produces
    @Singleton
    DraftService drafting(DraftStore drafts, PolicyStore store) {
        return new DraftService(drafts, store);
    }

    @Produces
    @Singleton
    RemarkService remarking(DraftService drafting, DraftStore drafts) {
        return new RemarkService(drafting, drafts);
    }

    @Produces
    @Singleton
    ComparisonService comparing(PolicyStore store, DraftStore drafts) {
        return new ComparisonService(store, drafts);
    }

    @Produces
    @Singleton
    PublicationService publishing(DraftService drafting, PolicyStore store, RuleTestService tests) {
        return new PublicationService(drafting, store, tests);
    }
}
