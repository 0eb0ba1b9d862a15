package dev.proviso.testing;

import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.publication.ShippedDocuments;
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
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The vocabularies that the build has not itself, and the law if the build has none. */
    private static SortedMap<String, byte[]> joining(SortedMap<String, byte[]> own) {
        ShippedDocuments shipped = new ShippedDocuments(shipped());
        SortedMap<String, byte[]> joining = shipped.vocabularies(
                name -> own.keySet().stream().anyMatch(path -> path.equals(name) || path.endsWith("/" + name)));
        if (own.keySet().stream().noneMatch(DocumentPaths::isLaw)) {
            SortedMap<String, byte[]> all = new TreeMap<>(joining);
            all.putAll(own);
            all.keySet().removeIf(path -> !DocumentPaths.isVocabulary(path));
            joining.putAll(shipped.law(all.values()));
        }
        return joining;
    }

    private static SortedMap<String, byte[]> shipped() {
        try {
            return within(Path.of(artifact().toURI()), SHIPPED);
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
