package dev.proviso.document;

import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text of a vocabulary with words added, each on a line of its own at the end of its section; all else stays as it is. */
final class VocabularyText {

    private static final Pattern VERSION = Pattern.compile("version[ \\t]*:.*");
    private static final Pattern NAME = Pattern.compile("vocabulary[ \\t]*:.*");
    private static final Pattern TOP = Pattern.compile("[A-Za-z\"'].*");
    private static final Pattern INDENTED = Pattern.compile("[ \\t]+[^ \\t#].*");

    private final List<String> lines;

    private VocabularyText(String text) {
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /**
     * @param label of the version that it is now
     * @return empty if the text has a form in which no line can be added, such as a section in braces
     */
    static Optional<String> with(String text, String label, Collection<AddedWord> words) {
        Optional<Vocabulary> before =
                Documents.publishedVocabulary(new Source("vocabulary", text)).value();
        VocabularyText edited = new VocabularyText(text);
        edited.version(label);
        Map<Section, List<AddedWord>> sections = new EnumMap<>(Section.class);
        words.forEach(word -> sections.computeIfAbsent(word.section(), any -> new ArrayList<>())
                .add(word));
        sections.forEach(edited::add);
        String after = String.join("\n", edited.lines);
        return before.filter(known -> Documents.vocabulary(new Source("vocabulary", after))
                        .value()
                        .equals(Optional.of(with(known, words))))
                .map(known -> after);
    }

    private static Vocabulary with(Vocabulary vocabulary, Collection<AddedWord> words) {
        Map<Section, java.util.SortedMap<dev.proviso.policy.Key, Vocabulary.Term>> terms = new EnumMap<>(Section.class);
        vocabulary.terms().forEach((section, known) -> terms.put(section, new TreeMap<>(known)));
        words.forEach(word ->
                terms.computeIfAbsent(word.section(), any -> new TreeMap<>()).put(word.key(), word.term()));
        return new Vocabulary(vocabulary.name(), terms, vocabulary.circumstances(), vocabulary.attributes());
    }

    private void version(String label) {
        String line = "version: \"" + label + "\"";
        int version = find(VERSION);
        if (version >= 0) {
            lines.set(version, line);
        } else {
            lines.add(find(NAME) + 1, line);
        }
    }

    private int find(Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i).stripTrailing()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private void add(Section section, List<AddedWord> words) {
        String name = section.name().toLowerCase(Locale.ROOT);
        int head = find(Pattern.compile(name + "[ \\t]*:[ \\t]*(#.*)?"));
        if (head < 0) {
            while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
                lines.remove(lines.size() - 1);
            }
            lines.add(name + ":");
            words.forEach(word -> lines.add(line("  ", word)));
            lines.add("");
            return;
        }
        int last = head;
        String indent = "  ";
        for (int i = head + 1; i < lines.size() && !TOP.matcher(lines.get(i)).matches(); i++) {
            if (INDENTED.matcher(lines.get(i)).matches()) {
                if (last == head) {
                    indent = lines.get(i).replaceAll("[^ \\t].*", "");
                }
                last = i;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            lines.add(last + 1 + i, line(indent, words.get(i)));
        }
    }

    private static String line(String indent, AddedWord word) {
        return indent + word.key() + ": " + word.written();
    }
}
