package dev.proviso.record;

class InMemoryRecordWriterTest extends RecordWriterContract {

    @Override
    protected DecisionLog emptyLog() {
        return new InMemoryDecisionLog();
    }
}
