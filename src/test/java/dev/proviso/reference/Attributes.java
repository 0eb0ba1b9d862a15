package dev.proviso.reference;

import dev.proviso.engine.Question;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Vocabulary;
import java.util.Optional;

/** Where the value of an attribute comes from. */
final class Attributes {

    private Attributes() {}

    /** A value, or none if it is unknown, and the path by which a question states it. */
    record Stated(Optional<Literal> value, String path) {}

    static Stated stated(Leaf leaf, Atom.Attribute atom) {
        return switch (atom.owner()) {
            case USER ->
                new Stated(
                        leaf.matter().question().user().attributes().getOrDefault(atom.name(), Optional.empty()),
                        "user.attributes." + atom.name());
            case DATA -> new Stated(data(leaf, atom.name()), "dataAttributes." + atom.name());
            case REQUEST -> request(leaf, atom.name());
        };
    }

    /** What the question states, else the value that the vocabulary gives the data key. */
    private static Optional<Literal> data(Leaf leaf, String name) {
        Question question = leaf.matter().question();
        if (question.dataAttributes().containsKey(name)) {
            return question.dataAttributes().getOrDefault(name, Optional.empty());
        }
        Vocabulary.Term term = leaf.matter()
                .vocabulary()
                .listed(Vocabulary.Section.DATA)
                .getOrDefault(leaf.data(), Vocabulary.Term.PLAIN);
        return Optional.ofNullable(term.attributes().get(name));
    }

    /** An attribute of the request, or a number among the circumstances. */
    private static Stated request(Leaf leaf, String name) {
        Question question = leaf.matter().question();
        boolean declared = leaf.matter()
                .vocabulary()
                .attributes()
                .getOrDefault(Atom.Attribute.Owner.REQUEST, java.util.Collections.emptySortedMap())
                .containsKey(name);
        return declared
                ? new Stated(question.attributes().getOrDefault(name, Optional.empty()), "attributes." + name)
                : new Stated(
                        question.circumstances().getOrDefault(new Key(name), Optional.empty()),
                        "circumstances." + name);
    }

    static int order(Literal value, Literal literal) {
        if (value instanceof Literal.Date date && literal instanceof Literal.Date other) {
            return date.value().compareTo(other.value());
        }
        return ((Literal.Number) value).value().compareTo(((Literal.Number) literal).value());
    }
}
