package dev.proviso.web.desk;

import dev.proviso.http.Passwords;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the form of the sign-in say how long no password is looked at, which the server leaves out where it leads back to it. */
public class PausedSignIn {

    private static final int PRIORITY = 430;

    private final String form;
    private final String failed;

    PausedSignIn(
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String form,
            @ConfigProperty(name = "quarkus.http.auth.form.error-page") String failed) {
        this.form = form;
        this.failed = failed;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext request) {
        if (request.normalizedPath().equals(form)) {
            request.addHeadersEndHandler(end -> Optional.<Duration>ofNullable(request.get(Passwords.PAUSE))
                    .ifPresent(pause -> tell(request.response().headers(), Passwords.seconds(pause))));
        }
        request.next();
    }

    private void tell(MultiMap headers, long seconds) {
        Optional.ofNullable(headers.get(HttpHeaders.LOCATION))
                .filter(location -> location.endsWith(failed))
                .ifPresent(location -> headers.set(HttpHeaders.LOCATION, location + "&pause=" + seconds));
    }
}
