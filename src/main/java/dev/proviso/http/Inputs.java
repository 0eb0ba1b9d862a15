package dev.proviso.http;

import dev.proviso.document.Documents;
import dev.proviso.question.Mistake;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a method takes from an address, or from a form, as its signature declares them: a {@code String} must be
 * there, an {@code Optional} may be, a list may have several, and a {@code boolean} is {@code true} or {@code false}.
 *
 * @param kind what one is called in a sentence
 * @param blank whether an empty value says that nothing was filled in, as with the fields of a page
 * @param open whether what is not known is passed over
 * @param with the parameter that must be there for that; empty if none must
 */
record Inputs(String kind, Map<String, Take> known, boolean blank, boolean open, String with) {

    private static final String FIELD = "field";

    /** How a parameter is taken. */
    enum Take {
        ONE,
        REQUIRED,
        FLAG,
        SEVERAL
    }

    static Inputs ofQuery(Method method, boolean ofPage) {
        Map<String, Take> known = declared(method, Inputs::queryName);
        Optional<TakesQuery> read = Optional.ofNullable(method.getAnnotation(TakesQuery.class));
        read.flatMap(more -> Optional.ofNullable(more.value().getAnnotation(TakesQuery.Fields.class)))
                .ifPresent(fields -> {
                    Arrays.stream(fields.value()).forEach(name -> known.put(name, Take.ONE));
                    Arrays.stream(fields.several()).forEach(name -> known.put(name, Take.SEVERAL));
                });
        boolean isOpen = read.filter(TakesQuery::others).isPresent();
        return new Inputs(
                "parameter",
                known,
                ofPage,
                isOpen,
                read.map(TakesQuery::othersWith).orElse(""));
    }

    /** @param token the field that each form has besides */
    static Inputs ofForm(Method method, String token) {
        Map<String, Take> known = declared(method, Inputs::formName);
        known.put(token, Take.ONE);
        return new Inputs(FIELD, known, true, false, "");
    }

    private static Map<String, Take> declared(Method method, Function<Parameter, Optional<String>> name) {
        Map<String, Take> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            name.apply(parameter).ifPresent(called -> known.put(called, take(parameter)));
        }
        return known;
    }

    private static Optional<String> queryName(Parameter parameter) {
        return Stream.of(
                        Optional.ofNullable(parameter.getAnnotation(RestQuery.class))
                                .map(RestQuery::value),
                        Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                                .map(QueryParam::value))
                .flatMap(Optional::stream)
                .map(value -> value.isEmpty() ? parameter.getName() : value)
                .findFirst();
    }

    private static Optional<String> formName(Parameter parameter) {
        return Stream.of(
                        Optional.ofNullable(parameter.getAnnotation(RestForm.class))
                                .map(RestForm::value),
                        Optional.ofNullable(parameter.getAnnotation(FormParam.class))
                                .map(FormParam::value))
                .flatMap(Optional::stream)
                .map(value -> value.isEmpty() ? parameter.getName() : value)
                .findFirst();
    }

    private static Take take(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (Collection.class.isAssignableFrom(type)) {
            return Take.SEVERAL;
        }
        if (type == boolean.class) {
            return Take.FLAG;
        }
        boolean isRequired = type != Optional.class && !parameter.isAnnotationPresent(DefaultValue.class);
        return isRequired ? Take.REQUIRED : Take.ONE;
    }

    /** What is wrong with these: names that are not known, what is given twice, empty or missing. */
    List<Mistake> mistakes(Map<String, List<String>> given) {
        List<Mistake> mistakes = new ArrayList<>();
        boolean others = open && (with.isEmpty() || given.containsKey(with));
        given.forEach((name, values) -> Optional.ofNullable(known.get(name))
                .ifPresentOrElse(take -> wrong(take, values).ifPresent(why -> mistakes.add(mistake(name, why))), () -> {
                    if (!others) {
                        mistakes.add(unknown(name));
                    }
                }));
        known.forEach((name, take) -> {
            if (take == Take.REQUIRED && !isGiven(given.get(name))) {
                mistakes.add(mistake(name, "The " + kind + " \"" + name + "\" is required."));
            }
        });
        return mistakes;
    }

    /** A required parameter that is empty is left out; an empty field of a form is for its page to tell. */
    private boolean isGiven(@Nullable List<String> values) {
        return values != null
                && (blank && kind.equals(FIELD) || !values.stream().allMatch(String::isBlank));
    }

    private Mistake unknown(String name) {
        return new Mistake(
                name, "There is no " + kind + " of this name here.", Documents.nearest(name, known.keySet()));
    }

    private Optional<String> wrong(Take take, List<String> values) {
        if (take != Take.SEVERAL && values.size() > 1) {
            return Optional.of("This " + kind + " is given " + values.size() + " times, and taken once.");
        }
        if (take == Take.FLAG && !List.of("true", "false").contains(values.get(0))) {
            return Optional.of("This " + kind + " is true or false.");
        }
        return !blank && values.stream().anyMatch(String::isBlank)
                ? Optional.of("This " + kind + " is empty.")
                : Optional.empty();
    }

    private static Mistake mistake(String name, String sentence) {
        return new Mistake(name, sentence, Optional.empty());
    }
}
