package dev.proviso.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the word that was probably meant: at most a third of the written word's letters away, the first in the alphabet
 * of those that are equally near. It looks up a limited number of words for one document, so that a document full of
 * mistakes is checked in time too.
 */
final class Spelling {

    private static final int LONGEST = 120;

    private int comparisonsLeft = 300_000;

    Optional<String> nearest(String word, Collection<String> candidates) {
        return nearest(word, candidates, word.length() / 3);
    }

    /** @param away how many letters away at most */
    Optional<String> nearest(String word, Collection<String> candidates, int away) {
        if (word.length() > LONGEST || comparisonsLeft < candidates.size()) {
            return Optional.empty();
        }
        comparisonsLeft -= candidates.size();
        String written = word.toLowerCase(Locale.ROOT);
        var distance = new LevenshteinDistance(away);
        record Near(String word, int distance) {}
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= away)
                .map(candidate -> new Near(candidate, distance.apply(written, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .map(Near::word);
    }
}
