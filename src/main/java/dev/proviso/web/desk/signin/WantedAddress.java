package dev.proviso.web.desk.signin;

import dev.proviso.http.EarlyRefusal;
import dev.proviso.web.desk.Desk;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sees that the address of a page can be kept while someone signs in. It is kept in a cookie, which cannot have each character
 * that browsers leave in an address (RFC 6265, 4.1.1), and is read as a URI (RFC 3986) afterwards: so these are written with
 * percent signs first.
 */
public class WantedAddress {

    /** After addresses were looked at that nobody answers, and before who is there is asked for. */
    private static final int PRIORITY = 450;

    /** Looked for, and not its opposite matched: that would go as deep as an address is long, and there is no such stack. */
    private static final Pattern NOT_KEPT = Pattern.compile("[^A-Za-z0-9._~!$&'()*+:@/?=%-]|%(?![0-9A-Fa-f]{2})");

    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~!$&'()*+:@/?=-";

    private final String cookie;

    WantedAddress(@ConfigProperty(name = "quarkus.http.auth.form.location-cookie") String cookie) {
        this.cookie = cookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::keep, PRIORITY);
    }

    private void keep(RoutingContext request) {
        String path = String.valueOf(request.request().path());
        if (!Desk.holds(request.normalizedPath())) {
            request.next();
            return;
        }
        @Nullable String query = request.request().query();
        String address = query == null ? path : path + "?" + query;
        if (isKept(address)) {
            request.addHeadersEndHandler(end -> hideFromScripts(request));
            request.next();
        } else if (request.request().method().equals(HttpMethod.GET)
                || request.request().method().equals(HttpMethod.HEAD)) {
            request.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, encoded(address))
                    .end();
        } else {
            EarlyRefusal.of(
                    request, 400, "Bad Request", "The address has characters in it that must be percent-encoded.");
        }
    }

    /** Whether an address can be kept as it is. */
    static boolean isKept(String address) {
        return !NOT_KEPT.matcher(address).find();
    }

    /** The address with percent signs for whatever cannot be kept. Each of its characters is a byte, as it came. */
    static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char one = address.charAt(i);
            boolean isEncoded = one == '%' && isKept(address.substring(i, Math.min(i + 3, address.length())));
            if (isEncoded || PLAIN.indexOf(one) >= 0) {
                encoded.append(one);
            } else {
                encoded.append("%%%02X".formatted(one & 0xFF));
            }
        }
        return encoded.toString();
    }

    /** Only the server reads it again. */
    private void hideFromScripts(RoutingContext request) {
        if (request.response().getStatusCode() == 302) {
            Optional.ofNullable(request.request().getCookie(cookie)).ifPresent(WantedAddress::hide);
        }
    }

    private static void hide(Cookie wanted) {
        wanted.setHttpOnly(true);
    }
}
