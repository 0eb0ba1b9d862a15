package dev.proviso.ruletest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import dev.proviso.question.Mistake;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question as it would be asked over HTTP, made of what is stated, with the place of each of its parts. */
final class QuestionDraft {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final UserFacts users;
    private final Fixtures fixtures;
    private final Findings findings;
    private final ObjectNode json = JSON.objectNode();
    private final Map<String, YamlTree.Entry> places = new HashMap<>();
    private final TestTime.Places relative = new TestTime.Places();
    private boolean faulty;

    private QuestionDraft(Fixtures fixtures, Findings findings) {
        this.users = new UserFacts(fixtures, findings);
        this.fixtures = fixtures;
        this.findings = findings;
    }

    static QuestionDraft of(GivenFacts stated, Fixtures fixtures, Findings findings) {
        QuestionDraft draft = new QuestionDraft(fixtures, findings);
        stated.all().forEach(draft::put);
        return draft;
    }

    /** As it is written, with times that are counted from the start of a version as they stand there. */
    ObjectNode json() {
        return json;
    }

    /** As it is asked of a version. */
    ObjectNode json(TestedVersion version) {
        return relative.in(json, version);
    }

    /** Whether a time in it was found to be none. */
    boolean isFaulty() {
        return faulty;
    }

    /** Whether other versions may be asked at other times. */
    boolean isRelative() {
        return !relative.isEmpty();
    }

    /** Where a mistake in this question stands. */
    Span place(Mistake mistake, Span otherwise) {
        YamlTree.Entry there = places.get(mistake.at());
        if (there != null && mistake.ofName()) {
            return there.key();
        }
        for (String path = mistake.at(); !path.isEmpty(); path = parent(path)) {
            YamlTree.Entry entry = places.get(path);
            if (entry != null) {
                return entry.value().span();
            }
        }
        return otherwise;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private void put(String field, YamlTree.Entry entry) {
        int dot = field.lastIndexOf('.');
        relative.forget(field);
        if (field.equals("user") && !isNull(entry.value())) {
            places.put(field, entry);
            ObjectNode user = json.putObject(field);
            users.of(entry.value()).forEach((fact, value) -> user.set(fact, value(field + "." + fact, value)));
        } else if (field.equals("recipient")) {
            json.set(field, value(field, recipient(entry)));
        } else if (dot > 0) {
            putPart(field.substring(0, dot), field.substring(dot + 1), entry);
        } else if (!field.equals(GivenFacts.CONTROLLER)) {
            json.set(field, value(field, entry));
        }
    }

    private void putPart(String path, String part, YamlTree.Entry entry) {
        ObjectNode whole = whole(path);
        if (path.equals("user") && UserFacts.AGES.contains(part)) {
            whole.remove(UserFacts.AGES);
        }
        whole.set(part, value(path + "." + part, entry));
    }

    /** The object that a path leads to. A recipient that is named by its key alone has that key as its kind. */
    private ObjectNode whole(String path) {
        ObjectNode at = json;
        for (String step : path.split("\\.")) {
            JsonNode next = at.path(step);
            if (!(next instanceof ObjectNode)) {
                ObjectNode made = at.putObject(step);
                if (step.equals("recipient") && next.isTextual()) {
                    made.set("kind", next);
                }
            }
            at = (ObjectNode) at.path(step);
        }
        return at;
    }

    private YamlTree.Entry recipient(YamlTree.Entry entry) {
        return entry.value() instanceof YamlTree.Scalar name && fixtures.has(Fixtures.Kind.RECIPIENTS, name.text())
                ? fixtures.find(Fixtures.Kind.RECIPIENTS, name)
                        .map(named -> new YamlTree.Entry(entry.key(), named))
                        .orElse(entry)
                : entry;
    }

    private JsonNode value(String path, YamlTree.Entry entry) {
        places.put(path, entry);
        YamlTree value = entry.value();
        if (value instanceof YamlTree.Sequence list) {
            ArrayNode array = JSON.arrayNode();
            list.items().forEach(item -> named(path, item)
                    .ifPresent(found ->
                            array.add(value(path + "[" + array.size() + "]", new YamlTree.Entry(item.span(), found)))));
            return array;
        }
        if (value instanceof YamlTree.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, inner) -> object.set(key, value(path + "." + key, inner)));
            return object;
        }
        return scalar(path, (YamlTree.Scalar) value);
    }

    /** A consent or an objection may be stated by its name; nothing if nobody has that name. */
    private Optional<YamlTree> named(String list, YamlTree item) {
        Optional<Fixtures.Kind> kind =
                switch (list) {
                    case "user.consents" -> Optional.of(Fixtures.Kind.CONSENTS);
                    case "user.objections" -> Optional.of(Fixtures.Kind.OBJECTIONS);
                    default -> Optional.empty();
                };
        return kind.isPresent() && item instanceof YamlTree.Scalar name
                ? fixtures.find(kind.get(), name).map(found -> found)
                : Optional.of(item);
    }

    private static boolean isNull(YamlTree value) {
        return value instanceof YamlTree.Scalar scalar
                && scalar.plain()
                && scalar.text().equals("null");
    }

    private JsonNode scalar(String path, YamlTree.Scalar scalar) {
        String text = scalar.text();
        if (TestTime.Places.isInstant(path) && TestTime.isMeantRelative(text)) {
            TestTime.read(scalar, findings).ifPresentOrElse(time -> relative.add(path, time), () -> faulty = true);
        }
        if (scalar.isNothing()) {
            findings.error("nothing", scalar.span(), "Nothing stands here. What is not known is null.");
            return JSON.nullNode();
        }
        if (!scalar.plain()) {
            return JSON.textNode(text);
        }
        return switch (text) {
            case "null" -> JSON.nullNode();
            case "true", "false" -> JSON.booleanNode(text.equals("true"));
            default -> NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
        };
    }
}
