package dev.proviso.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * What people see of an OIDC provider: a page on which one says who one is, and remembers it; and the tokens that a code is
 * good for, once, for the one who asked. Someone's role is what their name begins with (drafter-ann); visitors have none.
 */
public final class CodeFlow {

    /** A client without a secret. */
    public static final String CLIENT = "proviso-pages";

    /** A client that must say its secret, and gets roles in access tokens alone. */
    public static final String CONFIDENTIAL_CLIENT = "proviso-pages-with-a-secret";

    public static final String SECRET = "a secret that is long enough to be one";

    /** How the names of those end whose ID tokens last a second or two. */
    public static final String BRIEF = "-in-a-hurry";

    private static final List<String> ROLES = List.of("drafter", "approver", "publisher", "service", "auditor");
    private static final String REMEMBERED = "known-at-the-provider";

    private final String issuer;
    private final PrivateKey key;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, Asked> refreshTokens = new ConcurrentHashMap<>();

    /** What someone asked for who was led here. */
    private record Asked(String user, String client, String redirect, String challenge, String nonce) {}

    CodeFlow(String issuer, PrivateKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    void serve(HttpServer server) {
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/end-session", this::endSession);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        boolean complete = "code".equals(query.get("response_type"))
                && List.of(CLIENT, CONFIDENTIAL_CLIENT).contains(query.get("client_id"))
                && query.getOrDefault("redirect_uri", "").endsWith("/desk/sign-in")
                && query.getOrDefault("scope", "").equals("openid profile")
                && "S256".equals(query.get("code_challenge_method"))
                && query.keySet().containsAll(List.of("state", "nonce", "code_challenge"));
        if (!complete) {
            answer(exchange, 400, "text/plain", "Something is missing, or not as it is known here: " + query);
            return;
        }
        String user = query.getOrDefault("user", remembered(exchange));
        if (user.isEmpty()) {
            answer(exchange, 200, "text/html", page(query));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        user,
                        query.get("client_id"),
                        query.get("redirect_uri"),
                        query.get("code_challenge"),
                        query.get("nonce")));
        exchange.getResponseHeaders().add("Set-Cookie", REMEMBERED + "=" + user + "; Path=/authorize; HttpOnly");
        redirect(exchange, query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    private static String remembered(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).stream()
                .flatMap(cookies -> Arrays.stream(cookies.split("; ")))
                .filter(cookie -> cookie.startsWith(REMEMBERED + "="))
                .map(cookie -> cookie.substring(REMEMBERED.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String page(Map<String, String> query) {
        String kept = query.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), field.getValue().replace("\"", "&quot;")))
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html lang=\"en\"><title>Sign in at the provider</title><link rel=\"icon\" href=\"data:,\"><body>"
                + "<form action=\"/authorize\">" + kept
                + "<label>Who are you? <input name=\"user\"></label><button>It is me</button></form>";
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        Asked asked = "refresh_token".equals(form.get("grant_type"))
                ? refreshTokens.remove(form.getOrDefault("refresh_token", ""))
                : codes.remove(form.getOrDefault("code", ""));
        boolean refused = asked == null
                || !isClient(exchange, form, asked.client())
                || form.containsKey("code")
                        && !(asked.redirect().equals(form.get("redirect_uri"))
                                && asked.challenge().equals(hash(form.getOrDefault("code_verifier", ""))));
        if (refused) {
            answer(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, asked);
        answer(exchange, 200, "application/json", """
                {"token_type": "Bearer", "expires_in": 300, "id_token": "%s", "access_token": "%s", "refresh_token": "%s"}
                """.formatted(idToken(asked), accessToken(asked), refreshToken));
    }

    private static boolean isClient(HttpExchange exchange, Map<String, String> form, String client) {
        String secret = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return client.equals(CLIENT)
                ? client.equals(form.get("client_id"))
                : ("Basic " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String idToken(Asked asked) {
        JwtClaims claims = claims(asked, asked.user().endsWith(BRIEF) ? 2 : 300);
        claims.setAudience(asked.client());
        claims.setStringClaim("nonce", asked.nonce());
        if (asked.client().equals(CLIENT)) {
            claims.setStringListClaim("groups", roles(asked.user()));
        }
        return signed(claims);
    }

    private String accessToken(Asked asked) {
        JwtClaims claims = claims(asked, 300);
        claims.setAudience(TokenProvider.AUDIENCE);
        claims.setClaim("realm_access", Map.of("roles", roles(asked.user())));
        return signed(claims);
    }

    private JwtClaims claims(Asked asked, int seconds) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject("the number of " + asked.user());
        claims.setStringClaim("preferred_username", asked.user());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(seconds / 60f);
        return claims;
    }

    private static List<String> roles(String user) {
        return ROLES.stream().filter(user::startsWith).toList();
    }

    private String signed(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setKeyIdHeaderValue(TokenProvider.KEY_ID);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void endSession(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        boolean complete = query.getOrDefault("id_token_hint", "").split("\\.").length == 3
                && query.getOrDefault("post_logout_redirect_uri", "").endsWith("/desk/signed-out");
        if (!complete) {
            answer(exchange, 400, "text/plain", "Something is missing, or not as it is known here: " + query);
            return;
        }
        exchange.getResponseHeaders().add("Set-Cookie", REMEMBERED + "=; Path=/authorize; Max-Age=0");
        redirect(exchange, query.get("post_logout_redirect_uri"));
    }

    /** See RFC 7636, 4.2. */
    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of a query or a form. */
    public static Map<String, String> fields(String encoded) {
        return Arrays.stream(Optional.ofNullable(encoded).orElse("").split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
