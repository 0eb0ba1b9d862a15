package dev.proviso.engine;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All that the rules may know about one leaf of a question: its keys, the day, the laws in force, and the value of every
 * atom. Values are derived when they are first asked for. For any thread: while one decides, Drools may look at the same facts
 * from another, to compile a constraint that was often asked.
 */
public final class Facts {

    private final Leaf leaf;
    private final LocalDate day;
    private final Set<String> laws;
    private final Map<String, Atom> asked;
    private final Function<Atom, Evaluation> derivation;
    private final Map<String, Evaluation> derived = new ConcurrentHashMap<>();
    private final Map<Atom, Evaluation> looked = Collections.synchronizedMap(new LinkedHashMap<>());

    /** The keys of a leaf; none has a key below it. An unknown source or recipient is empty. */
    record Leaf(Key operation, Key purpose, Key data, Optional<Key> source, Optional<Key> recipient) {

        /** What stands behind it: the use by the controller itself. */
        Leaf asUse() {
            return as(Key.USE, Optional.of(Key.SELF));
        }

        /** The same purpose, data and source in another act. */
        Leaf as(Key newOperation, Optional<Key> newRecipient) {
            return new Leaf(newOperation, purpose, data, source, newRecipient);
        }
    }

    /** @param asked the atoms that the rules of the rulebook ask about, by their sentences */
    Facts(Leaf leaf, LocalDate day, Set<String> laws, Map<String, Atom> asked, Function<Atom, Evaluation> derivation) {
        this.leaf = leaf;
        this.day = day;
        this.laws = laws;
        this.asked = asked;
        this.derivation = derivation;
    }

    public Key operation() {
        return leaf.operation();
    }

    public Key purpose() {
        return leaf.purpose();
    }

    public Key data() {
        return leaf.data();
    }

    /** Empty if unknown. */
    public Optional<Key> source() {
        return leaf.source();
    }

    /** Empty if unknown. */
    public Optional<Key> recipient() {
        return leaf.recipient();
    }

    /** The day on which the rules' dates are counted. */
    public LocalDate day() {
        return day;
    }

    /** The names of the law documents in force whose scope is met, or may be ({@code law-eu@1}). */
    public Set<String> laws() {
        return laws;
    }

    /**
     * The value of an atom.
     *
     * @throws IllegalArgumentException if no rule of the rulebook asks about it
     */
    public Truth atom(String sentence) {
        Evaluation value = derived.get(sentence);
        return (value == null ? derive(sentence) : value).truth();
    }

    Evaluation value(Atom atom) {
        String sentence = atom.sentence();
        Evaluation value = derived.get(sentence);
        return value == null ? derive(sentence) : value;
    }

    private Evaluation derive(String sentence) {
        Atom atom = asked.get(sentence);
        if (atom == null) {
            throw new IllegalArgumentException("no rule asks whether " + sentence);
        }
        Evaluation value = derivation.apply(atom);
        looked.put(atom, value);
        derived.put(sentence, value);
        return value;
    }

    /** Each atom whose value somebody asked for so far, with that value, in the order in which they asked. */
    Map<Atom, Evaluation> looked() {
        synchronized (looked) {
            return new LinkedHashMap<>(looked);
        }
    }
}
