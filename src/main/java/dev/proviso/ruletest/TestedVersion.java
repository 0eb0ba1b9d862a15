package dev.proviso.ruletest;

import dev.proviso.comparison.Text;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version of a policy, and what decides beside it.
 *
 * @param start when it starts to bind
 * @param vocabulary in whose words it and the laws were read
 * @param laws all versions of all laws of the vocabulary; which are in force depends on the question
 */
public record TestedVersion(Text text, Instant start, Vocabulary vocabulary, List<Text> laws) {

    public TestedVersion {
        laws = List.copyOf(laws);
    }

    public String policy() {
        return text.policy().id();
    }

    public String label() {
        return text.policy().label();
    }

    /** The policy, or a law beside it; of a law in several versions the one that this names. */
    Optional<Text> document(String id, String label) {
        return documents()
                .filter(one ->
                        one.policy().id().equals(id) && one.policy().label().equals(label))
                .findFirst();
    }

    /** The policy and the laws. */
    public Stream<Text> documents() {
        return Stream.concat(Stream.of(text), laws.stream());
    }

    /** How sentences say what a condition asks. */
    public String phrase(Atom atom) {
        return atom instanceof Atom.Circumstance circumstance ? vocabulary.phrase(circumstance.key()) : atom.sentence();
    }

    /** Quick, for versions are looked up often; equal ones have equal names. */
    @Override
    public int hashCode() {
        return text.policy().name().hashCode();
    }
}
