package dev.proviso.http;

import dev.proviso.question.Utf8;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses addresses that two readers could read in two ways, before anything asks who is there: what may be opened is decided
 * by the path as it is written, and what is opened by the path without its matrix parameters (RFC 3986, 3.3).
 */
public class Addresses {

    /** Before who is there is asked for, and before anything may answer. */
    private static final int PRIORITY = 500;

    private static final String USERS = "/v1/users/";
    private static final String PAGES = "/desk";
    private static final Pattern EMPTY_OR_DOTS = Pattern.compile("//|/\\.{1,2}(/|$)");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})++");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+]?");

    void register(@Observes Filters filters) {
        filters.register(Addresses::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        Optional<String> fault = encodingFault(request.request().uri())
                .or(() -> pathFault(String.valueOf(request.request().path())))
                .or(() -> queryFault(request.request()))
                .or(() -> hostFault(request.request()));
        if (fault.isEmpty()) {
            request.next();
            return;
        }
        EarlyRefusal.of(request, 400, "Bad Request", fault.get());
    }

    /**
     * The sentence about what in an address stands for no character (RFC 3986, 2.5); empty if nothing is. Whoever reads
     * on would put the same sign in place of all that is damaged, and take one user for another. A percent sign without its two
     * digits does not come as far as here: the server refuses it.
     */
    static Optional<String> encodingFault(String address) {
        return ENCODED.matcher(address).results().map(MatchResult::group).anyMatch(Addresses::isMalformed)
                ? Optional.of("The address has percent-encoded bytes that are not UTF-8.")
                : Optional.empty();
    }

    private static boolean isMalformed(String encoded) {
        byte[] bytes = HexFormat.of().parseHex(encoded.replace("%", ""));
        return Utf8.malformedAt(bytes).isPresent();
    }

    /** The sentence about what is wrong with a path as it was sent; empty if nothing is. */
    static Optional<String> pathFault(String path) {
        String dots = path.replaceAll("(?i)%2e", ".");
        if (path.indexOf(';') >= 0) {
            return Optional.of("The path has a semicolon in it, which no address here has.");
        }
        // A user's id may have one, and must be erasable under it.
        if (path.toLowerCase(Locale.ROOT).contains("%3b") && !path.startsWith(USERS)) {
            return Optional.of("The path has a semicolon (%3B) in it, which no address here has.");
        }
        return EMPTY_OR_DOTS.matcher(dots).find()
                ? Optional.of("The path has an empty part, or one of dots alone, which no address here has.")
                : Optional.empty();
    }

    /** Some readers end a parameter at a semicolon, and others do not. The links of pages are written anew before they are read. */
    private static Optional<String> queryFault(HttpServerRequest request) {
        @Nullable String query = request.query();
        return query == null
                        || query.indexOf(';') < 0
                        || String.valueOf(request.path()).startsWith(PAGES)
                ? Optional.empty()
                : Optional.of("The query has a semicolon in it. Write %3B for one that belongs to a value.");
    }

    /** The host becomes part of what people are led to, wherever the request names it. HTTP/1.0 needs to name none. */
    private static Optional<String> hostFault(HttpServerRequest request) {
        @Nullable HostAndPort authority = request.authority();
        boolean isNamed = authority != null || request.getHeader(HttpHeaders.HOST) != null;
        if (isNamed && (authority == null || !HOST.matcher(authority.host()).matches())) {
            return Optional.of("The header Host is no name of a host with its port.");
        }
        return request.uri().startsWith("/") || request.uri().startsWith(request.scheme() + "://" + authority + "/")
                ? Optional.empty()
                : Optional.of("The address names another host than the header Host.");
    }
}
