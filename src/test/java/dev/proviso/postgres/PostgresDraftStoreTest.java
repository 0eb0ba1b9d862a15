package dev.proviso.postgres;

import dev.proviso.publication.DraftStore;
import dev.proviso.publication.DraftStoreContract;
import dev.proviso.publication.PolicyStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
class PostgresDraftStoreTest extends DraftStoreContract {

    @Inject
    PostgresPolicyStore store;

    @Inject
    PostgresDraftStore drafts;

    @Inject
    Owner owner;

    @Override
    protected DraftStore emptyDrafts() {
        owner.emptyPolicies();
        return drafts;
    }

    @Override
    protected PolicyStore policies() {
        return store;
    }

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
    }
}
