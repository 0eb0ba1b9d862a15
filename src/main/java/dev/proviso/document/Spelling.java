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
                .map(candidate -> new Near(candidate, away(distance, written, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .map(Near::word);
    }

    /** Two letters in the wrong order are one slip. */
    private static int away(LevenshteinDistance distance, String written, String candidate) {
        int away = distance.apply(written, candidate);
        return away != 1 && distance.getThreshold() >= 1 && isSwapped(written, candidate) ? 1 : away;
    }

    private static boolean isSwapped(String written, String candidate) {
        if (written.length() != candidate.length()) {
            return false;
        }
        int at = 0;
        while (at < written.length() && written.charAt(at) == candidate.charAt(at)) {
            at++;
        }
        return at + 1 < written.length()
                && written.charAt(at) == candidate.charAt(at + 1)
                && written.charAt(at + 1) == candidate.charAt(at)
                && written.substring(at + 2).equals(candidate.substring(at + 2));
    }
}
