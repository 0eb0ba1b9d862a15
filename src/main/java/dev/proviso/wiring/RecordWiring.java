package dev.proviso.wiring;

import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.drools.DroolsRuleCompilers;
import dev.proviso.embedded.StartRefused;
import dev.proviso.engine.RuleCompilers;
import dev.proviso.ledger.Seals;
import dev.proviso.record.DecisionLog;
import dev.proviso.record.Masks;
import dev.proviso.record.RecordStore;
import dev.proviso.record.RecordWriter;
import dev.proviso.record.Recorder;
import dev.proviso.record.Records;
import dev.proviso.record.ReplayService;
import dev.proviso.record.RulebookArchive;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Joins what records decisions, and decides them again, to the stores and to Drools. */
@ApplicationScoped
public class RecordWiring {

    @ConfigProperty(name = "proviso.records.mode")
    String mode;

    @ConfigProperty(name = "proviso.records.buffer")
    int buffer;

    @ConfigProperty(name = "proviso.records.mask")
    Optional<List<String>> masked;

    @Produces
    @Singleton
    RuleCompilers ruleCompilers() {
        return new DroolsRuleCompilers();
    }

    @Produces
    @Singleton
    RecordStore recordKeeping(DecisionLog log, RulebookArchive archive, Seals seals) {
        return new RecordStore(log, archive, seals);
    }

    @Produces
    @Singleton
    RecordWriter recordWriter(RecordStore keeping) {
        if (buffer < 1) {
            throw new StartRefused("proviso.records.buffer is " + buffer + "; it must be at least 1.");
        }
        return new RecordWriter(keeping, writerMode(), buffer);
    }

    private RecordWriter.Mode writerMode() {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "durable" -> RecordWriter.Mode.DURABLE;
            case "prompt" -> RecordWriter.Mode.PROMPT;
            default -> throw new StartRefused("proviso.records.mode is \"" + mode + "\"; it can be durable or prompt.");
        };
    }

    @Produces
    @Singleton
    Recorder recorder(RecordWriter writer, RuleCompilers compilers) {
        try {
            return new Recorder(
                    writer, new Masks(masked.orElse(List.of())), ProgramVersion.current(), compilers.baseRules());
        } catch (IllegalArgumentException mistake) {
            throw new StartRefused("proviso.records.mask is wrong. " + mistake.getMessage());
        }
    }

    @Produces
    @Singleton
    ReplayService replaying(RecordStore keeping, RuleCompilers compilers, PolicyDecisionPoint asking) {
        return new ReplayService(keeping, compilers, asking);
    }

    @Produces
    @Singleton
    Records records(RecordStore keeping) {
        return new Records(keeping);
    }

    /** What is wrong with the settings shows at the start, and not with the first question. */
    void start(@Observes StartupEvent start, Recorder recorder) {
        Log.debugf("Decisions are recorded by %s", recorder);
    }

    /** What was taken is written before the database goes. */
    void stop(@Observes ShutdownEvent stop, RecordWriter writer) {
        writer.close();
    }
}
