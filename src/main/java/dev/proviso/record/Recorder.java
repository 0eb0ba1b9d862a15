package dev.proviso.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.engine.Answer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Records decisions as they are made. Safe for any thread; never blocks. */
public final class Recorder {

    private final RecordWriter writer;
    private final Masks masks;
    private final String engine;
    private final SortedMap<String, String> baseRules;

    /**
     * @param engine the version of this program
     * @param baseRules the base rules under which it decides, text by file name
     */
    public Recorder(RecordWriter writer, Masks masks, String engine, SortedMap<String, String> baseRules) {
        this.writer = writer;
        this.masks = masks;
        this.engine = engine;
        this.baseRules = baseRules;
    }

    /**
     * Records a decision.
     *
     * @param asker the name of the account that asked
     * @param asked the question as it came
     * @param facts the question as it was decided: the same object, unless facts joined it
     * @param answer as it goes out, as JSON in UTF-8
     * @return done when the answer may go out: once the record is kept ({@code durable}), or once it is sure to be as long as
     *     the program lives ({@code prompt}); fails with {@link NotRecorded} if the answer must not go out
     */
    public CompletableFuture<Void> record(
            UUID id, String asker, DecisionRequest asked, DecisionRequest facts, Decided decided, byte[] answer) {
        return writer.write(recording(id, asker, asked, facts, decided, answer));
    }

    /** What goes to the writer. */
    public PendingRecord recording(
            UUID id, String asker, DecisionRequest asked, DecisionRequest facts, Decided decided, byte[] answer) {
        Optional<ObjectNode> used = asked == facts
                ? Optional.empty()
                : Optional.of(
                        UsedFacts.of(asked.json(), decided.questions().get(0).user()));
        byte[] body = RecordBody.write(asked, used, answer, masks);
        DecisionRecord plain = new DecisionRecord(
                id,
                decided.ask().at(),
                asker,
                decided.edition().id(),
                decided.edition().label(),
                decided.questions().get(0).purpose().value(),
                decided.answer().decision(),
                decided.ask().trial(),
                decided.rulebook(),
                rules(decided.answer()),
                new DecisionRecord.Body(Optional.empty(), body));
        return new PendingRecord(plain, asked.user(), () -> StoredRulebook.of(decided, engine, baseRules));
    }

    private static List<String> rules(Answer answer) {
        return answer.reasons().stream()
                .map(reason -> reason.document() + " "
                        + reason.rule().map(Object::toString).orElse(DecisionAnswer.DEFAULT))
                .distinct()
                .toList();
    }
}
