package dev.proviso.cli;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.TitlePage;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.RuleTestFile;
import dev.proviso.testrun.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents that files of tests are about, found from the folder in which they stand: the versions of the policies that
 * they name, in the folder above {@code tests} or elsewhere below the folder of the vocabulary; policies in {@code tests}
 * itself; vocabularies and law as for every command.
 */
final class TestDocumentLocator {

    private static final int DEEPEST = 3;

    private final Path tests;
    private final List<Source> files;
    private final SortedMap<String, byte[]> documents = new TreeMap<>();

    /** @param tests the folder in which the files stand */
    TestDocumentLocator(Path tests, List<Source> files) {
        this.tests = tests;
        this.files = files;
    }

    /**
     * Finds and reads them.
     *
     * @param named the vocabulary to use instead of what is found
     * @param law files and folders to use instead of what is found
     * @param given documents to use instead of the same versions elsewhere
     * @throws CommandFailure if one of them has mistakes
     */
    Corpus corpus(
            Optional<Path> named, List<Path> law, List<Path> given, SortedMap<String, byte[]> packaged, Instant now) {
        DocumentLocator shelf = new DocumentLocator(tests, packaged);
        SortedMap<String, byte[]> vocabularies = shelf.vocabularies(named);
        documents.putAll(shelf.law(law, vocabularies));
        policies().forEach(file -> documents.put(file.toString(), DocumentLocator.read(file)));
        replaceBy(given);
        documents.putAll(vocabularies);
        try {
            Library library = Library.of(DocumentFolder.read(documents, now));
            Map<String, String> paths = new HashMap<>();
            documents.forEach((path, bytes) ->
                    paths.put(DocumentLocator.source(path, bytes).text(), path));
            List<Source> beside = TestTargets.in(tests, ".md").stream()
                    .map(DocumentLocator::source)
                    .toList();
            return new TestFiles(files, beside).corpus(library, name -> library.edition(name)
                    .map(edition -> edition.document().content().text())
                    .map(paths::get)
                    .orElse(name.toString()));
        } catch (DocumentsRefused refused) {
            throw CommandFailure.mistakes(String.valueOf(refused.getMessage()));
        }
    }

    /** The folders in which all of this was found. */
    SortedSet<Path> folders() {
        return Stream.concat(documents.keySet().stream(), files.stream().map(Source::name))
                .map(path -> Path.of(path).toAbsolutePath().normalize().getParent())
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Path> policies() {
        Set<String> asked = files.stream()
                .flatMap(file -> RuleTestFile.about(file).policy().stream())
                .collect(Collectors.toSet());
        Path root = root();
        return DocumentLocator.below(root, root, DEEPEST).entrySet().stream()
                .filter(file -> isPolicy(file.getKey()))
                .map(Map.Entry::getValue)
                .filter(file ->
                        TestTargets.titlePage(file).id().filter(asked::contains).isPresent())
                .map(TestDocumentLocator::shown)
                .sorted()
                .toList();
    }

    private static boolean isPolicy(String path) {
        return DocumentPaths.isCandidate(path) && !DocumentPaths.isVocabulary(path) && !DocumentPaths.isLaw(path);
    }

    /** Below which policies are looked for: the nearest folder with a vocabulary, else the one above the tests. */
    private Path root() {
        Path above = Optional.ofNullable(tests.getParent()).orElse(tests);
        for (@Nullable Path folder = above; folder != null; folder = folder.getParent()) {
            if (DocumentLocator.list(folder).stream().anyMatch(DocumentLocator::isVocabulary)) {
                return folder;
            }
        }
        return above;
    }

    /** As one would name it from where the command was given. */
    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    /** The documents that were named, in place of other texts of the same versions. */
    private void replaceBy(List<Path> given) {
        Set<Version> named = given.stream()
                .map(file -> Version.of(DocumentLocator.source(file)))
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            documents
                    .entrySet()
                    .removeIf(
                            file -> named.contains(Version.of(DocumentLocator.source(file.getKey(), file.getValue()))));
        }
        given.forEach(
                file -> documents.put(shown(file.toAbsolutePath().normalize()).toString(), DocumentLocator.read(file)));
    }

    private record Version(Optional<String> id, Optional<String> label) {
        static Version of(Source source) {
            TitlePage page = Documents.titlePage(source);
            return new Version(page.id(), page.version());
        }
    }
}
