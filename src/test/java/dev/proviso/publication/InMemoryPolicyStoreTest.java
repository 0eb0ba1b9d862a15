package dev.proviso.publication;

class InMemoryPolicyStoreTest extends PolicyStoreContract {

    @Override
    protected PolicyStore emptyStore() {
        return new InMemoryPolicyStore();
    }
}
