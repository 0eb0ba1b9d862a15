package dev.proviso;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with the tokens of an OIDC provider, in place of the {@link Accounts}. Off, with nothing asked of any network,
 * unless {@code quarkus.oidc.auth-server-url} names the provider.
 */
final class Tokens implements ConfigSourceFactory {

    /** The address of the provider. */
    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String ANY_AUDIENCE = "any";
    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean wanted = areWanted(context);
        if (wanted) {
            refuseUnsafe(value(context, AUDIENCE));
        }
        // A command that only reads the store lets nobody in.
        boolean needed = wanted && Boolean.parseBoolean(value(context, "proviso.deciding"));
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.oidc.tenant-enabled", Boolean.toString(needed)), "tokens", ORDINAL));
    }

    static boolean areWanted(ConfigSourceContext context) {
        return !value(context, PROVIDER).isBlank();
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
