package dev.proviso.wiring;

import dev.proviso.embedded.StartRefused;
import dev.proviso.publication.DocumentFolder;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a folder of documents: of {@code PROVISO_POLICIES}, or of the {@code policies/} that this program brings along. */
public final class PolicyFiles {

    private PolicyFiles() {}

    /**
     * The bytes of every file that may be a document, or belong to the tests of one, by path within the folder.
     *
     * @param folder empty for the documents that this program brings along
     */
    public static SortedMap<String, byte[]> read(Optional<Path> folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        folder.ifPresentOrElse(named -> readFolder(named, files), () -> readPackaged(files));
        return files;
    }

    private static void readFolder(Path folder, SortedMap<String, byte[]> files) {
        if (!Files.isDirectory(folder)) {
            throw new StartRefused("PROVISO_POLICIES names " + folder.toAbsolutePath() + ", which is not a folder.");
        }
        files.putAll(DocumentFolder.files(folder));
    }

    private static void readPackaged(SortedMap<String, byte[]> files) {
        try {
            ClassPathUtils.consumeAsPaths(
                    PolicyFiles.class.getClassLoader(),
                    "policies",
                    folder -> files.putAll(DocumentFolder.files(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
