package dev.proviso.library;

import dev.proviso.policy.Atom.Attribute.Owner;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import dev.proviso.policy.Vocabulary.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All vocabularies as one, for what is said of a user is said to none in particular. */
public final class Vocabularies {

    private Vocabularies() {}

    /** Every word of every vocabulary. Of two types for one attribute, the later vocabulary's is taken. */
    public static Vocabulary together(Collection<Vocabulary> vocabularies) {
        Map<Section, SortedMap<Key, Term>> terms = new EnumMap<>(Section.class);
        Map<Owner, SortedMap<String, Type>> attributes = new EnumMap<>(Owner.class);
        for (Vocabulary vocabulary : vocabularies) {
            vocabulary.terms().forEach((section, words) -> terms.computeIfAbsent(section, none -> new TreeMap<>())
                    .putAll(words));
            vocabulary.attributes().forEach((owner, types) -> attributes
                    .computeIfAbsent(owner, none -> new TreeMap<>())
                    .putAll(types));
        }
        String name = vocabularies.stream().map(Vocabulary::name).distinct().collect(Collectors.joining("\", \""));
        return new Vocabulary(name, terms, Collections.emptySortedMap(), attributes);
    }
}
