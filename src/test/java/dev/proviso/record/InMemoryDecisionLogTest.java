package dev.proviso.record;

class InMemoryDecisionLogTest extends DecisionLogContract {

    @Override
    protected DecisionLog emptyLog() {
        return new InMemoryDecisionLog();
    }
}
