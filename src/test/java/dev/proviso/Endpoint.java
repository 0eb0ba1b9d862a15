package dev.proviso;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A method at an address, as the classes of the program declare it: a new one is in every table that is made of these. */
public record Endpoint(String verb, String path, Method code) {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    /** All of them, pages and calls of programs alike. */
    public static List<Endpoint> all() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("dev"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(Endpoint::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .flatMap(Endpoint::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of pages for people who have signed in, or who are to. */
    public static List<Endpoint> ofPages() {
        return all().stream().filter(Endpoint::isPage).toList();
    }

    private static Class<?> load(String file) {
        String name = file.replace(".class", "").replace(java.io.File.separatorChar, '.');
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Endpoint> of(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> new Endpoint(verb.value(), path(method.getDeclaringClass()) + path(method), method));
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    /** Whether it takes a form in parts, as those with many fields or with a file are sent. */
    public boolean isInParts() {
        return Optional.ofNullable(code.getAnnotation(jakarta.ws.rs.Consumes.class))
                .filter(types -> types.value()[0].startsWith("multipart/"))
                .isPresent();
    }

    public boolean isPage() {
        return path.startsWith("/desk");
    }

    public boolean isOpen() {
        return code.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    /** An account that may. */
    public String account() {
        return Stream.of(code, code.getDeclaringClass())
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(RolesAllowed.class)))
                .map(roles -> roles.value()[0])
                .findFirst()
                .orElse("service");
    }

    /** With these in place of its parameters. */
    public String address(Map<String, String> values) {
        String address = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            address = address.replace("{" + value.getKey() + "}", value.getValue());
        }
        return address;
    }

    /** Of a document that is there. */
    public String address() {
        String id = path.startsWith("/v1/decisions")
                ? "00000000-0000-0000-0000-000000000001"
                : path.startsWith("/v1/users") ? "u-1" : "website-privacy";
        return address(Map.of("policy", "website-privacy", "id", id, "version", "2021-11-01", "number", "1"));
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
