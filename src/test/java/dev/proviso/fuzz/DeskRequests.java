package dev.proviso.fuzz;

import dev.proviso.fuzz.Attempt.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Requests to the pages of the desk and their forms, as the program declares them. */
final class DeskRequests {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String PAGES = "dev/proviso/web/desk";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final String BOUNDARY = "fuzz-boundary";

    /** What forms send that a page reads by itself. */
    private static final Map<String, List<String>> READ_BY_THE_PAGE = Map.of(
            "/desk/ask",
                    List.of(
                            "policy",
                            "version",
                            "purpose",
                            "operation",
                            "data",
                            "source",
                            "origin",
                            "destination",
                            "at",
                            "country",
                            "birthDate",
                            "consents",
                            "recipient"),
            "/desk/audit", List.of("user", "policy", "purpose", "clause", "from", "to"),
            "/desk/audit/decisions.csv", List.of("user", "policy", "purpose", "clause", "from", "to"),
            "/desk/audit/acts.csv", List.of("policy"));

    /** Signing out ends the session in which all others are made. */
    private static final String SIGN_OUT = "/desk/sign-out";

    private final List<Form> forms;

    /**
     * A page, or where a form of one goes.
     *
     * @param type of the body; empty if there is none
     */
    private record Form(String method, String path, List<String> fields, List<String> query, String type) {

        boolean changes() {
            return method.equals("POST");
        }
    }

    DeskRequests() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(PAGES))) {
            forms = files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .map(DeskRequests::load)
                    .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .sorted(java.util.Comparator.comparing(Method::toString))
                    .flatMap(method -> form(method).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace(java.io.File.separatorChar, '.'),
                    false,
                    Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Form> form(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .findFirst()
                .map(verb -> form(verb.value(), method));
    }

    private static Form form(String verb, Method method) {
        List<String> fields = new ArrayList<>();
        List<String> query = new ArrayList<>();
        String path = path(method.getDeclaringClass()) + path(method);
        for (var parameter : method.getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(RestForm.class))
                    .ifPresent(form -> fields.add(form.value().isEmpty() ? parameter.getName() : form.value()));
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                query.add(parameter.getName());
            }
        }
        query.addAll(READ_BY_THE_PAGE.getOrDefault(path, List.of()));
        String type = Optional.ofNullable(method.getAnnotation(Consumes.class))
                .map(consumes -> consumes.value()[0])
                .orElse(verb.equals("POST") ? MediaType.APPLICATION_FORM_URLENCODED : "");
        return new Form(verb, path, List.copyOf(fields), List.copyOf(query), type);
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(jakarta.ws.rs.Path.class))
                .map(jakarta.ws.rs.Path::value)
                .orElse("");
    }

    /** How many pages and forms there are. */
    int size() {
        return forms.size();
    }

    Attempt next(Chance chance, Sessions sessions) {
        Form form = chance.one(forms);
        String account = form.path().equals(SIGN_OUT) || chance.happens(0.03) ? "" : account(form, chance);
        Attempt attempt = new Attempt(form.method() + " " + form.path(), true, account, path(form, chance));
        attempt.header("Accept", "text/html");
        form.query().stream().filter(name -> chance.happens(0.6)).forEach(name -> attempt.parameters()
                .add(new Parameter(name, value(name, chance))));
        sessions.of(account).ifPresent(session -> {
            attempt.header("Cookie", session.cookies());
            if (form.changes()) {
                body(form, attempt, chance, session.token());
            }
        });
        return attempt;
    }

    private static String account(Form form, Chance chance) {
        List<String> able = form.path().contains("publication")
                ? List.of("publisher")
                : form.path().endsWith("approve") || form.path().endsWith("reject")
                        ? List.of("approver")
                        : form.path().contains("audit") ? List.of("auditor") : List.of("drafter");
        return chance.one(
                chance.happens(0.85) ? able : List.of("drafter", "approver", "publisher", "auditor", "service"));
    }

    private static String path(Form form, Chance chance) {
        return PARAMETER.matcher(form.path()).replaceAll(name -> {
            String value = chance.happens(0.1) ? chance.one(Words.HOSTILE) : segment(form, name.group(1), chance);
            return Matcher.quoteReplacement(Encoded.part(value.isEmpty() ? " " : value));
        });
    }

    /** What is changed is of a policy that no other test knows. */
    private static String segment(Form form, String name, Chance chance) {
        if (!name.equals("id")) {
            return Words.of(name, chance);
        }
        List<String> own = List.of(Words.POLICY, Words.POLICY, "fuzz-1", "fuzz-2");
        return form.changes() ? chance.one(own) : chance.happens(0.6) ? chance.one(own) : Words.of("policy", chance);
    }

    private static String value(String name, Chance chance) {
        if (chance.happens(0.2)) {
            return chance.one(Words.HOSTILE);
        }
        if (!name.equals("text")) {
            return Words.of(name, chance);
        }
        String text = Text.document(chance.one(List.of(Words.POLICY, "fuzz-1")), Words.of("label", chance));
        return chance.happens(0.4) ? Text.damaged(text, chance) : text;
    }

    private static void body(Form form, Attempt attempt, Chance chance, String token) {
        List<Parameter> fields = new ArrayList<>();
        fields.add(new Parameter(Sessions.TOKEN, token));
        form.fields().stream()
                .filter(name -> chance.happens(0.85))
                .forEach(name -> fields.add(new Parameter(name, value(name, chance))));
        if (chance.happens(0.1)) {
            fields.add(chance.one(fields));
        }
        boolean isInParts = form.type().equals(MediaType.MULTIPART_FORM_DATA);
        attempt.header("Content-Type", isInParts ? form.type() + "; boundary=" + BOUNDARY : form.type());
        attempt.body(isInParts ? Encoded.parts(fields, BOUNDARY) : Encoded.form(fields));
    }
}
