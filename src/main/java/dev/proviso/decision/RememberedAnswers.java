package dev.proviso.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers to facts that were decided before, each for the time in which nothing that bears on it changes: from the instant for
 * which it was decided until {@link AnswerTemplate#until}. The key is all that decides, and the whole question but for its
 * instant; so what is found here is what deciding again would give. Bounded by size and by age, for it holds facts about persons.
 * Safe for any thread.
 */
final class RememberedAnswers {

    /** For how long facts about a person may stay here. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final long SMALLEST = 16L << 20;
    private static final long LARGEST = 256L << 20;
    private static final int SHARE_OF_MEMORY = 16;

    /** More than a question of a service takes with its answer, in bytes; what takes more is seldom asked again. */
    private static final long LARGEST_ENTRY = 32L << 10;

    private static final int ENTRY = 1_000;
    private static final int PART = 300;

    private final Cache<Facts, Remembered> answers;

    /** All that an answer follows from but its instant. The questions of a list differ in their data alone. */
    private static final class Facts {
        private final Library library;
        private final Rulebook book;
        private final Ask ask;
        private final Question first;
        private final List<Key> data;
        private final int hash;

        private Facts(Library library, Rulebook book, Ask ask, List<Question> questions) {
            this.library = library;
            this.book = book;
            this.ask = ask.asOf(Instant.EPOCH);
            this.first = questions.get(0).asOf(Instant.EPOCH);
            this.data = questions.size() == 1
                    ? List.of()
                    : questions.stream().map(Question::data).toList();
            this.hash = 31 * (31 * this.ask.hashCode() + first.hashCode()) + data.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Facts facts
                    && hash == facts.hash
                    && library == facts.library
                    && book == facts.book
                    && ask.equals(facts.ask)
                    && first.equals(facts.first)
                    && data.equals(facts.data);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record Remembered(Decided decided, AnswerTemplate template) {

        boolean holdsAt(Instant at) {
            return !at.isBefore(decided.ask().at())
                    && template.until().map(at::isBefore).orElse(true);
        }

        /** The facts are held twice: as they were asked, and as they are looked up. */
        long size() {
            return ENTRY
                    + template.size()
                    + 2 * FactsSize.of(decided.ask(), decided.questions().get(0))
                    + (long) PART * decided.questions().size();
        }
    }

    RememberedAnswers() {
        this(Math.max(SMALLEST, Math.min(LARGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)));
    }

    /** @param most how many bytes are held, about */
    RememberedAnswers(long most) {
        answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Facts facts, Remembered remembered) -> (int) remembered.size())
                .expireAfterWrite(LONGEST)
                // What is over goes then, whether anyone asks or not; and not on the thread of one who asks.
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    /** What was decided about the same facts, if that still holds at the instant that is asked about. */
    Optional<Decided> find(Library library, Rulebook book, Ask ask, List<Question> questions) {
        return Optional.ofNullable(answers.getIfPresent(new Facts(library, book, ask, questions)))
                .filter(remembered -> remembered.holdsAt(ask.at()))
                .map(remembered -> remembered.decided().again(ask, questions, remembered.template()));
    }

    /** Remembers an answer, unless it takes too much memory. */
    void remember(Decided decided, AnswerTemplate template) {
        Remembered remembered = new Remembered(decided, template);
        if (remembered.size() <= LARGEST_ENTRY) {
            answers.put(new Facts(decided.library(), decided.book(), decided.ask(), decided.questions()), remembered);
        }
    }

    /** Something else is published. */
    void forgetAll() {
        answers.invalidateAll();
    }

    /** How many answers are held, about; without looking which are over. */
    long estimate() {
        return answers.estimatedSize();
    }

    /** How many answers are held, about. */
    long size() {
        answers.cleanUp();
        return answers.estimatedSize();
    }

    /** How much memory the facts of a question hold, in bytes, rounded up: of objects of a virtual machine with short references. */
    private static final class FactsSize {

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
                    .mapToLong(
                            each -> STATEMENT + (long) KEY * scope.apply(each).size())
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
}
