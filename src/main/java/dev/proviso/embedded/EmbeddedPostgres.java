package dev.proviso.embedded;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that this program brings along and starts itself. Its data lie in the home and outlive every kind of
 * end of the program; it listens on the loopback address only, and asks for a password.
 *
 * @param url where JDBC finds it
 */
public record EmbeddedPostgres(String url, String password) {

    /** Owns the schema, and changes it when the program is upgraded. */
    public static final String OWNER = "postgres";

    /** Whom the service connects as: it reads and adds, and lacks the right to change what is there. */
    static final String SERVICE = "proviso_service";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(60);

    /**
     * Starts it, or finds the one that this process has started before.
     *
     * @throws StartRefused with a sentence for the operator, if it cannot be started
     */
    public static EmbeddedPostgres on(Path folder) {
        // A test run or a hot reload starts the application several times in one process, each with a class loader of
        // its own.
        String running = "dev.proviso.postgres:" + folder.toAbsolutePath().normalize();
        @Nullable String url = System.getProperty(running);
        if (url != null) {
            return new EmbeddedPostgres(url, Home.read(new Home(folder).password()));
        }
        EmbeddedPostgres started = start(Home.hold(folder));
        System.setProperty(running, started.url());
        return started;
    }

    private static EmbeddedPostgres start(Home.Held held) {
        Home home = held.home();
        try {
            OrphanedServer.stop(home.data());
            setAsideUnfinished(home);
            refuseOtherVersion(home);
            String password = password(home);
            var server = started(home, password);
            // The library lets everybody write where it unpacks them.
            FilePermissions.closeFolder(home.programs());
            stopWithTheProcess(server, held);
            createServiceRole(server, password);
            Files.writeString(home.initialised(), "");
            return new EmbeddedPostgres(url(server), password);
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("The embedded PostgreSQL did not start: " + e.getMessage() + ". What it said is in "
                    + home.log() + ". To use another PostgreSQL, set QUARKUS_DATASOURCE_JDBC_URL.");
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres started(Home home, String password)
            throws IOException {
        try (StartWatch watch = new StartWatch(home.data())) {
            var server = configure(home, password).start();
            if (watch.hasFailed()) {
                throw new IOException("it ended while it started");
            }
            return server;
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder configure(Home home, String password) {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.programs().toFile())
                .setDataDirectory(home.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // Settings of initdb, though the library calls them a locale: ask for a password over TCP.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", home.password().toString())
                .setConnectConfig("password", password)
                // The library is made for tests and trades durability for speed; a store of policies must not.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                // A file, not a pipe: the server may outlive this process.
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.log().toFile()));
    }

    /** Names no user, as the library's own address does: there are two. */
    private static String url(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    private static void createServiceRole(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String password)
            throws IOException {
        try (Connection connection = DriverManager.getConnection(url(server), OWNER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + SERVICE
                    + "') then create role " + SERVICE + "; end if; end $$");
            statement.execute("alter role " + SERVICE + " login password '" + password + "'");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A first start that was cut off leaves data that no server starts from. They are kept, out of the way. */
    private static void setAsideUnfinished(Home home) throws IOException {
        if (Files.exists(home.data()) && !Files.exists(home.initialised())) {
            Files.move(home.data(), home.folder().resolve("unfinished-" + System.nanoTime()));
        }
    }

    private static void refuseOtherVersion(Home home) {
        Path version = home.data().resolve("PG_VERSION");
        if (Files.exists(version) && !Home.read(version).equals("18")) {
            throw new IllegalStateException("the data in " + home.data() + " are those of PostgreSQL "
                    + Home.read(version) + ", and this is PostgreSQL 18");
        }
    }

    private static String password(Home home) throws IOException {
        Path file = home.password();
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            FilePermissions.createFile(file);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Home.read(file);
    }

    /** The server stops after the application, which may have work to finish; the home is held until then. */
    private static void stopWithTheProcess(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Home.Held held) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitApplication();
            try {
                server.close();
                held.release();
            } catch (IOException e) {
                System.err.println("The embedded PostgreSQL did not stop: " + e.getMessage());
            }
        }));
    }

    private static void awaitApplication() {
        @Nullable Application application = Application.currentApplication();
        if (application == null) {
            return;
        }
        Thread waiting = new Thread(application::awaitShutdown);
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(SHUTDOWN_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
