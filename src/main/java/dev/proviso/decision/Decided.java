package dev.proviso.decision;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Citation;
import dev.proviso.engine.Explanation;
import dev.proviso.engine.Question;
import dev.proviso.engine.Remedies;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.Validity;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A question and its answer, with all that decided.
 *
 * @param library where the wording of the reasons stands
 * @param questions one for each key of data that was asked for
 * @param parts the answer to each question
 * @param answer the strictest of them
 * @param laws the law documents in force, by name
 * @param book what decided
 * @param rulebook the hash of policy version, law in force, vocabulary, base rules and engine ({@code sha256:…})
 * @param template the words of the answer, if the same facts were put into words before
 */
public record Decided(
        Ask ask,
        Library library,
        Edition edition,
        List<Question> questions,
        List<Answer> parts,
        Answer answer,
        List<String> laws,
        Rulebook book,
        String rulebook,
        Optional<AnswerTemplate> template) {
    public Decided {
        questions = List.copyOf(questions);
        parts = List.copyOf(parts);
        laws = List.copyOf(laws);
    }

    /** The same facts at another instant, at which the answer is the same. */
    Decided again(Ask newAsk, List<Question> newQuestions, AnswerTemplate words) {
        return new Decided(
                newAsk, library, edition, newQuestions, parts, answer, laws, book, rulebook, Optional.of(words));
    }

    /** What deciding cost, in decisions of a leaf. */
    public long weight() {
        return PolicyDecisionPoint.weight(questions, book);
    }

    /** The smallest sets of changes after which every part would be permitted. Searched for anew at each call. */
    public Remedies remedies(Budget budget) {
        return Remedies.of(questions, answer, book, budget.forRemedies());
    }

    /**
     * Until when each part holds with nothing new recorded, in their order; empty if it never changes of itself. Found out anew
     * at each call.
     */
    public List<Optional<Instant>> validUntil(Budget budget) {
        Optional<Instant> otherVersion = VersionSelection.until(library, ask, edition);
        return IntStream.range(0, parts.size())
                .mapToObj(part -> Validity.of(
                        questions.get(part), parts.get(part), book, otherVersion, budget.forEnd(parts.size() - part)))
                .toList();
    }

    /** The rows of tables that a reason of the whole answer rests on. Looked up anew at each call. */
    public List<Citation> rows(Answer.Reason reason, Budget budget) {
        return Citation.of(reason, questions, book, budget);
    }

    /** The rows of tables that a reason of one part rests on. Looked up anew at each call. */
    public List<Citation> rows(int part, Answer.Reason reason, Budget budget) {
        return Citation.of(reason, List.of(questions.get(part)), book, budget);
    }

    /** Every rule that could have applied to some part, as far as it got. */
    public List<Explanation> explanations(Budget budget) {
        return Explanation.of(questions, book, budget);
    }
}
