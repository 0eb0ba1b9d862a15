package dev.proviso.embedded;

import dev.proviso.Main;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts the embedded PostgreSQL, and says where it is, when the service starts and no other database is configured. It
 * does nothing while the application is built, for then nobody has set {@code proviso.serving}: {@link Main} does.
 */
public final class EmbeddedPostgresConfigSourceFactory implements ConfigSourceFactory {

    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean wanted = Boolean.parseBoolean(value(context, "proviso.serving"));
        if (!wanted || !value(context, "quarkus.datasource.jdbc.url").isEmpty()) {
            return List.of();
        }
        EmbeddedPostgres server = EmbeddedPostgres.on(Home.path(value(context, "proviso.home"), "PROVISO_HOME"));
        Map<String, String> settings = Map.of(
                "quarkus.datasource.jdbc.url", server.url(),
                "quarkus.datasource.username", EmbeddedPostgres.SERVICE,
                "quarkus.datasource.password", server.password(),
                "proviso.owner.username", EmbeddedPostgres.OWNER,
                "proviso.owner.password", server.password());
        return List.of(new PropertiesConfigSource(settings, "embedded PostgreSQL", ORDINAL));
    }

    private static String value(ConfigSourceContext context, String name) {
        @Nullable ConfigValue found = context.getValue(name);
        @Nullable String value = found == null ? null : found.getValue();
        return value == null ? "" : value;
    }
}
