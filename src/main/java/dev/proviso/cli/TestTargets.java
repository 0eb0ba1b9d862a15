package dev.proviso.cli;

import dev.proviso.document.Documents;
import dev.proviso.document.TitlePage;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.ruletest.RuleTestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a test command was given: files with tests, and documents. Where only documents are given, the tests are those in the
 * folder {@code tests} beside each that are about it.
 *
 * @param documents only their versions are asked; empty: all that the tests are about
 * @param folders whose documents are under test, whether or not a test is about them
 */
record TestTargets(List<Path> tests, List<Path> documents, List<Path> folders) {

    /** @throws CommandFailure if there is nothing to test */
    static TestTargets of(List<Path> files) {
        List<Path> tests = new ArrayList<>();
        List<Path> documents = new ArrayList<>();
        List<Path> folders = files.stream().filter(Files::isDirectory).toList();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                tests.addAll(in(file, ".yaml"));
            } else {
                (file.toString().endsWith(".md") ? documents : tests).add(file);
            }
        }
        if (tests.isEmpty()) {
            documents.forEach(document -> tests.addAll(beside(document)));
        }
        if (tests.isEmpty()) {
            throw CommandFailure.wrongUse("There are no tests: no files *.yaml in a folder named tests, in "
                    + String.join(", ", files.stream().map(Path::toString).toList()) + " or beside it.");
        }
        return new TestTargets(tests, documents, folders);
    }

    /** The files of tests of a kind in a folder, and in folders below it; none if there is no such folder. */
    static List<Path> in(Path folder, String ending) {
        Path outside = Optional.ofNullable(folder.toAbsolutePath().normalize().getParent())
                .orElse(folder);
        return DocumentLocator.below(folder, outside, DocumentPaths.DEEPEST).entrySet().stream()
                .filter(file ->
                        DocumentPaths.isOfTests(file.getKey()) && file.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** The policies and laws in the folders, where only documents are not named. */
    List<Path> documentsInFolders() {
        return documents.isEmpty()
                ? folders.stream()
                        .flatMap(folder -> DocumentLocator.files(folder).stream())
                        .filter(file -> file.toString().endsWith(".md")
                                && titlePage(file).id().isPresent())
                        .map(file -> file.toAbsolutePath().normalize())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static List<Path> beside(Path document) {
        Optional<String> id = titlePage(document).id();
        Path tests = document.resolveSibling("tests");
        return in(tests, ".yaml").stream()
                .filter(file -> id.map(RuleTestFile.about(DocumentLocator.source(file))::isOf)
                        .orElse(false))
                .toList();
    }

    static TitlePage titlePage(Path document) {
        return Documents.titlePage(DocumentLocator.source(document));
    }

    /** The folder named tests in which a file stands; its own, if none has that name. */
    static Path folder(Path test) {
        Path file = test.toAbsolutePath().normalize();
        Path own = Optional.ofNullable(file.getParent()).orElse(file);
        for (@Nullable Path folder = own; folder != null; folder = folder.getParent()) {
            if (folder.endsWith("tests")) {
                return folder;
            }
        }
        return own;
    }

    /** The folder of a file, that of the tests beside it, and the one above that. */
    static Stream<Path> around(Path file) {
        Path own = Optional.ofNullable(file.getParent()).orElse(file);
        Path above =
                own.endsWith("tests") ? Optional.ofNullable(own.getParent()).orElse(own) : own;
        return Stream.of(own, own.resolve("tests"), above).filter(Files::isDirectory);
    }

    /** Whether a version of a policy, or the law of a test, is among the documents. */
    boolean wants(String policy, String label, String about) {
        return documents.isEmpty()
                || documents.stream()
                        .map(TestTargets::titlePage)
                        .anyMatch(page -> page.id().filter(about::equals).isPresent()
                                && (!about.equals(policy)
                                        || page.version().filter(label::equals).isPresent()));
    }
}
