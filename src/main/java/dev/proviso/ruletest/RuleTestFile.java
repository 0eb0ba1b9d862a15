package dev.proviso.ruletest;

import dev.proviso.document.Checked;
import dev.proviso.document.Findings;
import dev.proviso.document.Source;
import dev.proviso.document.YamlTree;
import java.util.List;
import java.util.Optional;

/**
 * A file of rule tests.
 *
 * @param policy whose versions are asked
 * @param law the law that is tested, if it is not the policy itself
 * @param tests in the order of the file, each once for every version that it is asked of
 */
public record RuleTestFile(Source source, String policy, Optional<String> law, List<RuleTestCase> tests) {

    public RuleTestFile {
        tests = List.copyOf(tests);
    }

    /** What a file says its tests are about, read even where the rest of it is full of mistakes. */
    public record About(Optional<String> policy, Optional<String> law) {

        /** Whether these are tests of a document of that id, be it a policy or a law. */
        public boolean isOf(String id) {
            return law.or(() -> policy).filter(id::equals).isPresent();
        }
    }

    public static About about(Source source) {
        Optional<YamlTree.Mapping> file = YamlTree.read(source.text(), new Findings(source.text()));
        return new About(text(file, "policy"), text(file, "law"));
    }

    private static Optional<String> text(Optional<YamlTree.Mapping> file, String key) {
        return file.flatMap(mapping -> Optional.ofNullable(mapping.entries().get(key)))
                .map(YamlTree.Entry::value)
                .filter(YamlTree.Scalar.class::isInstance)
                .map(value -> ((YamlTree.Scalar) value).text());
    }

    /** Reads a file against the documents that it may be about; every mistake is reported at once. */
    public static Checked<RuleTestFile> read(Source source, Corpus corpus) {
        Findings findings = new Findings(source.text());
        return findings.outcome(
                source, YamlTree.read(source.text(), findings).flatMap(file -> new FileReader(source, corpus, findings)
                        .read(file)));
    }
}
