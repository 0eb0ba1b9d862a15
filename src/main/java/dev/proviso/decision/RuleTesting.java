package dev.proviso.decision;

import dev.proviso.analysis.Corpus;
import dev.proviso.analysis.RuleTest;
import dev.proviso.analysis.RuleTestFile;
import dev.proviso.analysis.RuleTestRunner;
import dev.proviso.document.Checked;
import dev.proviso.document.Source;
import dev.proviso.engine.RuleCompiler;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentsRefused;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.RuleTests;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tests versions that are not published yet, with the law that would join in. Of a policy, the new version alone is asked; a
 * law is tested as its tests say. Safe for any thread; calls block, for seconds where much is compiled.
 */
public final class RuleTesting implements RuleTests {

    private final TestFiles files;
    private final Supplier<Library> known;
    private final RuleCompiler compiler;

    /**
     * @param files the tests that come with the documents of this service
     * @param known what was read before, and need not be read again
     */
    public RuleTesting(TestFiles files, Supplier<Library> known, RuleCompiler compiler) {
        this.files = files;
        this.known = known;
        this.compiler = compiler;
    }

    /** A version that a test names and that is not there may be published later: it stands in nobody's way. */
    @Override
    public Verdict judge(PublishedDocument document, List<PublishedDocument> published) {
        List<Source> tests = files.about(document.name().id());
        if (document.name().kind() == DocumentName.Kind.VOCABULARY || tests.isEmpty()) {
            return Verdict.UNTESTED;
        }
        try {
            return new Judgement(run(tests, document, published)).verdict();
        } catch (DocumentsRefused refused) {
            return new Verdict(List.of(String.valueOf(refused.getMessage())), List.of());
        }
    }

    private TestRun run(List<Source> tests, PublishedDocument document, List<PublishedDocument> published) {
        Stream<PublishedDocument> beside =
                published.stream().filter(other -> !other.name().equals(document.name()));
        Library library =
                known.get().with(Stream.concat(beside, Stream.of(document)).toList());
        Corpus corpus = files.corpus(library, DocumentName::toString).growing();
        List<Checked<RuleTestFile>> read =
                tests.stream().map(source -> RuleTestFile.read(source, corpus)).toList();
        List<RuleTest> asked = read.stream()
                .flatMap(file -> file.value().stream())
                .flatMap(file -> file.tests().stream())
                .filter(test -> isOf(document.name(), test))
                .toList();
        return new TestRun(read, new RuleTestRunner(compiler).run(asked));
    }

    private static boolean isOf(DocumentName name, RuleTest test) {
        return test.about().equals(name.id())
                && (name.kind() == DocumentName.Kind.LAW
                        || test.version().label().equals(name.label()));
    }
}
