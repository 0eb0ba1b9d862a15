package dev.proviso.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word that someone may have meant. */
public final class Nearest {

    private static final int FAR = 60;

    private Nearest() {}

    /** The nearest of the candidates, if it is near enough: about one letter in three may differ. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int limit = Math.max(2, Math.min(word.length(), FAR) / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return word.length() > 2 * FAR
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> distance.apply(word, candidate) >= 0)
                        .min(Comparator.comparing((String candidate) -> distance.apply(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }
}
