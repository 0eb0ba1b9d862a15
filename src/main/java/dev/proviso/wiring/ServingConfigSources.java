package dev.proviso.wiring;

import dev.proviso.embedded.EmbeddedPostgresConfigSourceFactory;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What the service needs before it starts: who may sign in first, so that nothing is started where the start is refused; then a database. */
public final class ServingConfigSources implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<ConfigSource> sources = new ArrayList<>();
        new OidcSettings().getConfigSources(context).forEach(sources::add);
        new DemoAccounts().getConfigSources(context).forEach(sources::add);
        new EmbeddedPostgresConfigSourceFactory().getConfigSources(context).forEach(sources::add);
        return sources;
    }
}
