package dev.proviso.comparison;

import dev.proviso.policy.Literal;
import dev.proviso.policy.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words of two vocabularies, section by section. */
final class WordPairs {

    private WordPairs() {}

    static List<WordChange> changes(Vocabulary before, Vocabulary after) {
        Map<String, Map<String, Map<String, String>>> then = sections(before);
        Map<String, Map<String, Map<String, String>>> now = sections(after);
        List<WordChange> changes = new ArrayList<>();
        now.forEach((section, words) -> changes.addAll(changes(section, then.getOrDefault(section, Map.of()), words)));
        return changes;
    }

    private static List<WordChange> changes(
            String section, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        SortedSet<String> words = new TreeSet<>(before.keySet());
        words.addAll(after.keySet());
        List<WordChange> changes = new ArrayList<>();
        for (String word : words) {
            Optional<Map<String, String>> then = Optional.ofNullable(before.get(word));
            Optional<Map<String, String>> now = Optional.ofNullable(after.get(word));
            if (!then.equals(now)) {
                Change change = then.isEmpty() ? Change.ADDED : now.isEmpty() ? Change.REMOVED : Change.CHANGED;
                changes.add(new WordChange(change, section, word, then, now));
            }
        }
        return changes;
    }

    /** What a vocabulary says: by section, by word. Every vocabulary has the same sections. */
    private static Map<String, Map<String, Map<String, String>>> sections(Vocabulary vocabulary) {
        Map<String, Map<String, Map<String, String>>> sections = new LinkedHashMap<>();
        for (Vocabulary.Section section : Vocabulary.Section.values()) {
            Map<String, Map<String, String>> words = new LinkedHashMap<>();
            vocabulary.listed(section).forEach((key, term) -> words.put(key.value(), said(term)));
            sections.put(section.name().toLowerCase(Locale.ROOT), words);
        }
        Map<String, Map<String, String>> circumstances = new LinkedHashMap<>();
        vocabulary.circumstances().forEach((key, circumstance) -> circumstances.put(key.value(), said(circumstance)));
        sections.put("circumstances", circumstances);
        vocabulary.attributes().forEach((owner, types) -> {
            Map<String, Map<String, String>> words = new LinkedHashMap<>();
            types.forEach((name, type) -> words.put(name, Map.of("type", word(type))));
            sections.put("attributes." + word(owner), words);
        });
        return sections;
    }

    private static Map<String, String> said(Vocabulary.Term term) {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "label", term.label());
        put(said, "noun", term.noun());
        term.attributes().forEach((name, value) -> said.put("attributes." + name, written(value)));
        return said;
    }

    private static Map<String, String> said(Vocabulary.Circumstance circumstance) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("type", word(circumstance.type()));
        put(said, "phrase", circumstance.phrase());
        put(said, "label", circumstance.label());
        return said;
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.put(name, value);
        }
    }

    private static String written(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (literal instanceof Literal.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (literal instanceof Literal.Date date) {
            return date.value().toString();
        }
        return ((Literal.In) literal).value().code();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
