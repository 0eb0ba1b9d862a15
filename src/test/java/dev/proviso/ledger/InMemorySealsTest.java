package dev.proviso.ledger;

class InMemorySealsTest extends SealsContract {

    private final Seals seals = new InMemorySeals();

    @Override
    protected Seals seals() {
        return seals;
    }
}
