package dev.proviso.ruletest;

import dev.proviso.document.Source;
import dev.proviso.document.YamlTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tells a question from others of its table, or of its test. */
record Variation(Map<String, YamlTree.Entry> fields) {

    private static final int LONGEST = 80;

    static final Variation NONE = new Variation(Map.of());

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
