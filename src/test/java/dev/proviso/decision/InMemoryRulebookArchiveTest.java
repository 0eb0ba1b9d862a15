package dev.proviso.decision;

class InMemoryRulebookArchiveTest extends RulebookArchiveContract {

    @Override
    protected RulebookArchive archive() {
        return new InMemoryRulebookArchive();
    }
}
