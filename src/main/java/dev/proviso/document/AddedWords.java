package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the words that a document adds to its vocabulary: the front matter's {@code words}, section by section as a vocabulary
 * has them. They can be added and nothing else: what a word of the vocabulary means is never changed by a document.
 */
final class AddedWords {

    /** What sentences are built with is changed in the vocabulary itself. */
    static final List<Section> SECTIONS = List.of(
            Section.PURPOSES, Section.DATA, Section.SOURCES, Section.RECIPIENTS, Section.SAFEGUARDS, Section.BASES);

    /** A document that needs more words than these needs a new version of the vocabulary. */
    private static final int MOST = 100;

    private final Vocabulary vocabulary;
    private final FrontMatter.Words written;
    private final Findings findings;
    private final Map<Section, SortedMap<Key, Term>> terms = new EnumMap<>(Section.class);
    private final List<AddedWord> added = new ArrayList<>();
    private int unknown;

    private AddedWords(Vocabulary vocabulary, FrontMatter.Words written, Findings findings) {
        this.vocabulary = vocabulary;
        this.written = written;
        this.findings = findings;
        vocabulary.terms().forEach((section, words) -> terms.put(section, new TreeMap<>(words)));
    }

    /**
     * A vocabulary with the words of a document.
     *
     * @param added those of them that it lacks
     */
    record Read(Vocabulary vocabulary, List<AddedWord> added) {}

    /** Notes what cannot be added. */
    static Read read(Vocabulary vocabulary, Optional<FrontMatter.Words> written, Findings findings) {
        return written.map(words -> new AddedWords(vocabulary, words, findings).read())
                .orElseGet(() -> new Read(vocabulary, List.of()));
    }

    private Read read() {
        written.yaml()
                .entries(written.entry().value(), "The words of a document")
                .ifPresent(this::sections);
        if (unknown > MOST) {
            findings.error(
                    "too-many",
                    written.entry().key(),
                    "A document adds at most " + MOST + " words. Write a new version of the vocabulary for more.");
        }
        return new Read(
                new Vocabulary(vocabulary.name(), terms, vocabulary.circumstances(), vocabulary.attributes()),
                List.copyOf(added));
    }

    private void sections(Map<String, Yaml.Entry> sections) {
        List<String> names = SECTIONS.stream().map(AddedWords::name).toList();
        VocabularyReader reader = VocabularyReader.ofWords(written.yaml(), vocabulary, findings);
        sections.forEach((name, entry) -> {
            if (names.contains(name)) {
                reader.words(Section.valueOf(name.toUpperCase(Locale.ROOT)), entry.value(), this::add);
            } else {
                findings.error(
                        "unknown-section",
                        entry.key(),
                        "A document adds words to " + String.join(", ", names) + ", and not to " + Findings.quoted(name)
                                + ".",
                        findings.nearest(name, names));
            }
        });
    }

    private static String name(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    private void add(Section section, Key key, Term term, Span place, String line) {
        Term known = vocabulary.listed(section).get(key);
        if (known != null) {
            if (!known.equals(term) && !findings.isOfPublished()) {
                findings.error(
                        "twice",
                        place,
                        Findings.quoted(key.value())
                                + " is a word of the vocabulary already, and says something else there"
                                + (known.label().isEmpty() ? "" : ": " + known.label())
                                + ". Take it out here, or choose another word.");
            }
            return;
        }
        // More are not looked at: each is held against all words that there are.
        if (++unknown <= MOST && isFit(section, key, term, place)) {
            terms.computeIfAbsent(section, any -> new TreeMap<>()).put(key, term);
            added.add(new AddedWord(section, key, term, line));
        }
    }

    private boolean isFit(Section section, Key key, Term term, Span place) {
        Set<Key> leaves = Set.copyOf(vocabulary.leaves(section));
        Optional<Key> leaf = key.prefixes().stream().filter(leaves::contains).findFirst();
        if (leaf.isPresent()) {
            findings.error(
                    "below-a-word",
                    place,
                    Findings.quoted(key.value()) + " lies below "
                            + Findings.quoted(leaf.get().value())
                            + ", which would cover something else then. Choose a word beside it, or write a new version of"
                            + " the vocabulary.");
            return false;
        }
        if (term.label().isBlank()) {
            findings.error(
                    "missing-key", place, "Say what people call " + Findings.quoted(key.value()) + ": {label: …}.");
            return false;
        }
        return true;
    }

    /** The line of a vocabulary's section that says the same. */
    static String line(SortedMap<String, String> texts, SortedMap<String, String> attributes) {
        List<String> parts = new ArrayList<>();
        texts.forEach((name, text) -> parts.add(name + ": " + quoted(text)));
        if (!attributes.isEmpty()) {
            List<String> values = new ArrayList<>();
            attributes.forEach((name, value) -> values.add(name + ": " + quoted(value)));
            parts.add("attributes: {" + String.join(", ", values) + "}");
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
