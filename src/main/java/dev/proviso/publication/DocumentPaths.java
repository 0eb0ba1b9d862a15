package dev.proviso.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files are documents, by their names: vocabularies are {@code NAME.vocabulary.yaml}, policies and law {@code *.md}. In
 * folders named {@code tests}, {@code *.yaml} are rule tests, and {@code *.md} policies that only tests ask.
 */
public final class DocumentPaths {

    /** How deep files are looked for unless a caller looks less deep. */
    public static final int DEEPEST = 64;

    private static final String VOCABULARY = ".vocabulary.yaml";
    private static final String LAW = "law/";
    private static final Pattern TESTS = Pattern.compile("(^|.*/)tests/.*");

    private DocumentPaths() {}

    /**
     * The files below a folder that may be documents or belong to their tests.
     *
     * @param deepest how many folders below each other are looked into
     * @return by path within the folder, with {@code /} between its parts
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static SortedMap<String, Path> in(Path folder, int deepest) {
        return in(folder, folder, deepest);
    }

    /**
     * The same, for a folder that may be one of tests itself.
     *
     * @param root what the paths of the files begin below: the folder, or one above it
     */
    public static SortedMap<String, Path> in(Path folder, Path root, int deepest) {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, deepest)) {
            found.filter(Files::isRegularFile).forEach(file -> {
                String path = within(root, file);
                if (isCandidate(path) || isOfTests(path)) {
                    files.put(path, file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The path of a file within a folder, with {@code /} between its parts. */
    private static String within(Path folder, Path file) {
        Path within = file.startsWith(folder) ? file : file.toAbsolutePath().normalize();
        return folder.relativize(within).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Is this the name of a file that may be a document or a vocabulary? */
    public static boolean isCandidate(String path) {
        return !TESTS.matcher(path).matches() && (isVocabulary(path) || path.endsWith(".md"));
    }

    /** Is this the name of a file that may hold tests, or a policy that only tests ask? Neither is ever published. */
    public static boolean isOfTests(String path) {
        return TESTS.matcher(path).matches() && (path.endsWith(".yaml") || path.endsWith(".md"));
    }

    /** Is this the name of a vocabulary's file? */
    public static boolean isVocabulary(String path) {
        return path.endsWith(VOCABULARY);
    }

    /** Is this, within a folder of documents, a file of the law? */
    public static boolean isLaw(String path) {
        return path.startsWith(LAW) && isCandidate(path) && !isVocabulary(path);
    }
}
