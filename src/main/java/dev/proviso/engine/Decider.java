package dev.proviso.engine;

import dev.proviso.policy.Key;
import java.util.ArrayList;
import java.util.List;

/** Decides questions. Stateless; every method may be called from any thread, and none blocks. */
public final class Decider {

    private Decider() {}

    /**
     * The strictest answer over the leaves below the question's keys, and over the transfer that comes with it if the data is
     * moved to another country.
     *
     * @throws IllegalArgumentException with a sentence for the caller, if the question uses a word that the vocabulary lacks
     */
    public static Answer decide(Question question, Rulebook rulebook) {
        return decide(new Asked(question, rulebook));
    }

    static Answer decide(Asked asked) {
        List<Answer> answers = new ArrayList<>();
        for (Facts.Leaf leaf : asked.leaves()) {
            answers.add(decide(asked, leaf));
        }
        return Answers.strictest(answers);
    }

    /** Of some questions those that are permitted, in their order. */
    public static List<Question> permitted(List<Question> questions, Rulebook rulebook) {
        return questions.stream()
                .filter(question -> decide(question, rulebook).decision() == Decision.PERMIT)
                .toList();
    }

    /**
     * How many leaves a question is decided for: what it costs grows with this number.
     *
     * @throws IllegalArgumentException as {@link #decide} does
     */
    public static int leaves(Question question, Rulebook rulebook) {
        return new Asked(question, rulebook).leaves().size();
    }

    private static Answer decide(Asked asked, Facts.Leaf leaf) {
        Answer answer = asked.answer(leaf);
        Known leaves = asked.leavesCountry();
        if (leaf.operation().equals(Key.TRANSFER) || leaves.truth().isFalse()) {
            return answer;
        }
        Answer moved = asked.answer(leaf.as(Key.TRANSFER, leaf.recipient()));
        return leaves.truth().isTrue()
                ? Answers.strictest(List.of(answer, moved))
                : Answers.perhapsMoved(answer, moved, leaves.missing());
    }
}
