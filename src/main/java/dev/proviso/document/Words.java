package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A vocabulary made ready for looking words up: a document asks for the same ones again and again. */
final class Words {

    private final Vocabulary vocabulary;
    private final Map<Section, SortedSet<String>> words = new EnumMap<>(Section.class);
    private final Map<String, Section> sections = new HashMap<>();
    private final SortedMap<String, Key> operationsByNoun = new TreeMap<>();

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Section section : Section.values()) {
            SortedSet<String> all = new TreeSet<>();
            vocabulary.keys(section).forEach(key -> all.add(key.value()));
            words.put(section, all);
            all.forEach(word -> sections.putIfAbsent(word, section));
        }
        vocabulary.listed(Section.OPERATIONS).keySet().forEach(key -> operationsByNoun.put(vocabulary.noun(key), key));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    SortedSet<String> of(Section section) {
        return words.getOrDefault(section, Collections.emptySortedSet());
    }

    boolean has(Section section, String word) {
        return of(section).contains(word);
    }

    Optional<Section> sectionOf(String word) {
        return Optional.ofNullable(sections.get(word));
    }

    SortedMap<String, Key> operationsByNoun() {
        return operationsByNoun;
    }

    /** The leaves of a section, in order. */
    List<Key> leaves(Section section) {
        return vocabulary.leaves(section);
    }

    /** The name of a kind of mistake with a word of the section. */
    static String unknown(Section section) {
        return switch (section) {
            case BASES -> "unknown-basis";
            case DATA -> "unknown-data";
            case PURPOSES, OPERATIONS, SOURCES, RECIPIENTS, SAFEGUARDS, OBLIGATIONS ->
                "unknown-" + section.one().substring(section.one().indexOf(' ') + 1);
        };
    }
}
