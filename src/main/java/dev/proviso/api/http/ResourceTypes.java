package dev.proviso.api.http;

import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Optional;

/**
 * What AuthZEN's type of a resource says about data: a key is the type of all below it, and a vocabulary may give data a type as
 * its attribute {@code type}. Data without one is of any type that is no key, for then a type says nothing. Asking and searching
 * are held to the same types.
 */
public record ResourceTypes(Vocabulary vocabulary) {

    private static final String TYPE = "type";

    /** The leaves that are of a type, in order; none if nothing is. */
    public List<Key> leaves(String type) {
        return vocabulary.leaves(Section.DATA).stream()
                .filter(leaf -> isOf(type, leaf))
                .toList();
    }

    /** Is all that a key covers of a type? */
    public boolean covers(String type, Key key) {
        return vocabulary.leaves(Section.DATA, key).stream().allMatch(leaf -> isOf(type, leaf));
    }

    /** The key of data of that name, if there is one. */
    public Optional<Key> data(String name) {
        return Optional.of(name).filter(Key::isKey).map(Key::new).filter(key -> vocabulary.has(Section.DATA, key));
    }

    /** The narrowest type that a leaf is of. */
    public String type(Key leaf) {
        return declared(leaf).orElse(leaf.value());
    }

    private boolean isOf(String type, Key leaf) {
        Optional<Key> key = data(type);
        boolean isBelow = key.map(above -> above.covers(leaf)).orElse(false);
        return isBelow || declared(leaf).map(type::equals).orElse(key.isEmpty());
    }

    private Optional<String> declared(Key leaf) {
        return Optional.ofNullable(vocabulary.listed(Section.DATA).get(leaf))
                .flatMap(term -> Optional.ofNullable(term.attributes().get(TYPE)))
                .filter(Literal.Text.class::isInstance)
                .map(literal -> ((Literal.Text) literal).value());
    }
}
