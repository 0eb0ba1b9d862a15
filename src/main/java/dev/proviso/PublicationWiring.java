package dev.proviso;

import dev.proviso.publication.DraftStore;
import dev.proviso.publication.Drafting;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Publishing;
import dev.proviso.publication.RuleTests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Joins the way to publication to its stores. */
@ApplicationScoped
public class PublicationWiring {

    @Produces
    @Singleton
    Drafting drafting(DraftStore drafts, PolicyStore store) {
        return new Drafting(drafts, store);
    }

    @Produces
    @Singleton
    Publishing publishing(Drafting drafting, PolicyStore store) {
        return new Publishing(drafting, store, RuleTests.NONE);
    }
}
