package dev.proviso.api;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * An OIDC provider, as much of one as a service needs: it says where its keys are, and what they are, and people sign in there
 * ({@link CodeFlow}).
 */
public final class TokenProvider implements QuarkusTestResourceLifecycleManager {

    public static final String KEY_ID = "key-of-the-provider";
    public static final String AUDIENCE = "proviso";

    /** The setting that carries the address, once it is known. */
    public static final String ADDRESS = "test.token-provider";

    /** Where tests find the key that signs, in Base64, for they are loaded by another class loader than this. */
    public static final String SIGNING_KEY = "test.signing-key";

    /** The setting with an address at which the provider, which is away at first, is told to begin. */
    public static final String BEGIN = "test.token-provider.begin";

    /** The argument that, if {@code true}, leaves out where a session ends, as some providers do. */
    public static final String ENDLESS = "endless";

    private final List<HttpServer> servers = new ArrayList<>();
    private boolean endless;

    @Override
    public void init(Map<String, String> arguments) {
        endless = Boolean.parseBoolean(arguments.get(ENDLESS));
    }

    @Override
    public Map<String, String> start() {
        try {
            KeyPair keys = KeyUtils.generateKeyPair(2048);
            int port = freePort();
            HttpServer starter = server(0);
            starter.createContext("/", exchange -> {
                provide(port, keys);
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            return Map.of(
                    ADDRESS,
                    "http://localhost:" + port,
                    BEGIN,
                    "http://localhost:" + starter.getAddress().getPort(),
                    SIGNING_KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private HttpServer server(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.start();
        servers.add(server);
        return server;
    }

    private void provide(int port, KeyPair keys) throws IOException {
        if (servers.size() > 1) {
            return;
        }
        String issuer = "http://localhost:" + port;
        HttpServer server = server(port);
        answer(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "introspection_endpoint": "%1$s/introspect", "authorization_endpoint": "%1$s/authorize",
                 "%2$s": "%1$s/end-session"}""".formatted(
                        issuer, endless ? "no_such_endpoint" : "end_session_endpoint"));
        answer(server, "/keys", jwks((RSAPublicKey) keys.getPublic()));
        new CodeFlow(issuer, keys.getPrivate()).serve(server);
        // One who believed what a provider says of tokens that it cannot check would believe anything here.
        answer(server, "/introspect", "{\"active\": true, \"username\": \"mallory\", \"scope\": \"service\"}");
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String jwks(RSAPublicKey key) {
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(
                        KEY_ID,
                        number(key.getModulus().toByteArray()),
                        number(key.getPublicExponent().toByteArray()));
    }

    /** Without the byte that only carries a sign (RFC 7518, 6.3.1). */
    private static String number(byte[] bytes) {
        int start = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, start, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }
}
