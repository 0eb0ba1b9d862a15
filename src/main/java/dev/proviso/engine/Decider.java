package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides questions. Stateless; every method may be called from any thread, and none blocks. */
public final class Decider {

    /** So many entries of the user's lists cost about as much as a leaf. */
    private static final int ENTRIES_OF_A_LEAF = 100;

    private Decider() {}

    /**
     * The strictest answer over the leaves below the question's keys, and over the transfer that comes with it if the data is
     * moved to another country.
     *
     * @throws IllegalArgumentException with a sentence for the caller, if the question uses a word that the vocabulary lacks
     */
    public static Answer decide(Question question, Rulebook rulebook) {
        return decide(question, rulebook, Budget.unlimited());
    }

    /**
     * As {@link #decide(Question, Rulebook)}.
     *
     * @param budget nothing is taken from it; it says whether somebody still waits
     * @throws java.util.concurrent.CancellationException if nobody waits for the answer any more
     */
    public static Answer decide(Question question, Rulebook rulebook, Budget budget) {
        return decide(new DecisionContext(question, rulebook), budget);
    }

    static Answer decide(DecisionContext asked, Budget budget) {
        List<Answer> answers = new ArrayList<>();
        for (Facts.Leaf leaf : asked.leaves()) {
            budget.check();
            answers.add(decide(asked, leaf));
        }
        return Answers.strictest(answers);
    }

    /** Of some questions those that are permitted, in their order. */
    public static List<Permit> permitted(List<Question> questions, Rulebook rulebook, Budget budget) {
        List<Permit> permitted = new ArrayList<>();
        for (Question question : questions) {
            Answer answer = decide(question, rulebook, budget);
            if (answer.decision() == Decision.PERMIT) {
                permitted.add(new Permit(question, answer.obligations()));
            }
        }
        return permitted;
    }

    /**
     * How many leaves a question is decided for. They are counted and not made, for there may be millions.
     *
     * @throws IllegalArgumentException as {@link #decide} does
     */
    public static long leaves(Question question, Rulebook rulebook) {
        Words words = rulebook.words();
        return (long) words.leaves(Section.OPERATIONS, question.operation()).size()
                * words.leaves(Section.PURPOSES, question.purpose()).size()
                * words.leaves(Section.DATA, question.data()).size()
                * leaves(words, Section.SOURCES, question.source())
                * leaves(words, Section.RECIPIENTS, question.recipient());
    }

    private static int leaves(Words words, Section section, Optional<Key> key) {
        return key.map(known -> words.leaves(section, known).size()).orElse(1);
    }

    /**
     * What deciding a question costs, in decisions of a leaf: its leaves, and more where much is stated about its user, for each
     * leaf holds all of that against its rules.
     *
     * @throws IllegalArgumentException as {@link #decide} does
     */
    public static long weight(Question question, Rulebook rulebook) {
        return leaves(question, rulebook) * (1 + question.user().entries() / ENTRIES_OF_A_LEAF);
    }

    private static Answer decide(DecisionContext asked, Facts.Leaf leaf) {
        Answer answer = asked.answer(leaf);
        Evaluation leaves = asked.leavesCountry();
        if (leaf.operation().equals(Key.TRANSFER) || leaves.truth().isFalse()) {
            return answer;
        }
        Answer moved = asked.answer(leaf.as(Key.TRANSFER, leaf.recipient()));
        return leaves.truth().isTrue()
                ? Answers.strictest(List.of(answer, moved))
                : Answers.perhapsMoved(answer, moved, leaves.missing());
    }
}
