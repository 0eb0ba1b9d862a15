package dev.proviso.postgres;

import dev.proviso.publication.PublicationFeed;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** A thread that calls whenever PostgreSQL says that something was published, and from time to time anyway. */
final class Listener implements PublicationFeed.Following {

    private static final String CHANNEL = "proviso_publication";
    private static final int PAUSE_MILLIS = 1000;

    private final String url;
    private final Properties properties;
    private final int pollMillis;
    private final Runnable look;
    private final Thread thread = new Thread(this::run, "publication feed");
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean isListening = true;
    private boolean canRead = true;

    /** @param pollMillis how long it waits for a notification before it calls anyway */
    Listener(String url, Properties properties, int pollMillis, Runnable look) {
        this.url = url;
        this.properties = properties;
        this.pollMillis = pollMillis;
        this.look = look;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The thread ends by itself, within the time of one call. */
    @Override
    public void close() {
        closed.countDown();
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void run() {
        while (isOpen()) {
            try (Connection connection = connect()) {
                isListening = true;
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                warnOnce(e);
                call();
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role proviso_service");
            statement.execute("listen " + CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What was published before the first call was not heard of: so the first call comes at once. */
    private void listen(PGConnection connection) throws SQLException {
        while (isOpen()) {
            call();
            connection.getNotifications(pollMillis);
        }
    }

    private void pause() {
        try {
            if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                Log.debug("No longer following publications");
            }
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void call() {
        try {
            look.run();
            canRead = true;
        } catch (RuntimeException e) {
            if (canRead && isOpen()) {
                Log.warnf("What is published cannot be read now; this is tried again each second. %s", e.getMessage());
            }
            canRead = false;
        }
    }

    private void warnOnce(SQLException e) {
        if (isListening && isOpen()) {
            Log.warnf(
                    "PostgreSQL cannot say now when something is published; the store is asked each second. %s",
                    e.getMessage());
        }
        isListening = false;
    }
}
