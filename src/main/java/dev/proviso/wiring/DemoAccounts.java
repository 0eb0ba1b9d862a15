package dev.proviso.wiring;

import dev.proviso.decision.Role;
import dev.proviso.embedded.StartRefused;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The accounts for trying the service out: one for each role, one password for all. They are for one's own machine, so on
 * any address but loopback the start is refused, unless {@code proviso.demo-accounts} is {@code anywhere} and the password was
 * chosen. Where {@link OidcSettings} are taken there are none.
 */
public final class DemoAccounts implements ConfigSourceFactory {

    /** The setting that carries the password if it was made up here, and is not there if the operator chose it. */
    static final String RANDOM_PASSWORD = "proviso.random-password";

    private static final int ORDINAL = 200;
    private static final String MADE_UP = madeUp();

    private static String madeUp() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    /** A key for sessions that end with the program. */
    static String sessionKey() {
        return madeUp() + madeUp();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!Boolean.parseBoolean(value(context, "proviso.serving")) || OidcSettings.areWanted(context)) {
            return List.of();
        }
        String chosen = value(context, "proviso.demo-password");
        refuseUnsafe(value(context, "quarkus.http.host"), value(context, "proviso.demo-accounts"), chosen);
        Map<String, String> settings = new HashMap<>();
        if (chosen.isEmpty()) {
            settings.put(RANDOM_PASSWORD, MADE_UP);
        }
        // What programs call takes name and password in each request, and never the session of a page.
        settings.put("quarkus.http.auth.permission.api.paths", "/v1/*,/access/*,/.well-known/*");
        settings.put("quarkus.http.auth.permission.api.policy", "permit");
        settings.put("quarkus.http.auth.permission.api.auth-mechanism", "basic");
        // A session of a page ends with the program, unless the operator chose a key for several of them.
        settings.put("quarkus.http.auth.session.encryption-key", sessionKey());
        for (String role : Role.ALL) {
            settings.put("quarkus.security.users.embedded.users." + role, chosen.isEmpty() ? MADE_UP : chosen);
            settings.put("quarkus.security.users.embedded.roles." + role, role);
        }
        return List.of(new PropertiesConfigSource(settings, "accounts", ORDINAL));
    }

    /** @throws StartRefused with a sentence, if others could reach accounts that are not meant for them */
    static void refuseUnsafe(String host, String accounts, String chosenPassword) {
        boolean anywhere = accounts.equals("anywhere");
        if (!anywhere && !accounts.equals("loopback")) {
            throw refused("PROVISO_DEMO_ACCOUNTS is \"" + accounts + "\"; it can be loopback or anywhere.");
        }
        if (isLoopback(host)) {
            return;
        }
        if (!anywhere) {
            throw refused("Proviso would listen on " + host
                    + ", where others can reach the accounts for trying it out. Listen on 127.0.0.1, or set"
                    + " PROVISO_DEMO_ACCOUNTS=anywhere and a password of your own in PROVISO_DEMO_PASSWORD.");
        }
        if (chosenPassword.isEmpty()) {
            throw refused("PROVISO_DEMO_ACCOUNTS=anywhere needs a password of your own in PROVISO_DEMO_PASSWORD.");
        }
    }

    private static StartRefused refused(String sentence) {
        return new StartRefused(sentence);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String value(ConfigSourceContext context, String name) {
        @Nullable ConfigValue found = context.getValue(name);
        @Nullable String value = found == null ? null : found.getValue();
        return value == null ? "" : value;
    }
}
