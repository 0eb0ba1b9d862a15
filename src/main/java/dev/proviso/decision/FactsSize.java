package dev.proviso.decision;

import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.policy.Literal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How much memory the facts of a question hold, in bytes, rounded up: of objects of a virtual machine with short references. */
final class FactsSize {

    private static final int QUESTION = 1_000;
    private static final int STATEMENT = 150;
    private static final int KEY = 60;
    private static final int INSTANT = 40;
    private static final int VALUE = 120;

    private FactsSize() {}

    static long of(Ask ask, Question question) {
        User user = question.user();
        return QUESTION
                + statements(user.consents(), User.Consent::scope)
                + statements(user.objections(), User.Objection::scope)
                + statements(user.refusals(), User.Refusal::scope)
                + instants(user.uses())
                + instants(ask.uses())
                + acceptances(user.acceptances())
                + acceptances(ask.acceptances())
                + values(user.attributes().values())
                + values(question.attributes().values())
                + values(question.dataAttributes().values())
                + values(question.circumstances().values())
                + keys(question.safeguards())
                + keys(question.collectedFor());
    }

    private static <T> long statements(Optional<List<T>> statements, Function<T, Set<?>> scope) {
        return statements.stream()
                .flatMap(List::stream)
                .mapToLong(each -> STATEMENT + (long) KEY * scope.apply(each).size())
                .sum();
    }

    private static long instants(Optional<List<Instant>> instants) {
        return (long) INSTANT * instants.map(List::size).orElse(0);
    }

    private static long acceptances(List<Acceptance> acceptances) {
        return acceptances.stream()
                .mapToLong(each -> STATEMENT
                        + 2L * (each.policy().length() + each.version().length()))
                .sum();
    }

    private static long values(Collection<Optional<Literal>> values) {
        return values.stream()
                .mapToLong(value -> VALUE + value.map(FactsSize::length).orElse(0L))
                .sum();
    }

    private static long length(Literal value) {
        return value instanceof Literal.Text text ? 2L * text.value().length() : 0;
    }

    private static long keys(Optional<? extends Set<?>> keys) {
        return (long) KEY * keys.map(Set::size).orElse(0);
    }
}
