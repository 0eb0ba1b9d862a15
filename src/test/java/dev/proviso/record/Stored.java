package dev.proviso.record;

import dev.proviso.decision.AnswerText;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.decision.Small;
import dev.proviso.drools.DroolsRuleCompilers;
import dev.proviso.engine.RuleCompilers;
import dev.proviso.ledger.InMemorySeals;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Decisions of a library, recorded in memory. */
final class Stored {

    static final RuleCompilers COMPILERS = new DroolsRuleCompilers();
    static final String ENGINE = "0.1.0";

    final InMemoryDecisionLog log = new InMemoryDecisionLog();
    final InMemoryRulebookArchive archive = new InMemoryRulebookArchive();
    final InMemorySeals seals = new InMemorySeals();
    final RecordStore keeping = new RecordStore(log, archive, seals);
    private final Masks masks;

    Stored(String... masked) {
        masks = new Masks(List.of(masked));
    }

    static PolicyDecisionPoint asking(Library library) {
        return new PolicyDecisionPoint(
                library, COMPILERS.under(COMPILERS.baseRules()), Runnable::run, Duration.ofSeconds(60), ENGINE);
    }

    /** Asks, answers and records; gives the id. */
    UUID decide(Library library, String question) {
        UUID id = TimedIds.at(Instant.now());
        DecisionRequest request = DecisionRequest.read(Small.bytes(question), Instant.parse("2020-02-01T00:00:00Z"));
        Decided decided = asking(library).ask(request.ask(), request::questions).join();
        byte[] answer = AnswerText.compact(DecisionAnswer.of(id, request, decided, false));
        try (RecordWriter writer = new RecordWriter(keeping, RecordWriter.Mode.DURABLE, 1)) {
            new Recorder(writer, masks, ENGINE, COMPILERS.baseRules())
                    .record(id, "service", request, request, decided, answer)
                    .join();
        }
        return id;
    }

    RecordBody body(UUID id) {
        return keeping.open(log.find(id).orElseThrow()).orElseThrow();
    }

    ReplayService replaying(Library library) {
        return new ReplayService(keeping, COMPILERS, asking(library));
    }

    static StoredRulebook smallest() {
        Edition edition = Small.library().version("shop", "1").orElseThrow();
        return StoredRulebook.of(
                new RulebookManifest(
                        "sha256:1",
                        ENGINE,
                        RulebookManifest.Document.of(edition.document()),
                        RulebookManifest.Document.of(edition.words()),
                        List.of(),
                        new TreeMap<>()),
                java.util.Map.of(
                        edition.document().content().sha256(),
                        edition.document().content().bytes(),
                        edition.words().content().sha256(),
                        edition.words().content().bytes()));
    }
}
