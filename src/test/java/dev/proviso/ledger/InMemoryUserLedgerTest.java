package dev.proviso.ledger;

class InMemoryUserLedgerTest extends UserLedgerContract {

    private final UserLedger ledger = new InMemoryUserLedger();

    @Override
    protected UserLedger ledger() {
        return ledger;
    }
}
