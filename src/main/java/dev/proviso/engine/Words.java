package dev.proviso.engine;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vocabulary's keys, ready to look up. */
final class Words {

    private final Map<Section, Map<Key, List<Key>>> leaves = new EnumMap<>(Section.class);

    Words(Vocabulary vocabulary) {
        for (Section section : Section.values()) {
            Map<Key, List<Key>> keys = new HashMap<>();
            vocabulary.keys(section).forEach(key -> keys.put(key, vocabulary.leaves(section, key)));
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

    /** @throws IllegalArgumentException if a key is no word of any section */
    void requireAll(Collection<Key> keys) {
        for (Key key : keys) {
            if (leaves.values().stream().noneMatch(section -> section.containsKey(key))) {
                throw new IllegalArgumentException("\"" + key + "\" is not a word of the vocabulary.");
            }
        }
    }

    private Map<Key, List<Key>> section(Section section) {
        return leaves.getOrDefault(section, Map.of());
    }
}
