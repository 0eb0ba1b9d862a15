package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.policy.Vocabulary.Term;

/**
 * A word that a document brings along, because the vocabulary in whose words it is written does not have it yet.
 *
 * @param written what is said of it, on one line of a vocabulary: <code>{label: "Voice recordings"}</code>
 */
public record AddedWord(Section section, Key key, Term term, String written) {

    /** As a line of its section. */
    String line() {
        return line(key, written);
    }

    static String line(Key key, String written) {
        return key + ": " + written;
    }
}
