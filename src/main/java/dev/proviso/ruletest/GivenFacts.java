package dev.proviso.ruletest;

import dev.proviso.document.YamlTree;
import dev.proviso.question.QuestionReader;
import dev.proviso.question.UserReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is stated about a question, by field. What is stated nearer to a test stands in place of what is stated further off: a
 * field in place of the whole field, and a part of one ({@code user.age}) in place of that part.
 */
final class GivenFacts {

    static final GivenFacts NOTHING = new GivenFacts(Map.of());

    /** Where the controller is taken to be: no field of a question, for over HTTP the policy says it. */
    static final String CONTROLLER = "controller";

    private static final Set<String> WITH_FREE_PARTS = Set.of("circumstances", "attributes", "dataAttributes");

    private static final Set<String> FIELDS = known();

    private final Map<String, YamlTree.Entry> fields;

    private GivenFacts(Map<String, YamlTree.Entry> fields) {
        this.fields = fields;
    }

    private static Set<String> known() {
        Set<String> fields = new TreeSet<>(QuestionReader.FIELDS);
        fields.removeAll(Set.of("policy", "version", "trial"));
        QuestionReader.RECIPIENT.forEach(part -> fields.add("recipient." + part));
        UserReader.FIELDS.forEach(part -> fields.add("user." + part));
        fields.add(CONTROLLER);
        return fields;
    }

    /** The fields by their names, as far as these are the same for every vocabulary. */
    static Set<String> names() {
        return FIELDS;
    }

    static boolean isField(String name) {
        int dot = name.indexOf('.');
        return FIELDS.contains(name)
                || name.startsWith("user.attributes.")
                || dot > 0 && WITH_FREE_PARTS.contains(name.substring(0, dot));
    }

    GivenFacts with(Map<String, YamlTree.Entry> nearer) {
        Map<String, YamlTree.Entry> all = new LinkedHashMap<>(fields);
        nearer.forEach((field, entry) -> {
            if (field.indexOf('.') < 0) {
                all.keySet().removeIf(other -> other.startsWith(field + "."));
                all.put(field, entry);
            }
        });
        nearer.forEach((field, entry) -> {
            if (field.indexOf('.') >= 0) {
                all.put(field, entry);
            }
        });
        return new GivenFacts(all);
    }

    Optional<YamlTree.Entry> get(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Every field; whole ones before their parts. */
    Map<String, YamlTree.Entry> all() {
        return fields;
    }
}
