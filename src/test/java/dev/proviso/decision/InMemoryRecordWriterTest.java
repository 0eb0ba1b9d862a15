package dev.proviso.decision;

class InMemoryRecordWriterTest extends RecordWriterContract {

    @Override
    protected DecisionLog emptyLog() {
        return new InMemoryDecisionLog();
    }
}
