package dev.proviso.publication;

class ConcurrentPublicationTest extends ConcurrencyContract {

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();

    @Override
    protected PolicyStore policies() {
        return store;
    }

    @Override
    protected DraftStore drafts() {
        return store;
    }

    @Override
    protected int steps() {
        return 40;
    }
}
