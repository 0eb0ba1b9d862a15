package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

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
    public static List<Permit> permitted(List<Question> questions, Rulebook rulebook) {
        List<Permit> permitted = new ArrayList<>();
        for (Question question : questions) {
            Answer answer = decide(question, rulebook);
            if (answer.decision() == Decision.PERMIT) {
                permitted.add(new Permit(question, answer.obligations()));
            }
        }
        return permitted;
    }

    /**
     * How many leaves a question is decided for: what it costs grows with this number. More than an {@code int} holds is the most
     * that it holds.
     *
     * @throws IllegalArgumentException as {@link #decide} does
     */
    public static int leaves(Question question, Rulebook rulebook) {
        Words words = rulebook.words();
        long leaves = LongStream.of(
                        words.leaves(Section.OPERATIONS, question.operation()).size(),
                        words.leaves(Section.PURPOSES, question.purpose()).size(),
                        words.leaves(Section.DATA, question.data()).size(),
                        leaves(words, Section.SOURCES, question.source()),
                        leaves(words, Section.RECIPIENTS, question.recipient()))
                .reduce(1, (some, more) -> Math.min(some * more, Integer.MAX_VALUE));
        return Math.toIntExact(leaves);
    }

    private static int leaves(Words words, Section section, Optional<Key> key) {
        return key.map(known -> words.leaves(section, known).size()).orElse(1);
    }

    private static Answer decide(Asked asked, Facts.Leaf leaf) {
        Answer answer = asked.decide(leaf).answer();
        Known leaves = asked.leavesCountry();
        if (leaf.operation().equals(Key.TRANSFER) || leaves.truth().isFalse()) {
            return answer;
        }
        Answer moved = asked.decide(leaf.as(Key.TRANSFER, leaf.recipient())).answer();
        return leaves.truth().isTrue()
                ? Answers.strictest(List.of(answer, moved))
                : Answers.perhapsMoved(answer, moved, leaves.missing());
    }
}
