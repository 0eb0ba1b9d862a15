package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text of a vocabulary with words added, each on a line of its own at the end of its section; all else stays as it is. */
final class VocabularyText {

    private static final Pattern VERSION = Pattern.compile("version[ \\t]*:.*");
    private static final Pattern NAME = Pattern.compile("vocabulary[ \\t]*:.*");

    private final List<String> lines;

    private VocabularyText(String text) {
        this.lines = SectionLines.of(text);
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
        Map<Section, List<String>> sections = new EnumMap<>(Section.class);
        words.forEach(word -> sections.computeIfAbsent(word.section(), any -> new ArrayList<>())
                .add(word.line()));
        SectionLines lines = new SectionLines(edited.lines);
        sections.forEach(lines::add);
        String after = String.join(SectionLines.lineEnd(text), edited.lines);
        return before.filter(known -> Documents.vocabulary(new Source("vocabulary", after))
                        .value()
                        .equals(Optional.of(with(known, words))))
                .map(known -> after);
    }

    private static Vocabulary with(Vocabulary vocabulary, Collection<AddedWord> words) {
        Map<Section, SortedMap<Key, Vocabulary.Term>> terms = new EnumMap<>(Section.class);
        vocabulary.terms().forEach((section, known) -> terms.put(section, new TreeMap<>(known)));
        words.forEach(word ->
                terms.computeIfAbsent(word.section(), any -> new TreeMap<>()).put(word.key(), word.term()));
        return new Vocabulary(vocabulary.name(), terms, vocabulary.circumstances(), vocabulary.attributes());
    }

    private void version(String label) {
        String line = "version: \"" + label + "\"";
        SectionLines known = new SectionLines(lines);
        int version = known.find(VERSION);
        if (version >= 0) {
            lines.set(version, line);
        } else {
            lines.add(known.find(NAME) + 1, line);
        }
    }
}
