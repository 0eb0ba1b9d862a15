package dev.proviso.web;

import dev.proviso.policy.Key;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence in which the words of a vocabulary, and countries, stand by the names that people have for them. */
public record LabelledText(List<Span> spans) {

    /** As rules write it: {@code marketing.messages}, {@code GB-SCT}. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+(?:[.'\u2019-]+[\\p{L}\\p{N}\\p{M}_]+)*");

    /** What stands before a word of the vocabulary; elsewhere one without a dot may be a word of the language. */
    private static final Set<String> LEADS =
            Set.of("of", "for", "from", "to", "in", "except", "require", "safeguard", "refuse", "refused", "is", "not");

    private static final Set<String> JOINTS = Set.of("and", "or");

    /** After these alone stands a legal basis: the age of consent is none. */
    private static final Set<String> LEADS_OF_BASES = Set.of("is", "not");

    /** Sentences call an operation by its noun already. */
    private static final Set<Section> SECTIONS = EnumSet.complementOf(EnumSet.of(Section.OPERATIONS));

    private static final Set<Section> NO_BASES = EnumSet.complementOf(EnumSet.of(Section.OPERATIONS, Section.BASES));

    private static final int MOST_BELOW = 6;

    public static final LabelledText NONE = new LabelledText(List.of());

    public LabelledText {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch of the sentence.
     *
     * @param text as it is read
     * @param key what the rule writes; for a group without a label of its own, what lies below it; empty for what is no word
     */
    public record Span(String text, String key) {

        static Span plain(String text) {
            return new Span(text, "");
        }

        public boolean isWord() {
            return !key.isEmpty();
        }
    }

    /** A sentence in an author's words, or one about a fact. A word that the vocabulary has no label for stays as it is. */
    public static LabelledText of(String sentence, Vocabulary words) {
        return new Reader(sentence, words).read();
    }

    /** One word that stands alone, in a cell of a table. */
    public static LabelledText ofWord(String word, Vocabulary words) {
        return new LabelledText(
                List.of(span(word, SECTIONS, words).or(() -> place(word)).orElseGet(() -> Span.plain(word))));
    }

    public static LabelledText plain(String text) {
        return new LabelledText(List.of(Span.plain(text)));
    }

    /** The same without what is shown beside it. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    private static Optional<Span> span(String word, Set<Section> sections, Vocabulary words) {
        if (!Key.isKey(word)) {
            return Optional.empty();
        }
        Key key = new Key(word);
        return sections.stream()
                .filter(section -> words.has(section, key))
                .findFirst()
                .map(section -> span(section, key, words));
    }

    private static Span span(Section section, Key key, Vocabulary words) {
        String label = words.label(section, key);
        return label.equals(key.value()) ? new Span(label, below(section, key, words)) : new Span(label, key.value());
    }

    /** What a group without a name of its own is about. */
    private static String below(Section section, Key key, Vocabulary words) {
        List<Key> leaves = words.leaves(section, key);
        String labels = leaves.stream()
                .limit(MOST_BELOW)
                .map(leaf -> words.label(section, leaf))
                .collect(Collectors.joining("; "));
        boolean saysNothing = leaves.equals(List.of(key));
        return saysNothing ? key.value() : leaves.size() > MOST_BELOW ? labels + "; …" : labels;
    }

    private static Optional<Span> place(String word) {
        String name = PlaceCodes.name(word);
        return name.equals(word) ? Optional.empty() : Optional.of(new Span(name, word));
    }

    /** Goes through a sentence from word to word. */
    private static final class Reader {
        private final String sentence;
        private final Vocabulary words;
        private final List<Span> spans = new ArrayList<>();
        private int written;
        /** Whether a word of the vocabulary may come next: after a preposition, and within a list. */
        private boolean isOpen;

        private boolean isInList;
        private Set<Section> sections = NO_BASES;

        Reader(String sentence, Vocabulary words) {
            this.sentence = sentence;
            this.words = words;
        }

        LabelledText read() {
            Matcher found = WORD.matcher(sentence);
            int end = 0;
            while (found.find()) {
                boolean follows = sentence.substring(end, found.start()).strip().equals(",");
                read(found.group(), found.start(), isOpen || isInList && follows);
                end = found.end();
            }
            write(sentence.length());
            return new LabelledText(spans);
        }

        private void read(String word, int start, boolean open) {
            Optional<Span> label = isCompound(word) || open ? span(word, sections, words) : Optional.empty();
            Optional<Span> shown = open ? label.or(() -> place(word)) : label;
            if (shown.isPresent()) {
                write(start);
                spans.add(shown.get());
                written = start + word.length();
            }
            boolean isJoint = JOINTS.contains(word) && isInList;
            isInList = isJoint || shown.isPresent();
            String lead = word.toLowerCase(Locale.ROOT);
            isOpen = isJoint || LEADS.contains(lead);
            if (!isInList) {
                sections = LEADS_OF_BASES.contains(lead) ? SECTIONS : NO_BASES;
            }
        }

        private static boolean isCompound(String word) {
            return word.indexOf('.') >= 0 || word.indexOf('-') >= 0;
        }

        private void write(int end) {
            if (end > written) {
                spans.add(Span.plain(sentence.substring(written, end)));
            }
        }
    }
}
