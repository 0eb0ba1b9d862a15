package dev.proviso.wiring;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.ComparisonService;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.RemarkService;
import dev.proviso.testrun.RuleTestService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Joins the way to publication to its stores. */
@ApplicationScoped
public class PublicationWiring {

    @Produces
    @Singleton
    RuleTestService ruleTesting(PolicyStore store, PolicyDecisionPoint asking, RuleCompiler compiler) {
        return new RuleTestService(store.tests(), asking::library, compiler);
    }

    @Produces
    @Singleton
    DraftService drafting(DraftStore drafts, PolicyStore store, RuleTestService tests) {
        return new DraftService(drafts, store, tests);
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
