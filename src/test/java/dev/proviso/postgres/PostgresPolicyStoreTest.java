package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PolicyStoreContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostgresPolicyStoreTest extends PolicyStoreContract {

    @Inject
    PostgresPolicyStore store;

    @Inject
    DataSource database;

    @Override
    protected PolicyStore emptyStore() {
        try {
            execute("truncate document");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    @Test
    void the_database_is_postgresql_18_and_durable() throws SQLException {
        assertThat(show("server_version")).startsWith("18.");
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void the_database_asks_for_a_password_and_listens_on_loopback_only() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("localhost");
        assertThat(show("unix_socket_directories")).isEmpty();
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url, "postgres", "a wrong password"))
                    .hasMessageContaining("password");
        }
    }

    @Test
    void nobody_changes_or_removes_what_is_published() {
        emptyStore();
        assertThatThrownBy(() -> execute("delete from document")).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> execute("update document set version = '2'"))
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void a_text_that_is_not_what_its_hash_says_is_not_taken() {
        emptyStore();
        assertThatThrownBy(
                        () -> execute(
                                "insert into document (kind, id, version, content, sha256, announced_at,"
                                        + " starts_at, loaded_at) values ('VOCABULARY', 'a', '1', 'text', 'no hash', now(), now(), now())"))
                .hasMessageContaining("sha256_is_of_content");
    }
}
