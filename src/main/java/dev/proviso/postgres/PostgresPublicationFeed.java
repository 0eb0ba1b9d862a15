package dev.proviso.postgres;

import dev.proviso.publication.PublicationFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hears of publications through PostgreSQL's LISTEN and NOTIFY, on a connection of its own; and calls each second anyway,
 * because a notification is lost with the connection that it was meant for.
 */
@ApplicationScoped
public class PostgresPublicationFeed implements PublicationFeed {

    /** How PostgreSQL shows the connections to an administrator. */
    static final String APPLICATION = "proviso publication feed";

    private static final int POLL_MILLIS = 1000;

    private final String url;
    private final Properties properties = new Properties();

    PostgresPublicationFeed(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("tcpKeepAlive", "true");
        // Shorter than the time for which a replica counts as up to date.
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
    }

    @Override
    public Following follow(Runnable look) {
        return follow(look, POLL_MILLIS);
    }

    Following follow(Runnable look, int pollMillis) {
        Listener listener = new Listener(url, properties, pollMillis, look);
        listener.start();
        return listener;
    }
}
