package dev.proviso.publication;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The vocabulary and the law that this program brings along, for documents that stand on their own.
 *
 * @param files bytes by path within the folder of documents
 */
public record ShippedDocuments(SortedMap<String, byte[]> files) {

    /**
     * The vocabularies.
     *
     * @param isReplaced whether there is another vocabulary with a file of this name
     */
    public SortedMap<String, byte[]> vocabularies(Predicate<String> isReplaced) {
        return those(path -> DocumentPaths.isVocabulary(path) && !isReplaced.test(name(path)));
    }

    /**
     * The law, where its own words are used: it is written in them. Otherwise nothing.
     *
     * @param vocabularies the bytes of all that are used
     */
    public SortedMap<String, byte[]> law(Collection<byte[]> vocabularies) {
        boolean hasItsWords = those(DocumentPaths::isVocabulary).values().stream()
                .allMatch(words -> vocabularies.stream().anyMatch(used -> Arrays.equals(used, words)));
        return hasItsWords ? those(DocumentPaths::isLaw) : new TreeMap<>();
    }

    private SortedMap<String, byte[]> those(Predicate<String> isOne) {
        SortedMap<String, byte[]> found = new TreeMap<>(files);
        found.keySet().removeIf(isOne.negate());
        return found;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
