package dev.proviso.decision;

class InMemoryDecisionLogTest extends DecisionLogContract {

    @Override
    protected DecisionLog emptyLog() {
        return new InMemoryDecisionLog();
    }
}
