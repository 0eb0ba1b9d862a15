package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A vocabulary's keys, ready to look up. */
final class Words {

    private final Map<Section, Map<Key, List<Key>>> leaves = new EnumMap<>(Section.class);

    Words(Vocabulary vocabulary) {
        for (Section section : Section.values()) {
            Map<Key, List<Key>> keys = new HashMap<>();
            for (Key leaf : vocabulary.leaves(section)) {
                Stream.concat(leaf.prefixes().stream(), Stream.of(leaf))
                        .forEach(key -> keys.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(leaf));
            }
            keys.replaceAll((key, found) -> List.copyOf(found));
            leaves.put(section, keys);
        }
    }

    boolean isIn(Section section, Key key) {
        return section(section).containsKey(key);
    }

    /** @throws IllegalArgumentException if the key is no word of the section */
    List<Key> leaves(Section section, Key key) {
        List<Key> found = section(section).get(key);
        if (found == null) {
            throw new IllegalArgumentException("\"" + key + "\" is not among the vocabulary's "
                    + section.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return found;
    }

    /** All keys of a section, prefixes too, in order. */
    java.util.SortedSet<Key> keys(Section section) {
        return new java.util.TreeSet<>(section(section).keySet());
    }

    List<Key> allLeaves(Section section) {
        return section(section).entrySet().stream()
                .filter(entry -> entry.getValue().equals(List.of(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<Key, List<Key>> section(Section section) {
        return leaves.getOrDefault(section, Map.of());
    }
}
