package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code each: {purpose: [A, B], user: [C, D]}}: the same is asked for A and C, A and D, B and C, B and D. */
final class EachReader {

    private static final int MOST = 10_000;

    private final Findings findings;

    EachReader(Findings findings) {
        this.findings = findings;
    }

    List<Variation> read(Entries each) {
        each.refuseOthers("A question", GivenFacts::isField, GivenFacts.names());
        List<Variation> variations = List.of(Variation.NONE);
        for (Map.Entry<String, YamlTree.Entry> field :
                each.entries(GivenFacts::isField).entrySet()) {
            List<YamlTree> values = each.list(field.getKey());
            if ((long) variations.size() * values.size() > MOST) {
                findings.error("too-many", field.getValue().key(), "This asks more than " + MOST + " questions.");
                return List.of();
            }
            variations = all(variations, field.getKey(), field.getValue(), values);
        }
        return variations;
    }

    private static List<Variation> all(
            List<Variation> variations, String field, YamlTree.Entry entry, List<YamlTree> values) {
        List<Variation> more = new ArrayList<>();
        for (Variation variation : variations) {
            values.forEach(value -> more.add(variation.with(field, new YamlTree.Entry(entry.key(), value))));
        }
        return more;
    }
}
