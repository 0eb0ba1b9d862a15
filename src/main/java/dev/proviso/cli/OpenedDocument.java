package dev.proviso.cli;

import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document that a command is about, with the vocabularies and the law that belong to it.
 *
 * @param library these and nothing else
 */
record OpenedDocument(Edition edition, Library library) {

    /** @throws CommandFailure if one of them has mistakes, or the file is no document */
    static OpenedDocument open(
            Path file, Optional<Path> vocabulary, List<Path> law, SortedMap<String, byte[]> packaged, Instant now) {
        DocumentLocator shelf = new DocumentLocator(file, packaged);
        SortedMap<String, byte[]> files = new TreeMap<>(shelf.vocabularies(vocabulary));
        files.putAll(shelf.law(law, files));
        String path = file.toString();
        byte[] bytes = DocumentLocator.read(file);
        try {
            Library words = Library.of(DocumentFolder.read(withDocument(files, path, bytes, file), now));
            return new OpenedDocument(edition(words, path, bytes), words);
        } catch (DocumentsRefused refused) {
            throw CommandFailure.mistakes(refused.getMessage() == null ? path : refused.getMessage());
        }
    }

    private static SortedMap<String, byte[]> withDocument(
            SortedMap<String, byte[]> files, String path, byte[] bytes, Path file) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.keySet().removeIf(other -> Path.of(other)
                .toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize()));
        all.put(path, bytes);
        return all;
    }

    private static Edition edition(Library library, String path, byte[] bytes) {
        return library.ids().stream()
                .flatMap(id -> library.published(id).stream())
                .filter(document -> java.util.Arrays.equals(document.content().bytes(), bytes))
                .map(PublishedDocument::name)
                .filter(name -> name.kind() != DocumentName.Kind.VOCABULARY)
                .flatMap(name -> library.edition(name).stream())
                .findFirst()
                .orElseThrow(() -> CommandFailure.wrongUse(path + " is not a document: it has no front matter."));
    }
}
