package dev.proviso.record;

class InMemoryRulebookArchiveTest extends RulebookArchiveContract {

    @Override
    protected RulebookArchive archive() {
        return new InMemoryRulebookArchive();
    }
}
