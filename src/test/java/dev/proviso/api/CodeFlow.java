package dev.proviso.api;

import com.sun.net.httpserver.HttpServer;
import dev.proviso.api.Exchange.Fields;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
        server.createContext("/authorize", http -> authorize(new Exchange(http)));
        server.createContext("/token", http -> token(new Exchange(http)));
        server.createContext("/end-session", http -> endSession(new Exchange(http)));
    }

    private void authorize(Exchange exchange) throws IOException {
        Fields query = exchange.query();
        boolean complete = query.get("response_type").equals("code")
                && List.of(CLIENT, CONFIDENTIAL_CLIENT).contains(query.get("client_id"))
                && query.get("redirect_uri").endsWith("/desk/sign-in")
                && query.get("scope").equals("openid profile")
                && query.get("code_challenge_method").equals("S256")
                && query.values().keySet().containsAll(List.of("state", "nonce", "code_challenge"));
        if (!complete) {
            refuse(exchange, query);
            return;
        }
        String user = query.get("user").isEmpty() ? exchange.cookie(REMEMBERED) : query.get("user");
        if (user.isEmpty()) {
            exchange.answer(200, "text/html", page(query));
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
        exchange.redirect(
                query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"),
                REMEMBERED + "=" + user + "; Path=/authorize; HttpOnly");
    }

    private static void refuse(Exchange exchange, Fields query) throws IOException {
        exchange.answer(400, "text/plain", "Something is missing, or not as it is known here: " + query);
    }

    private static String page(Fields query) {
        String kept = query.values().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), field.getValue().replace("\"", "&quot;")))
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html><html lang="en"><title>Sign in at the provider</title><link rel="icon" href="data:,">
                <form action="/authorize">%s<label>Who are you? <input name="user"></label><button>It is me</button></form>
                """.formatted(kept);
    }

    private void token(Exchange exchange) throws IOException {
        Fields form = exchange.form();
        boolean renewed = form.get("grant_type").equals("refresh_token");
        Asked asked = renewed ? refreshTokens.remove(form.get("refresh_token")) : codes.remove(form.get("code"));
        if (asked == null || !isClient(exchange, form, asked.client()) || !renewed && !isAnswer(form, asked)) {
            exchange.answer(400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, asked);
        exchange.answer(200, "application/json", """
                {"token_type": "Bearer", "expires_in": 300, "id_token": "%s", "access_token": "%s", "refresh_token": "%s"}
                """.formatted(idToken(asked), accessToken(asked), refreshToken));
    }

    private static boolean isClient(Exchange exchange, Fields form, String client) {
        return client.equals(CLIENT) ? client.equals(form.get("client_id")) : exchange.isOf(client, SECRET);
    }

    /** Whether who has the code is the one who asked for it. */
    private static boolean isAnswer(Fields form, Asked asked) {
        return asked.redirect().equals(form.get("redirect_uri"))
                && asked.challenge().equals(hash(form.get("code_verifier")));
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

    private void endSession(Exchange exchange) throws IOException {
        Fields query = exchange.query();
        boolean complete = query.get("id_token_hint").split("\\.").length == 3
                && query.get("post_logout_redirect_uri").endsWith("/desk/signed-out");
        if (!complete) {
            refuse(exchange, query);
            return;
        }
        exchange.redirect(query.get("post_logout_redirect_uri"), REMEMBERED + "=; Path=/authorize; Max-Age=0");
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

    /** What an address says of itself in its query. */
    public static Map<String, String> query(String address) {
        return Fields.of(URI.create(address).getRawQuery()).values();
    }
}
