package dev.proviso.postgres;

import dev.proviso.Eventually;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.wiring.FirstDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The owner of the schema: what the service may not do to its tables, a test may through this one. */
@ApplicationScoped
public class Owner {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String user;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Inject
    Instance<PolicyDecisionPoint> asking;

    public String show(String setting) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    /** The database is away for the service, whose connections break, and for nobody else. */
    public void shutServiceOut() throws SQLException {
        execute("alter role proviso_service nologin");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'proviso_service'");
    }

    public void letServiceIn() throws SQLException {
        execute("alter role proviso_service login");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Nobody else reads or writes a table until the lock is closed. */
    public Lock lock(String table) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return new Lock(connection, table);
    }

    /** A table that is locked. */
    public record Lock(Connection connection, String table) implements AutoCloseable {

        /** How many wait for it. */
        public int waiting() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("select count(distinct pid) from pg_locks where not granted"
                                    + " and relation = '" + table + "'::regclass")) {
                result.next();
                return result.getInt(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    /** What a query would give after some SQL, of which nothing stays. */
    public List<String> wouldGive(String sql, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            List<String> given = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    given.add(rows.getString(1));
                }
            }
            connection.rollback();
            return given;
        }
    }

    /**
     * Takes everything out of the store of policies, triggers or not. Row by row: truncating would lock whole tables, and the
     * service, which reads several of them at once, might hold one that this waits for, and wait for one that this holds.
     */
    public void emptyPolicies() {
        try {
            execute(
                    "set session_replication_role = replica;"
                            + " delete from document; delete from publication; delete from draft_name; delete from draft_event;"
                            + " delete from draft_revision; delete from test_set_file; delete from test_set; delete from test_file");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What decides; not when it came into the store, which differs each time. */
    private static Set<List<Object>> said(Collection<PublishedDocument> documents) {
        return documents.stream()
                .map(document -> List.<Object>of(document.name(), document.content(), document.start()))
                .collect(Collectors.toSet());
    }

    /** Leaves in the store what a new one has, so that the next test finds it; returns when the service decides under it. */
    public void shipPolicies(PolicyStore store) {
        emptyPolicies();
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path folder = Path.of("policies");
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FirstDocuments.publish(files, store, Instant.now());
        Set<List<Object>> shipped = said(store.all());
        try {
            Eventually.holds(
                    "the service decides under what ships",
                    () -> said(asking.get().library().documents()).equals(shipped));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
