package dev.proviso;

import dev.proviso.publication.FolderOfDocuments;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder of documents: of {@code PROVISO_POLICIES}, or of the {@code policies/} that this program brings along. */
final class PolicyFiles {

    private PolicyFiles() {}

    /**
     * The bytes of every file that may be a document, or belong to the tests of one, by path within the folder.
     *
     * @param folder empty for the documents that this program brings along
     */
    static SortedMap<String, byte[]> read(Optional<Path> folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        folder.ifPresentOrElse(named -> readFolder(named, files), () -> readPackaged(files));
        return files;
    }

    private static void readFolder(Path folder, SortedMap<String, byte[]> files) {
        if (!Files.isDirectory(folder)) {
            throw new StartRefused("PROVISO_POLICIES names " + folder.toAbsolutePath() + ", which is not a folder.");
        }
        collect(folder, files);
    }

    private static void readPackaged(SortedMap<String, byte[]> files) {
        try {
            ClassPathUtils.consumeAsPaths(
                    PolicyFiles.class.getClassLoader(), "policies", folder -> collect(folder, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path folder, SortedMap<String, byte[]> files) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> documents = found.filter(Files::isRegularFile).toList();
            for (Path document : documents) {
                String path = folder.relativize(document)
                        .toString()
                        .replace(document.getFileSystem().getSeparator(), "/");
                if (FolderOfDocuments.isCandidate(path) || FolderOfDocuments.isOfTests(path)) {
                    files.put(path, Files.readAllBytes(document));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
