package dev.proviso.document;

import dev.proviso.policy.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One way to say an atom or its negative.
 *
 * @param words the words of the phrase; the one at {@code slot} stands for what the author fills in
 * @param slot the index of that word; -1 if there is none
 * @param takesList true if the slot is the last word and a list may stand there
 * @param isNegative true if the phrase says that the atom does not hold
 */
record AtomPattern(List<String> words, int slot, boolean takesList, boolean isNegative, Maker maker) {

    /** Makes the atom of what stands in the slot; reports and gives nothing if that is wrong. */
    interface Maker {
        Optional<Atom> make(AtomReader reader, List<Phrase.Word> filled);
    }

    private static final String ONE = "…";
    private static final String LIST = "…,";

    /** @param phrase with {@code …} where one word is filled in, {@code …,} where a list may be */
    static AtomPattern of(String phrase, boolean isNegative, Maker maker) {
        List<String> words = List.of(phrase.split(" "));
        int slot = Math.max(words.indexOf(ONE), words.indexOf(LIST));
        return new AtomPattern(words, slot, words.contains(LIST), isNegative, maker);
    }

    String text() {
        return String.join(" ", words);
    }

    boolean matches(Phrase spoken) {
        if (spoken.words().size() != words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (i != slot && !words.get(i).equals(spoken.words().get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** This phrase with the word filled in that the author probably meant; empty if no word is there that would fit. */
    Optional<String> filledFrom(Phrase spoken, Predicate<String> isFitting) {
        if (slot < 0) {
            return Optional.of(text());
        }
        boolean isLast = slot == words.size() - 1;
        int from = isLast ? spoken.words().size() - 1 : slot;
        if (from >= spoken.words().size()
                || !isFitting.test(spoken.words().get(from).text())) {
            return Optional.empty();
        }
        List<String> filled = new ArrayList<>(words);
        filled.set(slot, spoken.words().get(from).text());
        return Optional.of(String.join(" ", filled));
    }
}
