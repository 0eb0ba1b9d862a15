package dev.proviso.publication;

class InMemoryDraftStoreTest extends DraftStoreContract {

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();

    @Override
    protected DraftStore emptyDrafts() {
        return store;
    }

    @Override
    protected PolicyStore policies() {
        return store;
    }
}
