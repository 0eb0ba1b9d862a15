package dev.proviso;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.LawRules;
import dev.proviso.engine.Rulebook;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The documents that ship in {@code policies/}, checked and compiled as they are found there. */
public final class Shipped {

    private static final Path FOLDER = Path.of("policies");
    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();
    private static final Map<String, Rulebook> RULEBOOKS = new ConcurrentHashMap<>();

    private Shipped() {}

    /** A version of the website privacy policy together with all the law that ships. */
    public static Rulebook rulebook(String version) {
        return RULEBOOKS.computeIfAbsent(version, Shipped::compile);
    }

    /** The outcome of checking a document, named by its path below {@code policies/}. */
    static Checked<CheckedPolicy> check(String path) {
        return Documents.policy(source(path), List.of(vocabulary()));
    }

    /** A checked document; fails with what is wrong with it if there is an error. */
    public static CheckedPolicy checked(String path) {
        Checked<CheckedPolicy> checked = check(path);
        return checked.value().orElseThrow(() -> new AssertionError(diagnostics(checked)));
    }

    /** All policy and law documents, by their paths, in order. */
    public static List<String> documents() {
        return Stream.of("law", "website-privacy")
                .flatMap(folder -> markdown(FOLDER.resolve(folder)).stream())
                .toList();
    }

    static String text(String path) {
        return source(path).text();
    }

    public static String diagnostics(Checked<?> checked) {
        return checked.diagnostics().stream()
                .map(diagnostic -> Documents.render(checked.source(), diagnostic))
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private static Rulebook compile(String version) {
        Policy policy = checked("website-privacy/" + version + ".md").policy();
        Vocabulary vocabulary = vocabulary();
        return new Rulebook(
                policy,
                policy.effective().orElseThrow(),
                vocabulary,
                Law.DOCUMENTS,
                COMPILER.policy(policy, vocabulary),
                Law.RULES);
    }

    public static Vocabulary vocabulary() {
        return Words.VOCABULARY;
    }

    private static List<String> markdown(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Source source(String path) {
        try {
            return new Source(path, Files.readString(FOLDER.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Words {
        static final Vocabulary VOCABULARY = read();

        private static Vocabulary read() {
            Checked<Vocabulary> checked = Documents.vocabulary(source("privacy.vocabulary.yaml"));
            return checked.value().orElseThrow(() -> new AssertionError(diagnostics(checked)));
        }
    }

    private static final class Law {
        static final List<Policy> DOCUMENTS = documents().stream()
                .filter(path -> path.startsWith("law/"))
                .map(path -> checked(path).policy())
                .toList();
        static final LawRules RULES = COMPILER.law(DOCUMENTS, vocabulary());
    }
}
