package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Source;
import dev.proviso.document.YamlTree;
import dev.proviso.ruletest.CaseReader.Case;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a list of tests: each a test, a table of them, or a group with defaults of its own. */
final class TestsReader {

    private static final List<String> KINDS = List.of("test", "table", "group");
    private static final List<String> OF_TEST = List.of("test", "versions", "each", "expect");
    private static final List<String> OF_TABLE = List.of("table", "versions", "each", "columns", "rows");
    private static final List<String> OF_GROUP = List.of("group", "versions", "defaults", "tests");
    private static final String BETWEEN = " › ";
    /** More than anyone writes; a few words of {@code each} would make millions. */
    private static final int MOST_QUESTIONS = 20_000;

    private final Source source;
    private final VersionsReader versions;
    private final ExpectedReader expected;
    private final Findings findings;
    private final List<Case> cases = new ArrayList<>();
    private int questions;
    private final Set<String> names = new HashSet<>();

    TestsReader(Source source, VersionsReader versions, ExpectedReader expected, Findings findings) {
        this.source = source;
        this.versions = versions;
        this.expected = expected;
        this.findings = findings;
    }

    /** What a list of tests takes over from what it stands in. */
    record Within(String group, GivenFacts stated, List<TestedVersion> versions) {

        /** What is stated nearer, and the versions that are named nearer, stand in place of these. */
        private Within with(String name, GivenFacts nearer, List<TestedVersion> those) {
            return new Within(group + name, nearer, those);
        }
    }

    /** Every test that is asked, in the order of the file. */
    List<Case> read(List<YamlTree> items, Within within) {
        for (YamlTree item : items) {
            new Entries(findings).section(item, "A test").ifPresent(entries -> read(entries, item, within));
        }
        return cases;
    }

    private void read(Entries entries, YamlTree item, Within within) {
        List<String> kinds = KINDS.stream().filter(entries::has).toList();
        if (kinds.size() != 1) {
            findings.error(
                    "kind",
                    item.span(),
                    "This should be one of \"test:\", \"table:\" and \"group:\", with the sentence by which it is known.");
            return;
        }
        String kind = kinds.get(0);
        Optional<YamlTree.Scalar> name = entries.scalar(kind);
        List<TestedVersion> asked = entries.entry("versions")
                .map(entry -> versions.read(entry.value()))
                .orElse(within.versions());
        name.ifPresent(known -> {
            switch (kind) {
                case "group" -> group(entries, known, within, asked);
                case "table" -> table(entries, known, within, asked);
                default -> test(entries, known, within, asked);
            }
        });
    }

    private void group(Entries entries, YamlTree.Scalar name, Within within, List<TestedVersion> asked) {
        entries.refuseOthers("A group", OF_GROUP::contains, OF_GROUP);
        entries.require("tests", name.span(), "This group has no \"tests\".");
        GivenFacts stated = entries.section("defaults")
                .map(defaults -> within.stated().with(defaults(defaults)))
                .orElse(within.stated());
        read(entries.list("tests"), within.with(written(name) + BETWEEN, stated, asked));
    }

    /** The fields that defaults state; notes what is no field of a question. */
    static Map<String, YamlTree.Entry> defaults(Entries defaults) {
        defaults.refuseOthers("A question", GivenFacts::isField, GivenFacts.names());
        return defaults.entries(GivenFacts::isField);
    }

    private void test(Entries entries, YamlTree.Scalar name, Within within, List<TestedVersion> asked) {
        refuseOthers("A test", entries, OF_TEST);
        entries.require("expect", name.span(), "This test lacks \"expect\": what should be the answer.");
        Within here = within.with(written(name), within.stated().with(entries.entries(GivenFacts::isField)), asked);
        List<Variation> each = each(entries);
        entries.entry("expect").map(YamlTree.Entry::value).ifPresent(expect -> SharedExpectation.read(
                        expect, asked, each, expected, findings)
                .ifPresent(answers ->
                        each.forEach(variation -> add(here, variation, name, variation.written(), answers))));
    }

    private void table(Entries entries, YamlTree.Scalar name, Within within, List<TestedVersion> asked) {
        refuseOthers("A table", entries, OF_TABLE);
        Within here = within.with(written(name), within.stated().with(entries.entries(GivenFacts::isField)), asked);
        List<Variation> each = each(entries);
        for (TableReader.Cell cell : new TableReader(versions, findings).read(entries, name.span())) {
            List<TestedVersion> those = cell.version().map(List::of).orElse(asked);
            SharedExpectation.read(cell.value(), those, each, expected, findings)
                    .ifPresent(answers -> each.forEach(variation -> add(
                            here.with("", here.stated(), those),
                            cell.variation().with(variation),
                            cell.value(),
                            variation.written(),
                            answers)));
        }
    }

    private static void refuseOthers(String what, Entries entries, List<String> keys) {
        entries.refuseOthers(
                what,
                key -> keys.contains(key) || GivenFacts.isField(key),
                Stream.concat(keys.stream(), GivenFacts.names().stream()).toList());
    }

    private List<Variation> each(Entries entries) {
        return entries.section("each")
                .map(each -> Variation.each(each, findings))
                .orElse(List.of(Variation.NONE));
    }

    /** @param own what tells the question from others of the same expectation */
    private void add(
            Within here, Variation variation, YamlTree place, Map<String, String> own, SharedExpectation answers) {
        int before = questions;
        questions += Math.max(1, here.versions().size());
        if (questions > MOST_QUESTIONS) {
            if (before <= MOST_QUESTIONS) {
                findings.error(
                        "too-many",
                        place.span(),
                        "This file asks more than " + MOST_QUESTIONS
                                + " questions: each row of a table is one, for every version that is asked.");
            }
            return;
        }
        String label = variation.label(source);
        String name = here.group() + (label.isEmpty() ? "" : ": " + label);
        // Two versions of one row are two tests, though all else is the same.
        if (!here.versions().isEmpty()
                && !names.add(name
                        + here.versions().stream().map(TestedVersion::label).toList())) {
            findings.error(
                    "twice",
                    place.span(),
                    "Another test here is known by the same name: " + Findings.quoted(name) + ".");
        }
        GivenFacts stated = here.stated().with(variation.fields());
        cases.add(new Case(place.span(), name, stated, here.versions(), answers.of(own), answers.place(), own));
    }

    private static String written(YamlTree.Scalar name) {
        return name.text().strip().replaceAll("\\s+", " ");
    }
}
