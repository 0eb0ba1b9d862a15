package dev.proviso.decision;

import dev.proviso.engine.Answer;
import dev.proviso.engine.Question;
import java.util.List;

/**
 * A question and its answer, with all that decided.
 *
 * @param library where the wording of the reasons stands
 * @param questions one for each key of data that was asked for
 * @param parts the answer to each question
 * @param answer the strictest of them
 * @param laws the law documents in force, by name
 * @param rulebook the hash of policy version, law in force, vocabulary, base rules and engine ({@code sha256:…})
 */
public record Decided(
        Ask ask,
        Library library,
        Edition edition,
        List<Question> questions,
        List<Answer> parts,
        Answer answer,
        List<String> laws,
        String rulebook) {
    public Decided {
        questions = List.copyOf(questions);
        parts = List.copyOf(parts);
        laws = List.copyOf(laws);
    }
}
