package dev.proviso.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.Problem;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.EventJson;
import dev.proviso.ledger.LedgerUser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What cannot be recorded of a user because of what is recorded: the end of something that never began. */
final class LedgerConflicts {

    private static final int MOST_SHOWN = 10;

    private LedgerConflicts() {}

    /** Why the event is refused; empty if it is not. */
    static Optional<Problem> of(LedgerUser known, Event event) {
        if (event instanceof Event.Consented consented
                && consented.consent().withdrawnAt().isPresent()) {
            var meant = known.meantBy(consented.consent());
            return meant.isEmpty()
                    ? Optional.empty()
                    : Optional.of(problem("consent", "withdraw", "withdrawn", "withdrawal", meant, EventJson::of));
        }
        if (event instanceof Event.Objected objected
                && objected.objection().liftedAt().isPresent()
                && !known.has(objected.objection())) {
            List<Objection> standing = known.objections().stream()
                    .filter(objection -> objection.liftedAt().isEmpty())
                    .toList();
            return Optional.of(problem("objection", "lift", "lifted", "end", standing, EventJson::of));
        }
        if (event instanceof Event.Refused refused
                && refused.refusal().liftedAt().isPresent()
                && !known.has(refused.refusal())) {
            List<Refusal> standing = known.refusals().stream()
                    .filter(refusal -> refusal.liftedAt().isEmpty())
                    .toList();
            return Optional.of(problem("refusal", "lift", "lifted", "end", standing, EventJson::of));
        }
        return Optional.empty();
    }

    /** @param meant the statements that the event may have meant */
    private static <T> Problem problem(
            String what, String toEnd, String ended, String end, List<T> meant, Function<T, ObjectNode> text) {
        String suggestion = meant.isEmpty()
                ? ""
                : meant.stream()
                        .limit(MOST_SHOWN)
                        .map(statement -> text.apply(statement).toString())
                        .collect(Collectors.joining(", ", " Did you mean ", "?"));
        return Problem.of(
                "no-such-" + what,
                "There is no such " + what + " to " + toEnd,
                409,
                "No " + what + " of this user differs from this one by its " + end + " alone; nothing was " + ended
                        + "." + suggestion);
    }
}
