package dev.proviso.testrun;

import dev.proviso.document.Source;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentPaths;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.VersionTests;
import dev.proviso.ruletest.Corpus;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rule tests that come with documents: files {@code *.yaml} in folders named {@code tests}, and beside them the policies
 * {@code *.md} that nobody but tests asks.
 *
 * @param tests in the order of their names
 */
public record TestFiles(List<Source> tests, List<Source> policies) {

    public static final TestFiles NONE = new TestFiles(List.of(), List.of());

    public TestFiles {
        tests = List.copyOf(tests);
        policies = List.copyOf(policies);
    }

    /**
     * @param files bytes by path; what is no file of tests is passed over
     * @throws DocumentsRefused if a file is not text
     */
    public static TestFiles of(Map<String, byte[]> files) {
        List<Source> tests = new ArrayList<>();
        List<Source> policies = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        new TreeMap<>(files).forEach((path, bytes) -> {
            if (DocumentPaths.isOfTests(path)) {
                try {
                    (path.endsWith(".md") ? policies : tests)
                            .add(new Source(path, Content.of(bytes).text()));
                } catch (CharacterCodingException e) {
                    messages.add(path + ": The file is not UTF-8 text.");
                }
            }
        });
        if (!messages.isEmpty()) {
            throw new DocumentsRefused(messages);
        }
        return new TestFiles(tests, policies);
    }

    /** The tests of one version, by the names of its files. */
    public static TestFiles of(VersionTests version) {
        List<Source> tests = new ArrayList<>();
        List<Source> policies = new ArrayList<>();
        version.files()
                .forEach((name, text) -> (name.endsWith(".md") ? policies : tests).add(new Source(name, text.text())));
        return new TestFiles(tests, policies);
    }

    /** These and others; what both have is here once, and of two policies of one name it is the other. */
    public TestFiles and(TestFiles other) {
        SortedMap<String, Source> named = new TreeMap<>();
        Stream.concat(policies.stream(), other.policies.stream()).forEach(policy -> named.put(policy.name(), policy));
        return new TestFiles(
                Stream.concat(tests.stream(), other.tests.stream()).distinct().toList(), List.copyOf(named.values()));
    }

    /**
     * What these tests can be about: all that a library holds, and the policies beside the tests.
     *
     * @param file where a document of the library is to be found, as failures tell it
     * @throws DocumentsRefused if a policy beside the tests has mistakes
     */
    public Corpus corpus(Library library, Function<DocumentName, String> file) {
        return new CorpusOfLibrary(library, file).with(policies);
    }
}
