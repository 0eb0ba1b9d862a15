package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Source;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** From the YAML of a file to its tests. */
final class FileReader {

    private static final List<String> KEYS = List.of(
            "policy", "law", "versions", "now", "users", "recipients", "consents", "objections", "defaults", "tests");
    private static final Span TOP = new Span(0, 0);

    private final Source source;
    private final Corpus corpus;
    private final Findings findings;

    FileReader(Source source, Corpus corpus, Findings findings) {
        this.source = source;
        this.corpus = corpus;
        this.findings = findings;
    }

    Optional<RuleTestFile> read(YamlTree.Mapping mapping) {
        Entries file = new Entries(mapping, findings);
        file.refuseOthers("A file of tests", KEYS::contains, KEYS);
        Optional<String> policy = file.required(
                        "policy", TOP, "The line \"policy: ID\" is missing: which policy is asked.")
                .flatMap(id -> known("policy", id, corpus.policies()));
        Optional<String> law = file.scalar("law").flatMap(id -> known("law", id, corpus.laws()));
        file.require("tests", TOP, "There are no \"tests\".");
        String asked = policy.orElse("");
        List<RuleTestCase> tests = tests(file, asked, law);
        return policy.map(id -> new RuleTestFile(source, id, law, tests));
    }

    private Optional<String> known(String what, YamlTree.Scalar id, SortedSet<String> ids) {
        if (ids.contains(id.text())) {
            return Optional.of(id.text());
        }
        findings.error(
                "unknown-" + what,
                id.span(),
                "There is no " + what + " " + Findings.quoted(id.text()) + " here.",
                findings.nearest(id.text(), ids));
        return Optional.empty();
    }

    private List<RuleTestCase> tests(Entries file, String policy, Optional<String> law) {
        List<TestedVersion> all = corpus.versions(policy);
        VersionsReader versions = new VersionsReader(policy, all, corpus.isGrowing(), findings);
        List<TestedVersion> asked = file.entry("versions")
                .map(entry -> versions.read(entry.value()))
                .orElse(all);
        Fixtures fixtures = new Fixtures(file);
        fixtures.refuseWords(Fixtures.Kind.RECIPIENTS, recipients(all));
        GivenFacts stated = file.section("defaults")
                .map(defaults -> GivenFacts.NOTHING.with(TestsReader.defaults(defaults)))
                .orElse(GivenFacts.NOTHING);
        String about = law.orElse(policy);
        ExpectedReader expected = new ExpectedReader(new KnownRules(policy, about, findings), findings);
        List<CaseReader.Case> cases = new TestsReader(source, versions, expected, findings)
                .read(file.list("tests"), new TestsReader.Within("", stated, asked));
        var subject = new CaseReader.Subject(about, law.isPresent(), now(file));
        CaseReader reader = new CaseReader(source, subject, fixtures, findings);
        List<RuleTestCase> tests =
                cases.stream().flatMap(one -> reader.read(one).stream()).toList();
        if (findings.errors() == 0) {
            fixtures.warnOfUnused();
        }
        return tests;
    }

    private Optional<TestTime> now(Entries file) {
        file.require(
                "now",
                TOP,
                "The line \"now: TIME\" is missing: when the questions are asked, such as 2016-02-01T10:00:00+08:00"
                        + " or start + P30D.");
        return file.entry("now").flatMap(entry -> TestTime.read(entry.value(), findings));
    }

    private static Set<String> recipients(List<TestedVersion> versions) {
        Set<String> words = new TreeSet<>();
        versions.forEach(version -> version.vocabulary().keys(Vocabulary.Section.RECIPIENTS).stream()
                .map(Key::value)
                .forEach(words::add));
        return words;
    }
}
