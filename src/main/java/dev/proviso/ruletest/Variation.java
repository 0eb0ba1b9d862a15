package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.document.Findings;
import dev.proviso.document.Source;
import dev.proviso.document.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tells a question from others of its table, or of its test. */
record Variation(Map<String, YamlTree.Entry> fields) {

    private static final int LONGEST = 80;
    /** How many questions one {@code each} may ask. */
    private static final int MOST = 10_000;

    private static final Pattern PLAIN =
            Pattern.compile("\\p{Alnum}(?:[\\p{Alnum}.+_/()#*-]|:(?=\\p{Alnum})| (?=[\\p{Alnum}(]))*");
    /** What means no text where it stands without quotation marks. */
    private static final Pattern OF_ANOTHER_TYPE = Pattern.compile("|null|true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    static final Variation NONE = new Variation(Map.of());

    /** From {@code each: {purpose: [A, B], user: [C, D]}}: the same is asked for A and C, A and D, B and C, B and D. */
    static List<Variation> each(Entries each, Findings findings) {
        each.refuseOthers("A question", GivenFacts::isField, GivenFacts.names());
        List<Variation> variations = List.of(NONE);
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

    Variation with(String field, YamlTree.Entry entry) {
        Map<String, YamlTree.Entry> more = new LinkedHashMap<>(fields);
        more.put(field, entry);
        return new Variation(more);
    }

    Variation with(Variation other) {
        Map<String, YamlTree.Entry> more = new LinkedHashMap<>(fields);
        more.putAll(other.fields);
        return new Variation(more);
    }

    Variation without(String field) {
        Map<String, YamlTree.Entry> less = new LinkedHashMap<>(fields);
        less.remove(field);
        return new Variation(less);
    }

    /** Its fields as YAML has them on one line; what means the same is written alike. */
    Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        fields.forEach((field, entry) -> written.put(field, flow(entry.value())));
        return written;
    }

    /** On one line, within brackets. */
    static String flow(YamlTree value) {
        if (value instanceof YamlTree.Sequence list) {
            return list.items().stream().map(Variation::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof YamlTree.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": "
                            + flow(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        YamlTree.Scalar scalar = (YamlTree.Scalar) value;
        boolean isNoText = OF_ANOTHER_TYPE.matcher(scalar.text()).matches();
        return isNoText && scalar.plain() ? scalar.text() : quoted(scalar.text());
    }

    /** As JSON has texts, which YAML reads, unless it is plain anyway. */
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !OF_ANOTHER_TYPE.matcher(text).matches()
                ? text
                : TextNode.valueOf(text).toString();
    }

    /** In the words of the file: {@code purpose marketing.survey, user Ming}. */
    String label(Source source) {
        StringBuilder label = new StringBuilder();
        fields.forEach((field, entry) -> label.append(label.isEmpty() ? "" : ", ")
                .append(field)
                .append(' ')
                .append(written(entry.value(), source)));
        return label.toString();
    }

    private static String written(YamlTree value, Source source) {
        String words = value instanceof YamlTree.Scalar scalar
                ? scalar.text()
                : source.text().substring(value.span().start(), value.span().end());
        String folded = words.strip().replaceAll("\\s+", " ");
        return folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST - 1) + "…";
    }
}
