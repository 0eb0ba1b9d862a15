package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store of the last schema in which persons' keys were not wrapped, as the program of that time wrote it, is opened by this
 * one. What that program answered is kept beside its rows, so that this one is held to it.
 */
class UpgradeIT {

    private static final Path FILES = Path.of("src", "test", "resources", "upgrade");
    private static final String OWNER = "postgres";
    private static final String ERASED = "gone-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request of that time, and how it was answered. */
    private record Before(String path, String account, int status, JsonNode body) {

        static Before read(String line) {
            try {
                JsonNode json = JSON.readTree(line);
                return new Before(
                        json.path("path").asText(),
                        json.path("account").asText(),
                        json.path("status").asInt(),
                        json.path("body"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        boolean isErasedDecision() {
            return body.path("erased").asBoolean();
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void fill(String url, Connection connection) throws Exception {
        Flyway.configure()
                .dataSource(url, OWNER, OWNER)
                .locations("filesystem:src/main/resources/db/migration")
                .target("8")
                .load()
                .migrate();
        execute(connection, "select create_decision_months('2026-11-01', '2026-11-30')");
        execute(connection, Files.readString(FILES.resolve("rows-of-schema-8.sql")));
    }

    /** The tables in which any of these stands, whatever column of whatever row. */
    private static List<String> tablesWith(Connection connection, List<String> keys) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : query(
                connection,
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'keys')")) {
            List<String> rows = query(connection, "select row::text from " + table + " row");
            if (rows.stream().anyMatch(row -> keys.stream().anyMatch(row::contains))) {
                found.add(table);
            }
        }
        return found;
    }

    /** Is all that was said before said now? More may be. */
    private static boolean isSaid(JsonNode before, JsonNode now) {
        if (before.isObject()) {
            return now.isObject()
                    && StreamSupport.stream(((Iterable<String>) before::fieldNames).spliterator(), false)
                            .allMatch(name -> now.has(name) && isSaid(before.path(name), now.path(name)));
        }
        if (before.isArray()) {
            boolean same = now.isArray() && now.size() == before.size();
            for (int i = 0; same && i < before.size(); i++) {
                same = isSaid(before.get(i), now.get(i));
            }
            return same;
        }
        return before.equals(now);
    }

    @Test
    void a_store_of_before_keys_were_wrapped_reads_as_before_and_holds_no_key_as_it_is(@TempDir Path folder)
            throws Exception {
        byte[] vocabulary = "vocabulary: unused\npurposes:\n  service: {}\n".getBytes(StandardCharsets.UTF_8);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            ServiceProcess service = new ServiceProcess(
                    folder,
                    Map.of("unused.vocabulary.yaml", vocabulary),
                    Map.of(
                            "QUARKUS_DATASOURCE_JDBC_URL", url,
                            "QUARKUS_DATASOURCE_USERNAME", OWNER,
                            "QUARKUS_DATASOURCE_PASSWORD", OWNER));
            try (Connection connection = DriverManager.getConnection(url, OWNER, OWNER)) {
                fill(url, connection);
                List<String> keys = query(connection, "select encode(key, 'hex') from keys.person");
                assertThat(tablesWith(connection, keys))
                        .as("the search finds them")
                        .containsExactly("keys.person");

                service.start();

                assertThat(tablesWith(connection, keys)).isEmpty();
                assertThat(query(connection, "select count(*) from keys.person where wrapped_by is null"))
                        .containsExactly("0");
                assertThat(query(connection, "select user_id from keys.person")).hasSameSizeAs(keys);
                readsAsBefore(service);
                staysErased(service, connection);
                assertThat(service.told("verify")).startsWith("0\n").doesNotContain("WARN");
            } finally {
                service.stop();
            }
        }
    }

    private static List<Before> answers() throws IOException {
        return Files.readAllLines(FILES.resolve("answers-of-schema-8.ndjson")).stream()
                .map(Before::read)
                .toList();
    }

    private static void readsAsBefore(ServiceProcess service) throws IOException {
        for (Before before : answers()) {
            HttpResponse<String> now = service.send("GET", before.path(), "", before.account());

            assertThat(now.statusCode()).as(before.path()).isEqualTo(before.status());
            assertThat(isSaid(before.body(), JSON.readTree(now.body())))
                    .as("%s%nbefore %s%nnow    %s", before.path(), before.body(), now.body())
                    .isTrue();
        }
    }

    /** Nor does the same name come to what was another's. */
    private static void staysErased(ServiceProcess service, Connection connection) throws Exception {
        String decision = answers().stream()
                .filter(Before::isErasedDecision)
                .map(Before::path)
                .findFirst()
                .orElseThrow();
        assertThat(service.send("POST", decision + "/replay", "{}", "auditor").statusCode())
                .isEqualTo(410);

        assertThat(service.send("PUT", "/v1/users/" + ERASED, "{\"country\": \"CN\"}", "service")
                        .statusCode())
                .isEqualTo(201);

        JsonNode anew = JSON.readTree(
                service.send("GET", "/v1/users/" + ERASED, "", "service").body());
        assertThat(anew.path("history")).hasSize(1);
        assertThat(anew.path("decisions")).isEmpty();
        assertThat(query(connection, "select octet_length(key) > 32 from keys.person where user_id = '" + ERASED + "'"))
                .containsExactly("t");

        // Ids that are refused by now are those of people who may ask to be erased.
        for (Before before : answers()) {
            if (before.path().startsWith("/v1/users/") && before.status() == 200) {
                assertThat(service.send("DELETE", before.path(), "", "service").statusCode())
                        .as(before.path())
                        .isEqualTo(204);
                assertThat(service.send("GET", before.path(), "", "service").statusCode())
                        .as(before.path())
                        .isIn(400, 404);
            }
        }
    }
}
