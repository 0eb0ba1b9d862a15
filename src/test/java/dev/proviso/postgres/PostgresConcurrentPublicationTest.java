package dev.proviso.postgres;

import dev.proviso.publication.ConcurrencyContract;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.PolicyStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@QuarkusTest
@Tag("system")
class PostgresConcurrentPublicationTest extends ConcurrencyContract {

    @Inject
    PostgresPolicyStore store;

    @Inject
    PostgresDraftStore drafts;

    @Inject
    Owner owner;

    @BeforeEach
    void empty() {
        owner.emptyPolicies();
    }

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
    }

    @Override
    protected PolicyStore policies() {
        return store;
    }

    @Override
    protected DraftStore drafts() {
        return drafts;
    }

    @Override
    protected int steps() {
        return 8;
    }
}
