package dev.proviso.wiring;

import dev.proviso.embedded.StartRefused;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at an OIDC provider, in place of the {@link DemoAccounts}: programs with its tokens, people by its page. Off, with
 * nothing asked of any network, unless {@code quarkus.oidc.auth-server-url} names the provider.
 */
final class OidcSettings implements ConfigSourceFactory {

    /** The address of the provider. */
    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    /** The name by which the provider knows the pages. Without it only programs sign in. */
    static final String CLIENT = "quarkus.oidc.client-id";

    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String ANY_AUDIENCE = "any";
    private static final String SESSION_KEY = "quarkus.http.auth.session.encryption-key";

    /** More than that of the application's own settings, which are those of the accounts; an operator's word counts more still. */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean wanted = areWanted(context);
        if (wanted) {
            refuseUnsafe(value(context, AUDIENCE));
        }
        // A command that only reads the store lets nobody in.
        boolean needed = wanted && Boolean.parseBoolean(value(context, "proviso.deciding"));
        boolean pages = needed && !value(context, CLIENT).isBlank();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.tenant-enabled", Boolean.toString(needed));
        settings.put("quarkus.oidc.desk.tenant-enabled", Boolean.toString(pages));
        if (wanted) {
            settings.putAll(ways());
            settings.putAll(
                    sessionKeys(value(context, SESSION_KEY), value(context, "quarkus.oidc.credentials.secret")));
        }
        return List.of(new PropertiesConfigSource(settings, "tokens", ORDINAL));
    }

    static boolean areWanted(ConfigSourceContext context) {
        return !value(context, PROVIDER).isBlank();
    }

    /** Programs come with a token in each request, and never with the session of a page; people with a session alone. */
    private static Map<String, String> ways() {
        return Map.ofEntries(
                Map.entry("quarkus.http.auth.permission.api.paths", "/v1/*,/access/*,/.well-known/*"),
                Map.entry("quarkus.http.auth.permission.api.policy", "permit"),
                Map.entry("quarkus.http.auth.permission.api.auth-mechanism", "bearer"),
                Map.entry("quarkus.http.auth.permission.signing-in.auth-mechanism", "code"),
                Map.entry("quarkus.http.auth.permission.desk.auth-mechanism", "code"),
                // The pages themselves say who may open them, and lead the others to the sign-in.
                Map.entry("quarkus.http.auth.permission.desk.policy", "permit"),
                // Where nobody knows a password there is nothing to send one to.
                Map.entry("quarkus.http.auth.form.post-location", "/desk/sign-in/none"));
    }

    /** What sessions are encrypted with: one key of the operator's for several services, or one that ends with this one. */
    private static Map<String, String> sessionKeys(String chosen, String clientSecret) {
        String key = chosen.isBlank() ? DemoAccounts.sessionKey() : chosen;
        // The form, which nobody can sign in by, would make one up and say so in the log.
        Map<String, String> settings = new HashMap<>(Map.of(SESSION_KEY, key));
        // Several services know one secret of the client, too.
        if (!chosen.isBlank() || clientSecret.isBlank()) {
            settings.put("quarkus.oidc.desk.token-state-manager.encryption-secret", key);
            settings.put("quarkus.oidc.desk.authentication.state-secret", key);
        }
        return settings;
    }

    /**
     * @param audience whom tokens are for, names separated by commas
     * @throws StartRefused with a sentence, if tokens that were made for others would be taken
     */
    static void refuseUnsafe(String audience) {
        List<String> names =
                Arrays.stream(audience.split(",")).map(String::strip).toList();
        if (names.stream().allMatch(String::isEmpty) || names.contains(ANY_AUDIENCE)) {
            throw new StartRefused(
                    "QUARKUS_OIDC_AUTH_SERVER_URL names a provider of tokens, and QUARKUS_OIDC_TOKEN_AUDIENCE does"
                            + " not say whom they are for, so Proviso would take those that were made for other services. Set it to the"
                            + " audience (aud) that the provider writes into tokens for Proviso.");
        }
    }

    private static String value(ConfigSourceContext context, String name) {
        @Nullable ConfigValue found = context.getValue(name);
        @Nullable String value = found == null ? null : found.getValue();
        return value == null ? "" : value;
    }
}
