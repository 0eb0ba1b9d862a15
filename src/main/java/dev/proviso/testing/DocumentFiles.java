package dev.proviso.testing;

import dev.proviso.publication.DocumentFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of a build's documents, and of the law and the vocabulary that come with this artifact where the build has none of
 * its own.
 *
 * @param place as it was named
 * @param own those of the build, by path within the place
 * @param joining those that come with this artifact and join in
 */
record DocumentFiles(String place, SortedMap<String, byte[]> own, SortedMap<String, byte[]> joining) {

    private static final String SHIPPED = "policies";
    private static final String VOCABULARY = ".vocabulary.yaml";
    private static final String LAW = "law/";

    /**
     * @param place a folder, or else a place on the class path
     * @throws IllegalArgumentException if nothing is there
     */
    static DocumentFiles at(String place) {
        Path folder = Path.of(place);
        SortedMap<String, byte[]> own = Files.isDirectory(folder) ? DocumentFolder.files(folder) : onClassPath(place);
        if (own.isEmpty()) {
            throw new IllegalArgumentException("There are no documents in \"" + place + "\": neither in the folder "
                    + folder.toAbsolutePath() + " nor in a place of that name on the class path.");
        }
        return new DocumentFiles(place, own, joining(own));
    }

    /** All of them. */
    SortedMap<String, byte[]> bytes() {
        SortedMap<String, byte[]> all = new TreeMap<>(joining);
        all.putAll(own);
        return all;
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        bytes().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** Where a reader looks for a file. */
    String shown(String path) {
        return joining.containsKey(path) ? "proviso:" + path : place + "/" + path;
    }

    /** The law is written in the words that come along with it, and joins in with these only. */
    private static SortedMap<String, byte[]> joining(SortedMap<String, byte[]> own) {
        SortedMap<String, byte[]> shipped = shipped();
        SortedMap<String, byte[]> joining = new TreeMap<>();
        Predicate<Map.Entry<String, byte[]>> isTheirs =
                file -> own.entrySet().stream().anyMatch(mine -> isNamed(mine.getKey(), file.getKey()));
        shipped.entrySet().stream()
                .filter(file -> file.getKey().endsWith(VOCABULARY) && !isTheirs.test(file))
                .forEach(file -> joining.put(file.getKey(), file.getValue()));
        boolean hasLaw = own.keySet().stream().anyMatch(path -> path.startsWith(LAW));
        if (!hasLaw && hasTheWords(own, shipped)) {
            shipped.entrySet().stream()
                    .filter(file -> file.getKey().startsWith(LAW))
                    .forEach(file -> joining.put(file.getKey(), file.getValue()));
        }
        return joining;
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Whether every vocabulary that comes along stands as it is. */
    private static boolean hasTheWords(SortedMap<String, byte[]> own, SortedMap<String, byte[]> shipped) {
        return shipped.entrySet().stream()
                .filter(file -> file.getKey().endsWith(VOCABULARY))
                .allMatch(file -> own.entrySet().stream()
                        .filter(mine -> isNamed(mine.getKey(), file.getKey()))
                        .allMatch(mine -> Arrays.equals(mine.getValue(), file.getValue())));
    }

    private static SortedMap<String, byte[]> shipped() {
        try {
            Map<String, byte[]> files = within(Path.of(artifact().toURI()), SHIPPED);
            files.keySet()
                    .removeIf(path ->
                            !DocumentFolder.isCandidate(path) || !path.endsWith(VOCABULARY) && !path.startsWith(LAW));
            return new TreeMap<>(files);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this artifact has a place that is none", e);
        }
    }

    private static URL artifact() {
        return DocumentFiles.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static SortedMap<String, byte[]> onClassPath(String place) {
        NavigableMap<String, byte[]> files = new TreeMap<>();
        try {
            for (URL found : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(place))) {
                if (!found.toString().contains(artifact().toString())) {
                    of(found).forEach(files::putIfAbsent);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("The documents in \"" + place + "\" cannot be read.", e);
        }
        return files;
    }

    private static SortedMap<String, byte[]> of(URL found) throws IOException, URISyntaxException {
        return found.openConnection() instanceof JarURLConnection jar
                ? within(Path.of(jar.getJarFileURL().toURI()), jar.getEntryName())
                : DocumentFolder.files(Path.of(found.toURI()));
    }

    /** The files of a folder within a folder or an archive. */
    private static SortedMap<String, byte[]> within(Path container, String folder) {
        if (Files.isDirectory(container)) {
            return DocumentFolder.files(container.resolve(folder));
        }
        try (FileSystem archive = FileSystems.newFileSystem(container)) {
            return DocumentFolder.files(archive.getPath(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
