package dev.proviso.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.proviso.engine.Question;
import dev.proviso.engine.Rulebook;
import dev.proviso.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Of an entry beside its texts and lists, in bytes, rounded up. */
    private static final int ENTRY = 2_000;

    private static final int STATEMENT = 300;

    private final Cache<Facts, Remembered> answers;

    /** All that an answer follows from but its instant. */
    private static final class Facts {
        private final Library library;
        private final Rulebook book;
        private final Ask ask;
        private final List<Question> questions;
        private final int hash;

        private Facts(Library library, Rulebook book, Ask ask, List<Question> questions) {
            this.library = library;
            this.book = book;
            this.ask = ask.asOf(Instant.EPOCH);
            this.questions = questions.stream()
                    .map(question -> question.asOf(Instant.EPOCH))
                    .toList();
            this.hash = 31 * this.ask.hashCode() + this.questions.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Facts facts
                    && hash == facts.hash
                    && library == facts.library
                    && book == facts.book
                    && ask.equals(facts.ask)
                    && questions.equals(facts.questions);
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

        int weight() {
            int statements = decided.questions().get(0).user().entries();
            return ENTRY
                    + template.size()
                    + STATEMENT * (statements + decided.questions().size());
        }
    }

    RememberedAnswers() {
        this(Math.max(SMALLEST, Math.min(LARGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)));
    }

    /** @param most how many bytes are held, about */
    RememberedAnswers(long most) {
        answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Facts facts, Remembered remembered) -> remembered.weight())
                .expireAfterWrite(LONGEST)
                .executor(Runnable::run)
                .build();
    }

    /** What was decided about the same facts, if that still holds at the instant that is asked about. */
    Optional<Decided> find(Library library, Rulebook book, Ask ask, List<Question> questions) {
        return Optional.ofNullable(answers.getIfPresent(new Facts(library, book, ask, questions)))
                .filter(remembered -> remembered.holdsAt(ask.at()))
                .map(remembered -> remembered.decided().again(ask, questions, remembered.template()));
    }

    void remember(Decided decided, AnswerTemplate template) {
        answers.put(
                new Facts(decided.library(), decided.book(), decided.ask(), decided.questions()),
                new Remembered(decided, template));
    }

    /** Something else is published. */
    void forgetAll() {
        answers.invalidateAll();
    }

    /** How many answers are held, about. */
    long size() {
        answers.cleanUp();
        return answers.estimatedSize();
    }
}
