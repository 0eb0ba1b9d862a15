package dev.proviso.http;

import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses parameters that an address does not know, and fields that a form does not know. Passed over, a misspelt one would be
 * answered as if it had not been given.
 */
public class Parameters {

    /** After the token of a form was looked at, so that nobody without one learns what a form is made of. */
    private static final int PRIORITY = 6000;

    private static final String PAGES = "/desk";

    private final String token;
    private final Map<Method, Known> known = new ConcurrentHashMap<>();

    Parameters(@ConfigProperty(name = "quarkus.rest-csrf.form-field-name", defaultValue = "csrf-token") String token) {
        this.token = token;
    }

    private record Known(Inputs query, Inputs form) {}

    /** @throws BadJson with every parameter that is wrong */
    @ServerRequestFilter(priority = PRIORITY)
    @WithFormRead
    public void check(ResourceInfo resource, ResteasyReactiveContainerRequestContext request) {
        Known inputs = known.computeIfAbsent(resource.getResourceMethod(), this::known);
        List<Mistake> mistakes =
                new ArrayList<>(inputs.query().mistakes(request.getUriInfo().getQueryParameters()));
        if (request.getServerRequestContext() instanceof ResteasyReactiveRequestContext context) {
            // A body that is no form has no field, and a form that needs one is not filled in.
            mistakes.addAll(inputs.form()
                    .mistakes(Optional.ofNullable(context.getFormData())
                            .map(Parameters::fields)
                            .orElse(Map.of())));
        }
        if (!mistakes.isEmpty()) {
            throw new BadJson(mistakes);
        }
    }

    private Known known(Method method) {
        boolean isPage = Optional.ofNullable(method.getDeclaringClass().getAnnotation(Path.class))
                .filter(path -> path.value().startsWith(PAGES))
                .isPresent();
        return new Known(Inputs.ofQuery(method, isPage), Inputs.ofForm(method, token));
    }

    static Map<String, List<String>> fields(FormData form) {
        Map<String, List<String>> fields = new TreeMap<>();
        // A part of a form of several may have no name at all, which is the name of no field.
        form.forEach(name -> fields.put(
                Objects.requireNonNullElse(name, ""),
                form.get(name).stream()
                        .map(value -> value.isFileItem() ? "" : value.getValue())
                        .toList()));
        return fields;
    }
}
