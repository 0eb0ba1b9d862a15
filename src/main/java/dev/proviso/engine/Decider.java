package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Movement movement = Movement.of(question, rulebook.policy().heldIn());
        Asked asked = new Asked(question, rulebook, movement);
        List<Answer> answers = new ArrayList<>();
        for (Facts.Leaf leaf : leaves(question, rulebook.words())) {
            answers.add(decide(asked, leaf));
        }
        return Answers.strictest(answers).until(Changes.next(question, rulebook));
    }

    private static Answer decide(Asked asked, Facts.Leaf leaf) {
        Answer answer = asked.decide(leaf);
        Known leaves = asked.movement().leavesCountry();
        if (leaf.operation().equals(Key.TRANSFER) || leaves.truth().isFalse()) {
            return answer;
        }
        Facts.Leaf transfer =
                new Facts.Leaf(Key.TRANSFER, leaf.purpose(), leaf.data(), leaf.source(), leaf.recipient());
        Answer moved = asked.decide(transfer);
        return leaves.truth().isTrue()
                ? Answers.strictest(List.of(answer, moved))
                : Answers.perhapsMoved(answer, moved, leaves.missing());
    }

    /** One question under one rulebook, with what is the same for all its leaves. */
    private record Asked(Question question, Rulebook rulebook, Movement movement) {

        Answer decide(Facts.Leaf leaf) {
            Rulebook.LawInForce law = rulebook.lawAt(question.at());
            Facts facts = facts(leaf, movement, law);
            List<Ruling> byLaw = rulebook.lawRules().apply(facts);
            Verdict verdict = rulebook.rules().decide(facts, byLaw);
            return new Reasons(rulebook, law, facts, verdict).answer();
        }

        Facts facts(Facts.Leaf leaf, Movement moved, Rulebook.LawInForce law) {
            LocalDate day =
                    question.at().atZone(Derivation.zone(question, rulebook)).toLocalDate();
            Derivation derivation = new Derivation(question, rulebook, leaf, moved, () -> usePermitted(leaf));
            return new Facts(leaf, day, law.names(), rulebook.atomsAsked(), derivation::value);
        }

        /** Decides the use behind a disclosure or transfer by the policy's own rules. No rule about use may ask for it. */
        private Known usePermitted(Facts.Leaf leaf) {
            Facts.Leaf use = new Facts.Leaf(Key.USE, leaf.purpose(), leaf.data(), leaf.source(), Optional.of(Key.SELF));
            Rulebook.LawInForce law = rulebook.lawAt(question.at());
            if (leaf.operation().equals(Key.USE)) {
                throw new IllegalStateException("a rule about use asks whether the use is permitted");
            }
            Facts facts = facts(use, movement.none(), law);
            Verdict verdict = rulebook.rules().decide(facts, List.of());
            return switch (verdict.decision()) {
                case PERMIT -> Known.TRUE;
                case DENY, NOT_APPLICABLE -> Known.FALSE;
                case INDETERMINATE ->
                    new Known(
                            Truth.UNKNOWN,
                            new Reasons(rulebook, law, facts, verdict).answer().missing());
            };
        }
    }

    private static List<Facts.Leaf> leaves(Question question, Words words) {
        List<Facts.Leaf> leaves = new ArrayList<>();
        for (Key operation : words.leaves(Section.OPERATIONS, question.operation())) {
            for (Key purpose : words.leaves(Section.PURPOSES, question.purpose())) {
                for (Key data : words.leaves(Section.DATA, question.data())) {
                    for (Optional<Key> source : known(words, Section.SOURCES, question.source())) {
                        for (Optional<Key> recipient : known(words, Section.RECIPIENTS, question.recipient())) {
                            leaves.add(new Facts.Leaf(operation, purpose, data, source, recipient));
                        }
                    }
                }
            }
        }
        return leaves;
    }

    private static List<Optional<Key>> known(Words words, Section section, Optional<Key> key) {
        return key.map(known ->
                        words.leaves(section, known).stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
    }
}
