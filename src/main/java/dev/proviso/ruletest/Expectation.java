package dev.proviso.ruletest;

import dev.proviso.document.Checked;
import dev.proviso.document.Findings;
import dev.proviso.document.Source;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import dev.proviso.engine.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program expects of an answer, in the words that a file of tests has for it. */
public final class Expectation {

    /** There is no text to point at. */
    private static final Span NOWHERE = new Span(0, 0);

    private Expectation() {}

    /**
     * As a test puts it on one line: {@code DENY by 7(1) and law-eu 4}.
     *
     * @throws IllegalArgumentException with a sentence for each word that is none, and the nearest one
     */
    public static Expected of(String line, TestedVersion version) {
        return read(scalar(line), version);
    }

    /**
     * As a test spells it out.
     *
     * @param exactly words by key: {@code rules}, {@code missing} or {@code obligations}
     * @throws IllegalArgumentException with a sentence for each word that is none, and the nearest one
     */
    public static Expected of(Decision decision, Map<String, List<String>> exactly, TestedVersion version) {
        Map<String, YamlTree.Entry> entries = new LinkedHashMap<>();
        entries.put("decision", new YamlTree.Entry(NOWHERE, scalar(decision.name())));
        exactly.forEach((key, words) -> entries.put(
                key,
                new YamlTree.Entry(
                        NOWHERE,
                        new YamlTree.Sequence(
                                words.stream().map(Expectation::scalar).toList(), NOWHERE))));
        return read(new YamlTree.Mapping(entries, NOWHERE), version);
    }

    private static YamlTree scalar(String text) {
        return new YamlTree.Scalar(text, false, false, NOWHERE);
    }

    private static Expected read(YamlTree tree, TestedVersion version) {
        Findings findings = new Findings("");
        KnownRules rules = new KnownRules(version.policy(), version.policy(), findings);
        Checked<Expected> read =
                findings.outcome(new Source("", ""), new ExpectedReader(rules, findings).read(tree, List.of(version)));
        return read.value().orElseThrow(() -> new IllegalArgumentException(sentences(read)));
    }

    private static String sentences(Checked<Expected> read) {
        return read.diagnostics().stream()
                .map(one -> one.message()
                        + one.suggestion()
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
