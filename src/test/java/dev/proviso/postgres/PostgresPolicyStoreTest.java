package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PolicyStoreContract;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Verification;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class PostgresPolicyStoreTest extends PolicyStoreContract {

    private static final List<String> TABLES =
            List.of("document", "publication", "draft_name", "draft_event", "draft_revision");

    @Inject
    PostgresPolicyStore store;

    @Inject
    DataSource database;

    @Inject
    Owner owner;

    @Override
    protected PolicyStore emptyStore() {
        owner.emptyPolicies();
        return store;
    }

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
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
        for (String table : TABLES) {
            assertThatThrownBy(() -> owner.execute("delete from " + table))
                    .hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> owner.execute("update " + table + " set id = '2'"))
                    .hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> owner.execute("truncate " + table + " cascade"))
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void the_service_adds_to_every_table_and_changes_none() {
        for (String table : TABLES) {
            assertThatThrownBy(() -> execute("update " + table + " set id = '2'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute("truncate " + table)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void rule_tests_that_are_kept_are_added_to_and_changed_by_nobody() {
        for (String table : List.of("test_file", "test_set", "test_set_file")) {
            assertThatThrownBy(() -> owner.execute("delete from " + table))
                    .hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> owner.execute("truncate " + table + " cascade"))
                    .hasMessageContaining("never changed or removed");
            assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> owner.execute("update test_file set content = ''"))
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> execute("update test_set_file set name = 'x'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_rule_test_that_was_changed_by_hand_is_found_and_named() throws SQLException {
        owner.shipPolicies(store);
        assertThat(Verification.of(store).damage()).isEmpty();

        owner.execute("set session_replication_role = replica; update test_set_file set name = 'tours.yaml'"
                + " where name = 'tour.yaml'");

        assertThat(Verification.of(store).damage()).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("(website-privacy@", "publishes a document that has other rule tests than the store"));
    }

    @Test
    void documents_from_before_there_was_a_chain_begin_it() throws SQLException {
        owner.shipPolicies(store);
        List<PublishedDocument> documents = store.all();
        owner.execute("set session_replication_role = replica; truncate publication");

        assertThat(store.publishFirst(List.of())).isFalse();

        assertThat(store.all()).isEqualTo(documents).isNotEmpty();
        assertThat(Verification.of(store).damage()).isEmpty();
    }

    @Test
    void a_byte_changed_by_hand_is_found_and_named() throws SQLException {
        owner.shipPolicies(store);
        String changed = "update document set content = overlay(content placing '\\x58'::bytea from 1000 for 1)";
        String hashed = ", sha256 = encode(sha256(overlay(content placing '\\x58'::bytea from 1000 for 1)), 'hex')";

        owner.execute("set session_replication_role = replica; " + changed + hashed + " where version = '2016-01-14'");

        assertThat(Verification.of(store).damage()).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("The document website-privacy@2016-01-14 was changed: its text"));
    }

    @Test
    void a_byte_that_is_no_text_any_more_is_found_and_named() throws SQLException {
        owner.shipPolicies(store);
        String content = "overlay(content placing '\\xff'::bytea from 1000 for 1)";

        owner.execute("set session_replication_role = replica; update document set content = " + content
                + ", sha256 = encode(sha256(" + content + "), 'hex') where id = 'law-eu'");

        assertThat(Verification.of(store).damage().orElse(""))
                .startsWith("The document law-eu@")
                .contains("was changed: its text");
    }

    @Test
    void a_record_changed_by_hand_is_found_and_named() throws SQLException {
        owner.shipPolicies(store);

        owner.execute("set session_replication_role = replica; update publication set by_whom = 'x' where number = 3");

        assertThat(Verification.of(store).damage().orElse("")).startsWith("Record 3 of the chain");
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
