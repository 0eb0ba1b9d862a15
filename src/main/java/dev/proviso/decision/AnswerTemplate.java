package dev.proviso.decision;

import dev.proviso.engine.Decision;
import dev.proviso.engine.Validity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An answer without what differs from one question about the same facts to the next: its id, its instant, and where the facts came
 * from. The rest is written once.
 */
public final class AnswerTemplate {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final String NO_TIME = "";
    private static final byte[] BEFORE_ID = utf8("{\"id\":\"");
    private static final byte[] BEFORE_FACTS = utf8(",\"facts\":");
    private static final String AT = "\",\"at\":\"";
    private static final int BRACE = 1;

    private final DecisionAnswer answer;
    private final byte[] untilTime;
    private final byte[] untilFacts;
    private final Optional<Instant> until;

    private AnswerTemplate(DecisionAnswer answer, Optional<Instant> until) {
        this.answer = answer;
        this.until = until;
        String text = new String(AnswerText.compact(answer), StandardCharsets.UTF_8);
        int time = text.indexOf(AT) + AT.length();
        this.untilTime = utf8(text.substring(BEFORE_ID.length + NO_ID.toString().length(), time));
        this.untilFacts = utf8(text.substring(time + NO_TIME.length(), text.length() - BRACE));
    }

    static AnswerTemplate of(DecisionAnswer answer, Decided decided) {
        return new AnswerTemplate(
                answer.at(NO_ID, NO_TIME, Optional.empty()),
                Stream.of(answer.validUntil().map(AnswerTemplate::instant), nextChange(answer, decided))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** What would permit may change before the answer does. */
    private static Optional<Instant> nextChange(DecisionAnswer answer, Decided decided) {
        boolean hasRemedies = answer.decision() == Decision.DENY || answer.decision() == Decision.INDETERMINATE;
        return hasRemedies
                ? decided.questions().stream()
                        .flatMap(question -> Validity.untilAnyChange(question, decided.book()).stream())
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    /** Until when all of it is the same for the same facts; empty if it never changes of itself. */
    Optional<Instant> until() {
        return until;
    }

    /** Whether it answers a list of data. */
    public boolean hasParts() {
        return answer.parts().isPresent();
    }

    /** Of its text, in bytes, about twice: it is held as an object too. */
    int size() {
        return 2 * (untilTime.length + untilFacts.length);
    }

    /** The answer to the same facts in another request. */
    public DecisionAnswer answer(UUID id, DecisionRequest request, Decided decided) {
        return answer.at(id, DecisionAnswer.at(request, decided), request.facts());
    }

    /** The text of that answer, letter for letter what {@link AnswerText#compact} gives. */
    public byte[] text(DecisionAnswer other) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(untilTime.length + untilFacts.length + 128);
        text.writeBytes(BEFORE_ID);
        text.writeBytes(utf8(other.id().toString()));
        text.writeBytes(untilTime);
        text.writeBytes(utf8(other.at()));
        text.writeBytes(untilFacts);
        other.facts().ifPresent(sources -> {
            text.writeBytes(BEFORE_FACTS);
            text.writeBytes(AnswerText.compact(sources));
        });
        text.write('}');
        return text.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
