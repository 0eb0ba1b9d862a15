package dev.proviso.wiring;

import dev.proviso.decision.Asking;
import dev.proviso.embedded.StartRefused;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.Comparing;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.Drafting;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Publishing;
import dev.proviso.publication.Remarking;
import dev.proviso.testrun.RuleTesting;
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
            Instance<RuleTesting> tests,
            @ConfigProperty(name = "proviso.deciding") boolean deciding) {
        if (deciding) {
            var unused = tests.get();
        }
    }

    @Produces
    @Singleton
    RuleTesting ruleTesting(Asking asking, RuleCompiler compiler) {
        try {
            return new RuleTesting(TestFiles.of(PolicyFiles.read(policies)), asking::library, compiler);
        } catch (DocumentsRefused refused) {
            throw new StartRefused(
                    "Proviso does not start, for its rule tests cannot be read.\n\n" + refused.getMessage());
        }
    }

    @Produces
    @Singleton
    Drafting drafting(DraftStore drafts, PolicyStore store) {
        return new Drafting(drafts, store);
    }

    @Produces
    @Singleton
    Remarking remarking(Drafting drafting, DraftStore drafts) {
        return new Remarking(drafting, drafts);
    }

    @Produces
    @Singleton
    Comparing comparing(PolicyStore store, DraftStore drafts) {
        return new Comparing(store, drafts);
    }

    @Produces
    @Singleton
    Publishing publishing(Drafting drafting, PolicyStore store, RuleTesting tests) {
        return new Publishing(drafting, store, tests);
    }
}
