package dev.proviso.web.desk.signin;

import dev.proviso.http.EarlyRefusal;
import dev.proviso.http.Passwords;
import dev.proviso.web.desk.Desk;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the form of the sign-in sends, before and after the server has looked at it. The server takes it at each address that ends
 * in the same way, reads no other body, follows any address that was kept, says nothing where a field is left out, and leaves out
 * that no password is looked at for a while.
 */
public class SignInForm {

    private static final int PRIORITY = 430;

    private final String address;
    private final String failed;
    private final String kept;

    SignInForm(
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String address,
            @ConfigProperty(name = "quarkus.http.auth.form.error-page") String failed,
            @ConfigProperty(name = "quarkus.http.auth.form.location-cookie") String kept) {
        this.address = address;
        this.failed = failed;
        this.kept = kept;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        String path = request.normalizedPath();
        if (!path.endsWith(address) || !request.request().method().equals(HttpMethod.POST)) {
            request.next();
        } else if (!path.equals(address)) {
            EarlyRefusal.of(request, 404, "Not Found", "There is nothing at this address.");
        } else if (!isForm(request.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            EarlyRefusal.of(request, 400, "Bad Request", "The body is a form (application/x-www-form-urlencoded).");
        } else {
            forgetForeignAddress(request);
            request.addHeadersEndHandler(end -> tell(request));
            request.next();
        }
    }

    private static boolean isForm(@Nullable String type) {
        return type != null
                && type.split(";", 2)[0]
                        .strip()
                        .equalsIgnoreCase(HttpHeaders.APPLICATION_X_WWW_FORM_URLENCODED.toString());
    }

    /** Whoever signs in is led to no address but one of a page, and to the library if none was kept. */
    private void forgetForeignAddress(RoutingContext request) {
        String here = request.request().scheme() + "://" + request.request().authority();
        Optional.ofNullable(request.request().getCookie(kept))
                .map(Cookie::getValue)
                .filter(wanted -> !wanted.startsWith(here + Desk.PATH) || !WantedAddress.isKept(wanted))
                .ifPresent(foreign -> request.response().removeCookie(kept, false));
    }

    private void tell(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.getStatusCode() == 200) {
            // No name, or no password.
            response.setStatusCode(302).headers().set(HttpHeaders.LOCATION, failed);
        }
        @Nullable Duration pause = request.get(Passwords.PAUSE);
        @Nullable String location = response.headers().get(HttpHeaders.LOCATION);
        if (pause != null && location != null && location.endsWith(failed)) {
            response.headers().set(HttpHeaders.LOCATION, location + "&pause=" + Passwords.seconds(pause));
        }
    }
}
