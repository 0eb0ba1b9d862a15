package dev.proviso.cli;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.publication.ShippedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that belong to a document: vocabularies beside it or in its parent folders, law in a folder {@code law} there; what
 * is not found there comes from the documents that this program brings along.
 */
final class DocumentLocator {

    private final ShippedDocuments packaged;
    private final List<Path> folders;

    /** @param document where to start looking */
    DocumentLocator(Path document, SortedMap<String, byte[]> packaged) {
        this.packaged = new ShippedDocuments(packaged);
        this.folders = parents(document);
    }

    private static List<Path> parents(Path document) {
        List<Path> parents = new ArrayList<>();
        @Nullable Path folder = document.toAbsolutePath().normalize().getParent();
        while (folder != null) {
            parents.add(folder);
            folder = folder.getParent();
        }
        return parents;
    }

    /**
     * The bytes of the vocabularies, by path.
     *
     * @param named the file to use instead of what is found
     */
    SortedMap<String, byte[]> vocabularies(Optional<Path> named) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        if (named.isPresent()) {
            found.put(named.get() + (isVocabulary(named.get()) ? "" : ".vocabulary.yaml"), read(named.get()));
            return found;
        }
        SortedMap<String, Path> nearest = new TreeMap<>();
        folders.forEach(folder -> list(folder).stream()
                .filter(DocumentLocator::isVocabulary)
                .forEach(file -> nearest.putIfAbsent(String.valueOf(file.getFileName()), file)));
        nearest.values().forEach(file -> found.put(file.toString(), read(file)));
        found.putAll(packaged.vocabularies(nearest.keySet()::contains));
        return found;
    }

    /** The vocabularies themselves, those with errors left out. */
    List<Vocabulary> words(Optional<Path> named) {
        return vocabularies(named).entrySet().stream()
                .map(file -> Documents.vocabulary(source(file.getKey(), file.getValue())))
                .flatMap(checked -> checked.value().stream())
                .toList();
    }

    /**
     * The bytes of the law documents, by path. The law that this program brings along is used only with the vocabulary that
     * it brings along, for it is written in it.
     *
     * @param named files and folders to use instead of what is found
     */
    SortedMap<String, byte[]> law(List<Path> named, SortedMap<String, byte[]> vocabularies) {
        SortedMap<String, byte[]> law = new TreeMap<>();
        Optional<Path> folder = folders.stream()
                .map(parent -> parent.resolve("law"))
                .filter(Files::isDirectory)
                .findFirst();
        if (!named.isEmpty()) {
            named.forEach(path -> law.putAll(documents(path)));
        } else if (folder.isPresent()) {
            law.putAll(documents(folder.get()));
        } else {
            law.putAll(packaged.law(vocabularies.values()));
        }
        return law;
    }

    /** A file, or everything in a folder that may be a document, vocabularies apart. */
    private static SortedMap<String, byte[]> documents(Path path) {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        files(path).stream()
                .filter(file -> !isVocabulary(file))
                .forEach(file -> documents.put(file.toString(), read(file)));
        return documents;
    }

    /** A file, or everything in a folder that may be a document. */
    static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        return below(path, path, DocumentPaths.DEEPEST).values().stream()
                .filter(file -> DocumentPaths.isCandidate(slashed(file)))
                .sorted()
                .toList();
    }

    /**
     * The files below a folder that may be documents or tests; none if there is no such folder.
     *
     * @param root what their paths begin below: the folder, or one above it
     */
    static SortedMap<String, Path> below(Path folder, Path root, int deepest) {
        try {
            return Files.isDirectory(folder) ? DocumentPaths.in(folder, root, deepest) : new TreeMap<>();
        } catch (UncheckedIOException e) {
            throw CommandFailure.wrongUse("The folder " + folder + " cannot be read.");
        }
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of(); // a parent folder that this user may not look into holds nothing for them
        }
    }

    /** A folder, and all below it. */
    static Stream<Path> foldersIn(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw CommandFailure.wrongUse("The folder " + folder + " cannot be read.");
        }
    }

    /** A path with {@code /} between its parts, as in the documents that this program brings along. */
    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    static boolean isVocabulary(Path file) {
        return DocumentPaths.isVocabulary(file.toString());
    }

    static Source source(Path file) {
        return source(file.toString(), read(file));
    }

    static Source source(String name, byte[] bytes) {
        try {
            return new Source(name, Content.of(bytes).text());
        } catch (CharacterCodingException e) {
            throw CommandFailure.mistakes(name + ": The file is not UTF-8 text.");
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.wrongUse(
                    Files.exists(file) ? "The file " + file + " cannot be read." : "There is no file " + file + ".");
        }
    }
}
