package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import dev.proviso.engine.Answer;
import dev.proviso.policy.Duty.Timing;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the duties that should come with a permit: each a key, or with the fields that an answer over HTTP gives it. */
final class DutyReader {

    private static final List<String> KEYS = List.of("obligation", "when", "rule", "outcome");
    private static final List<String> TIMES =
            Arrays.stream(Timing.values()).map(Expected::lower).toList();
    private static final List<String> OUTCOMES =
            List.of(Answer.Outcome.APPLIES.name(), Answer.Outcome.MAY_APPLY.name());

    private final KnownRules rules;
    private final Findings findings;

    DutyReader(KnownRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    List<Expected.Duty> read(YamlTree value, List<TestedVersion> versions) {
        List<Expected.Duty> duties = new ArrayList<>();
        for (YamlTree item : new Entries(findings).list(value, "\"obligations\"")) {
            (item instanceof YamlTree.Mapping mapping ? spelt(mapping, versions) : key(item, versions))
                    .ifPresent(duties::add);
        }
        return duties;
    }

    private Optional<Expected.Duty> key(YamlTree item, List<TestedVersion> versions) {
        return new Entries(findings)
                .text(item, "An obligation")
                .flatMap(word -> obligation(word, versions))
                .map(key -> new Expected.Duty(key, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Optional<Expected.Duty> spelt(YamlTree.Mapping mapping, List<TestedVersion> versions) {
        Entries entries = new Entries(mapping, findings);
        entries.refuseOthers("An obligation", KEYS::contains, KEYS);
        Optional<String> key = entries.required("obligation", mapping.span(), "This lacks its \"obligation\".")
                .flatMap(word -> obligation(word, versions));
        Optional<String> when = entries.scalar("when").flatMap(word -> oneOf(TIMES, word));
        Optional<RuleReference> rule =
                entries.scalar("rule").flatMap(text -> rules.cited(text.text().strip(), text.span(), versions));
        Optional<String> outcome = entries.scalar("outcome").flatMap(word -> oneOf(OUTCOMES, word));
        return key.map(known -> new Expected.Duty(known, when, rule, outcome));
    }

    /** Notes a word that no version's vocabulary has among its obligations. */
    private Optional<String> obligation(YamlTree.Scalar word, List<TestedVersion> versions) {
        Set<String> known = new TreeSet<>(Set.of(Expected.MANDATE));
        versions.forEach(version -> version.vocabulary().keys(Section.OBLIGATIONS).stream()
                .map(Key::value)
                .forEach(known::add));
        return oneOf(known, word);
    }

    private Optional<String> oneOf(java.util.Collection<String> known, YamlTree.Scalar word) {
        if (known.contains(word.text())) {
            return Optional.of(word.text());
        }
        findings.error(
                "obligation",
                word.span(),
                Findings.quoted(word.text()) + " is not one of " + String.join(", ", known) + ".",
                findings.nearest(word.text(), known));
        return Optional.empty();
    }
}
