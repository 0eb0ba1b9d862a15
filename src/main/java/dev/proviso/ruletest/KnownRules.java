package dev.proviso.ruletest;

import dev.proviso.comparison.Text;
import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
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

/** Finds the rules that tests cite, in the versions that they are asked of and in the law beside them. */
final class KnownRules {

    private final String policy;
    private final String about;
    private final Findings findings;
    private final Map<List<TestedVersion>, SortedMap<String, SortedSet<RuleId>>> known = new HashMap<>();

    /** @param about the document whose rules are cited by their numbers alone */
    KnownRules(String policy, String about, Findings findings) {
        this.policy = policy;
        this.about = about;
        this.findings = findings;
    }

    /** Reads a citation; notes it if no version has that rule. */
    Optional<RuleReference> cited(String text, Span place, List<TestedVersion> versions) {
        if (text.equals(RuleReference.DEFAULT)) {
            return Optional.of(new RuleReference(policy, Optional.empty()));
        }
        int blank = text.lastIndexOf(' ');
        String document = blank < 0 ? about : text.substring(0, blank).strip();
        SortedMap<String, SortedSet<RuleId>> documents = known.computeIfAbsent(versions, KnownRules::rules);
        if (versions.isEmpty()) {
            return Optional.empty(); // what is wrong with the versions was said
        }
        if (!documents.containsKey(document)) {
            findings.error(
                    "unknown-document",
                    place,
                    "There is no document " + Findings.quoted(document) + " here.",
                    findings.nearest(document, documents.keySet()).map(near -> near + text.substring(blank)));
            return Optional.empty();
        }
        return rule(text.substring(blank + 1), document, place, documents.getOrDefault(document, new TreeSet<>()));
    }

    private Optional<RuleReference> rule(String written, String document, Span place, Set<RuleId> rules) {
        Optional<RuleId> id = RuleId.parse(written).filter(rules::contains);
        if (id.isEmpty()) {
            String before = document.equals(about) ? "" : document + " ";
            findings.error(
                    "unknown-rule",
                    place,
                    "There is no rule " + Findings.quoted(written) + " in " + document + ".",
                    findings.nearest(
                                    written,
                                    rules.stream().map(RuleId::toString).toList())
                            .map(near -> before + near));
        }
        return id.map(rule -> new RuleReference(document, Optional.of(rule)));
    }

    private static SortedMap<String, SortedSet<RuleId>> rules(List<TestedVersion> versions) {
        return versions.stream()
                .flatMap(TestedVersion::documents)
                .map(Text::policy)
                .collect(Collectors.toMap(
                        document -> document.id(),
                        document ->
                                document.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)),
                        (some, more) -> {
                            some.addAll(more);
                            return some;
                        },
                        TreeMap::new));
    }
}
