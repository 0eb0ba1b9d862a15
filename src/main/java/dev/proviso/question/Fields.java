package dev.proviso.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.policy.Correction;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON text while it is being read. What is wrong is noted and reading goes on, with the value left out, so
 * that every mistake of a text is reported at once. A field that nobody knows is a mistake.
 */
public final class Fields {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_MISTAKES = 50;

    private final ObjectNode object;
    private final String path;
    private final List<Mistake> mistakes;

    private Fields(ObjectNode object, String path, List<Mistake> mistakes) {
        this.object = object;
        this.path = path;
        this.mistakes = mistakes;
    }

    /** @param path where the object stands in the text; empty for the text itself */
    public static Fields of(ObjectNode object, String path, List<Mistake> mistakes, Set<String> known) {
        Fields fields = new Fields(object, path, mistakes);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fields.noteName(
                        name,
                        "There is no field \"" + shortened(name) + "\" here.",
                        () -> Documents.nearest(name, known));
            }
        });
        return fields;
    }

    /** An object that may have any field. */
    public static Fields open(ObjectNode object, List<Mistake> mistakes) {
        return new Fields(object, "", mistakes);
    }

    /** Is the field there, with a value or null? */
    public boolean has(String name) {
        return object.has(name);
    }

    public boolean isNull(String name) {
        return object.path(name).isNull();
    }

    /** Notes that a field is missing. */
    public void require(String name) {
        if (!has(name)) {
            note(name, "The field \"" + name + "\" is required.");
        } else if (isNull(name)) {
            refuseNull(name);
        }
    }

    /** Notes a null where nothing can be unknown. */
    public void refuseNull(String name) {
        if (isNull(name)) {
            note(name, "This cannot be null: it is never unknown.");
        }
    }

    public Optional<String> text(String name) {
        return value(name, Fields::text);
    }

    public Optional<Instant> instant(String name) {
        return value(name, Fields::time).map(OffsetDateTime::toInstant);
    }

    public Optional<OffsetDateTime> time(String name) {
        return value(name, Fields::time);
    }

    public Optional<LocalDate> date(String name) {
        return value(name, Fields::date);
    }

    public Optional<Boolean> bool(String name) {
        return value(name, Fields::bool);
    }

    public Optional<BigDecimal> number(String name) {
        return value(name, Fields::number);
    }

    /** A whole number from 0 through the limit. */
    public Optional<Integer> count(String name, int limit) {
        return number(name).flatMap(number -> {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (whole && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(limit)) <= 0) {
                return Optional.of(number.intValueExact());
            }
            note(name, "This is not a whole number from 0 through " + limit + ".");
            return Optional.empty();
        });
    }

    /** An object within this one. */
    public Optional<Fields> object(String name, Set<String> known) {
        return objectNode(name).map(inner -> of(inner, at(name), mistakes, known));
    }

    /** An object within this one whose field names are the caller's to check. */
    public Optional<Fields> openObject(String name) {
        return objectNode(name).map(inner -> new Fields(inner, at(name), mistakes));
    }

    private Optional<ObjectNode> objectNode(String name) {
        return value(
                name,
                (value, node) -> node instanceof ObjectNode inner ? Optional.of(inner) : value.expected("an object"));
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** How many elements a list has; 0 for anything else. */
    public int size(String name) {
        return object.path(name).isArray() ? object.path(name).size() : 0;
    }

    /** Is the text among the elements of a list? */
    public boolean holds(String name, String text) {
        for (JsonNode element : object.path(name)) {
            if (text.equals(element.textValue())) {
                return true;
            }
        }
        return false;
    }

    public boolean isText(String name) {
        return object.path(name).isTextual();
    }

    /**
     * The elements of a list; empty if it is null or left out, or has too many, which is a mistake.
     *
     * @param most how many it may have
     * @param read reads one element, which is the only field of the fields it is given, under the name given to it
     */
    public <T> Optional<List<T>> list(String name, int most, BiFunction<Fields, String, Optional<T>> read) {
        return value(name, (value, node) -> {
            if (!node.isArray()) {
                return value.expected("a list");
            }
            if (node.size() > most) {
                note(name, "This list has " + node.size() + " elements; at most " + most + " may stand in it.");
                return Optional.empty();
            }
            List<T> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                String element = name + "[" + i + "]";
                ObjectNode alone = object.objectNode();
                alone.set(element, node.get(i));
                Fields one = new Fields(alone, path, mistakes);
                if (node.get(i).isNull()) {
                    one.note(element, "An element of a list cannot be null.");
                } else {
                    read.apply(one, element).ifPresent(elements::add);
                }
            }
            return Optional.of(elements);
        });
    }

    /** Notes a mistake, up to a number that no honest question reaches. */
    public void note(String name, String detail, Supplier<Optional<String>> nearest) {
        note(name, detail, nearest, false);
    }

    /** Notes that a field has no business here, whatever its value is. */
    public void noteName(String name, String detail, Supplier<Optional<String>> nearest) {
        note(name, detail, nearest, true);
    }

    private void note(String name, String detail, Supplier<Optional<String>> nearest, boolean ofName) {
        if (mistakes.size() < MOST_MISTAKES) {
            mistakes.add(new Mistake(at(name), detail, nearest.get(), ofName));
        }
    }

    /** Notes what is wrong with a field's value, and what was probably meant. */
    public void note(String name, Correction wrong) {
        note(name, wrong.sentence(), wrong::nearest);
    }

    public void note(String name, String detail) {
        note(name, detail, Optional::empty);
    }

    private String at(String name) {
        return path.isEmpty() ? shortened(name) : path + "." + shortened(name);
    }

    /** One field's value, for the readers below. */
    private record Value(Fields fields, String name) {
        <T> Optional<T> expected(String what) {
            fields.note(name, "This is not " + what + ".");
            return Optional.empty();
        }
    }

    private <T> Optional<T> value(String name, BiFunction<Value, JsonNode, Optional<T>> read) {
        @Nullable JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : read.apply(new Value(this, name), node);
    }

    private static Optional<String> text(Value value, JsonNode node) {
        if (!node.isTextual()) {
            return value.expected("a text");
        }
        return node.textValue().length() <= LONGEST_TEXT
                ? Optional.of(node.textValue())
                : value.expected("a text of at most " + LONGEST_TEXT + " characters");
    }

    private static Optional<Boolean> bool(Value value, JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : value.expected("true or false");
    }

    private static Optional<BigDecimal> number(Value value, JsonNode node) {
        if (!node.isNumber()) {
            return value.expected("a number");
        }
        BigDecimal number = node.decimalValue();
        boolean sane = number.precision() <= LONGEST_NUMBER
                && number.scale() <= LONGEST_NUMBER
                && number.scale() >= -LONGEST_NUMBER;
        return sane ? Optional.of(number) : value.expected("a number of a sensible size");
    }

    private static Optional<OffsetDateTime> time(Value value, JsonNode node) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(node.isTextual() ? node.textValue() : "");
            return time.getYear() >= 1 && time.getYear() <= 9999
                    ? Optional.of(time)
                    : value.expected("a time of the years 1 through 9999");
        } catch (DateTimeException e) {
            return value.expected("an ISO 8601 time with an offset, such as \"2016-02-01T10:00:00+08:00\"");
        }
    }

    private static Optional<LocalDate> date(Value value, JsonNode node) {
        try {
            return Optional.of(LocalDate.parse(node.isTextual() ? node.textValue() : ""));
        } catch (DateTimeException e) {
            return value.expected("an ISO 8601 date, such as \"1986-03-01\"");
        }
    }

    /** Names, in their order. */
    public static Set<String> names(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(List.of(names))));
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
