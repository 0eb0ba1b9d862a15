package dev.proviso.web.desk.ask;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.List;

/** The words of a vocabulary that one may choose from. */
public record Choices(Vocabulary vocabulary) {

    /**
     * A word.
     *
     * @param label what people call it; the key where the vocabulary has no label
     */
    public record Choice(String key, String label) {

        /** Whether people call it something else than its key. */
        public boolean isLabelled() {
            return !label.equals(key);
        }
    }

    public List<Choice> purposes() {
        return of(Section.PURPOSES);
    }

    public List<Choice> operations() {
        return of(Section.OPERATIONS);
    }

    public List<Choice> data() {
        return of(Section.DATA);
    }

    public List<Choice> sources() {
        return of(Section.SOURCES);
    }

    public List<Choice> recipients() {
        return of(Section.RECIPIENTS);
    }

    public List<Choice> safeguards() {
        return of(Section.SAFEGUARDS);
    }

    /** What may be stated of a question, as sentences put it. */
    public List<Choice> circumstances() {
        return vocabulary.circumstances().entrySet().stream()
                .filter(entry -> entry.getValue().type() == Vocabulary.Type.BOOLEAN)
                .map(entry -> new Choice(entry.getKey().value(), vocabulary.phrase(entry.getKey())))
                .toList();
    }

    /** What people call a circumstance: its label, or how sentences put it; empty if the vocabulary says neither. */
    String circumstance(String key) {
        Vocabulary.Circumstance known =
                Key.isKey(key) ? vocabulary.circumstances().get(new Key(key)) : null;
        if (known == null) {
            return "";
        }
        return known.label().isEmpty() ? known.phrase() : known.label();
    }

    private List<Choice> of(Section section) {
        return vocabulary.leaves(section).stream()
                .map(key -> new Choice(key.value(), vocabulary.label(section, key)))
                .toList();
    }
}
