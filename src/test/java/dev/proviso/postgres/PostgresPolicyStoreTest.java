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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PostgresPolicyStoreTest extends PolicyStoreContract {

    @Inject
    PostgresPolicyStore store;

    @Inject
    DataSource database;

    @Inject
    Owner owner;

    @Inject
    KeptDocuments documents;

    @BeforeEach
    void keepDocuments() throws SQLException {
        documents.keep();
    }

    @AfterEach
    void putDocumentsBack() throws Exception {
        documents.putBack();
    }

    @Override
    protected PolicyStore emptyStore() {
        try {
            owner.execute("truncate document");
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
        assertThat(owner.show("unix_socket_directories")).isEmpty();
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(url, "postgres", "a wrong password"))
                    .hasMessageContaining("password");
        }
    }

    @Test
    void the_service_connects_as_nobody_but_itself() throws SQLException {
        assertThat(show("session_authorization")).isEqualTo("proviso_service");
        assertThat(show("role")).isEqualTo("proviso_service");
    }

    @Test
    void not_even_the_owner_of_the_schema_changes_or_removes_what_is_published() {
        emptyStore();
        assertThatThrownBy(() -> owner.execute("delete from document"))
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> owner.execute("update document set version = '2'"))
                .hasMessageContaining("never changed or removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from document",
                "update document set version = '2'",
                "truncate document",
                "drop table document",
                "alter table document disable trigger all",
                "set role postgres"
            })
    void the_service_has_no_right_to_change_what_is_published(String sql) {
        assertThatThrownBy(() -> execute(sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
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
