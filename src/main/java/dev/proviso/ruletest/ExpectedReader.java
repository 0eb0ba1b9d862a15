package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import dev.proviso.engine.Decision;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is expected: {@code DENY}, {@code DENY by 7(1) and law-eu 4}, or the same, and more, spelt out. */
final class ExpectedReader {

    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+by\\s+(.+))?");
    private static final Pattern BETWEEN = Pattern.compile("\\s+and\\s+|\\s*,\\s*|$");
    private static final List<String> KEYS = List.of("decision", "rules", "missing", "obligations", "remedies");
    private static final List<String> KEYS_AND_EXCEPTIONS =
            Stream.concat(KEYS.stream(), Stream.of(SharedExpectation.EXCEPT)).toList();
    private static final List<String> DECISIONS =
            Arrays.stream(Decision.values()).map(Decision::name).toList();

    private final KnownRules rules;
    private final DutyReader duties;
    private final Findings findings;

    ExpectedReader(KnownRules rules, Findings findings) {
        this.rules = rules;
        this.duties = new DutyReader(rules, findings);
        this.findings = findings;
    }

    /** @param versions that are asked */
    Optional<Expected> read(YamlTree value, List<TestedVersion> versions) {
        return read(value, versions, KEYS);
    }

    /** The same; there may be exceptions, which are passed over. */
    Optional<Expected> usual(YamlTree value, List<TestedVersion> versions) {
        return read(value, versions, KEYS_AND_EXCEPTIONS);
    }

    private Optional<Expected> read(YamlTree value, List<TestedVersion> versions, List<String> keys) {
        return value instanceof YamlTree.Mapping mapping
                ? spelt(mapping, versions, keys)
                : new Entries(findings).text(value, "What is expected").flatMap(text -> inShort(text, versions));
    }

    private Optional<Expected> inShort(YamlTree.Scalar text, List<TestedVersion> versions) {
        Matcher form = FORM.matcher(text.text().strip());
        if (!form.matches()) {
            findings.error(
                    "expect",
                    text.span(),
                    "What is expected is a decision, and perhaps the rules that decide: \"DENY by 7(1) and law-eu 4\".");
            return Optional.empty();
        }
        Optional<Decision> decision = decision(form.group(1), text.part(form.start(1), form.end(1)));
        Optional<SortedSet<RuleReference>> cited =
                Optional.ofNullable(form.group(2)).map(list -> cited(list, text, form.start(2), versions));
        return decision.map(known -> Expected.of(known, cited));
    }

    private Optional<Decision> decision(String word, Span place) {
        if (DECISIONS.contains(word)) {
            return Optional.of(Decision.valueOf(word));
        }
        findings.error(
                "decision",
                place,
                Findings.quoted(word) + " is not a decision: it is one of " + String.join(", ", DECISIONS) + ".",
                findings.nearest(word, DECISIONS));
        return Optional.empty();
    }

    private SortedSet<RuleReference> cited(
            String list, YamlTree.Scalar text, int offset, List<TestedVersion> versions) {
        NavigableSet<RuleReference> found = new TreeSet<>();
        Matcher between = BETWEEN.matcher(list);
        for (int start = 0; start < list.length() && between.find(); start = between.end()) {
            rules.cited(
                            list.substring(start, between.start()),
                            text.part(offset + start, offset + between.start()),
                            versions)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Expected> spelt(YamlTree.Mapping mapping, List<TestedVersion> versions, List<String> keys) {
        Entries entries = new Entries(mapping, findings);
        entries.refuseOthers("What is expected", keys::contains, keys);
        Optional<Decision> decision = entries.required(
                        "decision", mapping.span(), "What is expected lacks its \"decision\".")
                .flatMap(word -> decision(word.text(), word.span()));
        Optional<SortedSet<RuleReference>> cited = entries.entry("rules").map(entry -> rules(entries, entry, versions));
        Optional<SortedSet<String>> missing = entries.entry("missing")
                .map(entry -> new TreeSet<>(words(entries.texts(entry.value(), "A missing fact"))));
        var obligations = entries.entry("obligations").map(entry -> duties.read(entry.value(), versions));
        Optional<Set<Set<String>>> remedies = entries.entry("remedies").map(entry -> remedies(entries, entry));
        decision.ifPresent(known -> refuseIdle(entries, known));
        return decision.map(known -> new Expected(known, cited, missing, obligations, remedies));
    }

    /** What no answer with this decision has need not be expected, and would be expected by mistake. */
    private void refuseIdle(Entries entries, Decision decision) {
        boolean permits = decision == Decision.PERMIT;
        idle(entries, "obligations", permits, "Only a PERMIT comes with obligations.");
        idle(
                entries,
                "missing",
                decision == Decision.INDETERMINATE,
                "Facts are missing only where it is INDETERMINATE.");
        idle(
                entries,
                "remedies",
                decision == Decision.DENY || decision == Decision.INDETERMINATE,
                "There are remedies only for DENY and INDETERMINATE.");
    }

    private void idle(Entries entries, String key, boolean fits, String sentence) {
        if (!fits) {
            entries.entry(key).ifPresent(entry -> findings.error("expect", entry.key(), sentence));
        }
    }

    private SortedSet<RuleReference> rules(Entries entries, YamlTree.Entry entry, List<TestedVersion> versions) {
        NavigableSet<RuleReference> found = new TreeSet<>();
        entries.texts(entry.value(), "A rule")
                .forEach(text ->
                        rules.cited(text.text().strip(), text.span(), versions).ifPresent(found::add));
        return found;
    }

    private static Set<Set<String>> remedies(Entries entries, YamlTree.Entry entry) {
        Set<Set<String>> remedies = new HashSet<>();
        entries.list(entry.value(), "\"remedies\"")
                .forEach(changes -> remedies.add(words(entries.texts(changes, "A change"))));
        return remedies;
    }

    private static Set<String> words(List<YamlTree.Scalar> texts) {
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> words.add(text.text().strip()));
        return words;
    }
}
