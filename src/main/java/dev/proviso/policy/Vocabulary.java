package dev.proviso.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every word that rules and questions may use. A key stands in one section only, so a consent's scope is never ambiguous;
 * every prefix of a key is a key too. What has no key below it is a leaf; rules are decided on leaves.
 *
 * @param terms the keys that the vocabulary lists, by section
 * @param circumstances what callers may state about a question
 * @param attributes the declared attributes of user, data and request, by owner and name
 */
public record Vocabulary(
        String name,
        Map<Section, SortedMap<Key, Term>> terms,
        SortedMap<Key, Circumstance> circumstances,
        Map<Atom.Attribute.Owner, SortedMap<String, Type>> attributes) {

    public enum Section {
        PURPOSES("a purpose"),
        OPERATIONS("an operation"),
        DATA("a kind of data"),
        SOURCES("a source"),
        RECIPIENTS("a recipient"),
        SAFEGUARDS("a safeguard"),
        BASES("a legal basis"),
        OBLIGATIONS("an obligation");

        private final String one;

        Section(String one) {
            this.one = one;
        }

        /** How a sentence calls one word of the section. */
        public String one() {
            return one;
        }
    }

    public enum Type {
        BOOLEAN,
        INTEGER,
        NUMBER,
        TEXT,
        DATE,
        PLACE
    }

    /**
     * One word.
     *
     * @param noun how sentences call an operation ({@code disclosure}); empty elsewhere
     * @param attributes for a data key, the values that the data's attributes have where a question is silent
     */
    public record Term(String label, String noun, SortedMap<String, Literal> attributes) {
        public static final Term PLAIN = new Term("", "", Collections.emptySortedMap());

        public Term {
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        }
    }

    /** @param phrase how sentences say that it holds; empty for a number, which reads like an attribute */
    public record Circumstance(Type type, String phrase, String label) {}

    public Vocabulary {
        Map<Section, SortedMap<Key, Term>> all = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            all.put(
                    section,
                    Collections.unmodifiableSortedMap(
                            new TreeMap<>(terms.getOrDefault(section, Collections.emptySortedMap()))));
        }
        terms = Collections.unmodifiableMap(all);
        circumstances = Collections.unmodifiableSortedMap(new TreeMap<>(circumstances));
        Map<Atom.Attribute.Owner, SortedMap<String, Type>> declared = new EnumMap<>(Atom.Attribute.Owner.class);
        for (Atom.Attribute.Owner owner : Atom.Attribute.Owner.values()) {
            declared.put(
                    owner,
                    Collections.unmodifiableSortedMap(
                            new TreeMap<>(attributes.getOrDefault(owner, Collections.emptySortedMap()))));
        }
        attributes = Collections.unmodifiableMap(declared);
    }

    /** What the vocabulary lists in a section; nothing where it has none. */
    public SortedMap<Key, Term> listed(Section section) {
        return terms.getOrDefault(section, Collections.emptySortedMap());
    }

    /** How sentences say that a circumstance holds; its key where it has no phrase. */
    public String phrase(Key circumstance) {
        Circumstance known = circumstances.get(circumstance);
        return known == null || known.phrase().isEmpty() ? circumstance.value() : known.phrase();
    }

    /** How sentences call an operation; its key where it has no noun. */
    public String noun(Key operation) {
        String noun = term(Section.OPERATIONS, operation).noun();
        return noun.isEmpty() ? operation.value() : noun;
    }

    /** What people call a word of a section; its key where it has no label. */
    public String label(Section section, Key key) {
        String label = term(section, key).label();
        return label.isEmpty() ? key.value() : label;
    }

    private Term term(Section section, Key key) {
        return listed(section).getOrDefault(key, Term.PLAIN);
    }

    /** The listed keys of a section and all their prefixes. */
    public SortedSet<Key> keys(Section section) {
        SortedSet<Key> keys = new TreeSet<>();
        for (Key key : listed(section).keySet()) {
            keys.addAll(key.prefixes());
            keys.add(key);
        }
        return keys;
    }

    public boolean has(Section section, Key key) {
        // What it covers stands behind it in their order, perhaps after keys that only begin alike.
        for (Key listed : listed(section).tailMap(key).keySet()) {
            if (key.covers(listed)) {
                return true;
            }
            if (!listed.value().startsWith(key.value())) {
                return false;
            }
        }
        return false;
    }

    /** The section in which a key or a prefix of one stands; empty if it is no word of this vocabulary. */
    public Optional<Section> sectionOf(Key key) {
        return List.of(Section.values()).stream()
                .filter(section -> has(section, key))
                .findFirst();
    }

    /** The leaves that a key covers, in order; the key itself if it is one; none if it is not a word of the section. */
    public List<Key> leaves(Section section, Key key) {
        return leaves(section).stream().filter(key::covers).toList();
    }

    /** The leaves of a whole section, in order. */
    public List<Key> leaves(Section section) {
        Set<Key> inner = new HashSet<>();
        listed(section).keySet().forEach(key -> inner.addAll(key.prefixes()));
        return listed(section).keySet().stream()
                .filter(key -> !inner.contains(key))
                .toList();
    }

    /** The fewest keys that together cover exactly these leaves, in order. */
    public List<Key> fewest(Section section, Set<Key> leaves) {
        List<Key> fewest = new ArrayList<>();
        List<Key> all = leaves(section);
        for (Key key : keys(section)) {
            boolean isCovered = fewest.stream().anyMatch(above -> above.covers(key));
            if (!isCovered && all.stream().filter(key::covers).allMatch(leaves::contains)) {
                fewest.add(key);
            }
        }
        return fewest;
    }
}
