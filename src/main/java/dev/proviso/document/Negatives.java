package dev.proviso.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a circumstance's phrase reads in the negative. After the first "is", "are", "was" or "were" comes "not"; a phrase
 * without these has forms with "does not" and "did not" for each word that may be its verb. Any phrase can be denied with
 * "not" before it.
 */
final class Negatives {

    private static final Set<String> BEING = Set.of("is", "are", "was", "were");

    private static final Pattern DOUBLED = Pattern.compile(".*([bdgmnprt])\\1");
    private static final Pattern WITH_E = Pattern.compile(".*(?:[cgsuvz]|[aiou][rktdlpm])");

    private Negatives() {}

    static List<String> of(String phrase) {
        List<String> words = List.of(phrase.split(" "));
        for (int i = 0; i < words.size(); i++) {
            if (BEING.contains(words.get(i))) {
                return List.of(replaced(words, i, words.get(i) + " not"));
            }
        }
        List<String> negatives = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            int at = i;
            plainVerbs(words.get(i)).forEach(verb -> negatives.add(replaced(words, at, verb)));
        }
        return negatives;
    }

    /**
     * "does not require" for "requires", "did not ask" for "asked". Spelling alone does not tell whether a verb ends in "e"
     * ("asked", "required"), so both are understood; the likelier one comes first.
     */
    private static List<String> plainVerbs(String word) {
        if (word.length() < 4 || word.endsWith("ss") || word.endsWith("us")) {
            return List.of();
        }
        if (word.endsWith("s")) {
            return stems(word).stream().map(stem -> "does not " + stem).toList();
        }
        if (word.endsWith("ed")) {
            return pastStems(word).stream().map(stem -> "did not " + stem).toList();
        }
        return List.of();
    }

    private static List<String> stems(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("ies")) {
            return List.of(word.substring(0, word.length() - 3) + "y");
        }
        return stem.endsWith("e") ? List.of(stem, stem.substring(0, stem.length() - 1)) : List.of(stem);
    }

    private static List<String> pastStems(String word) {
        String stem = word.substring(0, word.length() - 2);
        if (stem.endsWith("i")) {
            return List.of(stem.substring(0, stem.length() - 1) + "y");
        }
        if (DOUBLED.matcher(stem).matches()) {
            return List.of(stem.substring(0, stem.length() - 1), stem);
        }
        return WITH_E.matcher(stem).matches() ? List.of(stem + "e", stem) : List.of(stem, stem + "e");
    }

    private static String replaced(List<String> words, int index, String replacement) {
        List<String> all = new ArrayList<>(words);
        all.set(index, replacement);
        return String.join(" ", all);
    }
}
