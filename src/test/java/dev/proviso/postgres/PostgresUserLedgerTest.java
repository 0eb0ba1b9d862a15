package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.Events;
import dev.proviso.ledger.UserLedger;
import dev.proviso.ledger.UserLedger.Broken;
import dev.proviso.ledger.UserLedgerContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PostgresUserLedgerTest extends UserLedgerContract {

    @Inject
    PostgresUserLedger ledger;

    @Inject
    PostgresSeals seals;

    @Inject
    DataSource database;

    @Inject
    Owner owner;

    @Override
    protected UserLedger ledger() {
        return ledger;
    }

    @AfterEach
    void forget() throws SQLException {
        owner.execute("truncate ledger_event");
    }

    private UUID threeEvents() {
        ledger.append(user, Events.given(), "shop", Optional.of("a key with a name in it"), NOW);
        ledger.append(user, Events.withdrawn(), "shop", Optional.empty(), NOW);
        ledger.append(user, Events.DESCRIBED, "shop", Optional.empty(), NOW);
        return seals.pseudonym(user);
    }

    private void tamper(String sql) throws SQLException {
        owner.execute("alter table ledger_event disable trigger all; " + sql
                + "; alter table ledger_event enable trigger all");
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void nothing_personal_is_kept_in_clear() throws SQLException {
        threeEvents();

        String kept = query(
                "select string_agg(encode(sealed || mark || hash, 'escape') || e::text, ' ')" + " from ledger_event e");

        assertThat(kept).contains("CONSENT_GIVEN").doesNotContain("marketing", "1986", "GB-SCT", "a key with", user);
    }

    @Test
    void an_erasure_leaves_nothing_that_names_the_user_and_a_chain_that_verifies() throws SQLException {
        threeEvents();

        ledger.erase(user);

        assertThat(query("select count(*) from keys.person where user_id = '" + user + "'"))
                .isEqualTo("0");
        assertThat(query("select count(*) from ledger_event")).isEqualTo("3");
        assertThat(ledger.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'CONSENT_GIVEN'",
                "recorded_at = recorded_at - interval '1 microsecond'",
                "sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)",
                "mark = 'x'",
                "hash = sha256('')",
            })
    void a_changed_event_is_found_and_named_also_after_an_erasure(String change) throws SQLException {
        UUID person = threeEvents();
        ledger.erase(user);

        tamper("update ledger_event set " + change + " where number = 2");

        assertThat(ledger.verify()).extracting(Broken::person).containsOnly(person);
        assertThat(ledger.verify().get(0).number()).isEqualTo(2);
    }

    @Test
    void a_removed_event_is_found_by_the_one_after_it() throws SQLException {
        UUID person = threeEvents();

        tamper("delete from ledger_event where number = 2");

        assertThat(ledger.verify()).containsExactly(new Broken(person, 3, "The event before it is missing."));
    }

    @Test
    void of_a_user_whose_events_were_tampered_with_nothing_is_said() throws SQLException {
        threeEvents();

        tamper("update ledger_event set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where number = 2");

        assertThatThrownBy(() -> ledger.known(user)).hasMessageContaining("tampered");
    }

    @Test
    void a_ledger_that_is_full_takes_only_what_may_forbid() throws SQLException {
        threeEvents();
        tamper("update ledger_event set number = " + UserLedger.MOST_EVENTS + " where number = 3");

        assertThatThrownBy(() -> ledger.append(user, Events.given(), "shop", Optional.empty(), NOW))
                .isInstanceOf(UserLedger.Full.class);
        assertThat(ledger.append(user, Events.withdrawn(), "shop", Optional.empty(), NOW)
                        .number())
                .isEqualTo(UserLedger.MOST_EVENTS + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ledger_event",
                "update ledger_event set kind = 'USED'",
                "truncate ledger_event",
                "alter table ledger_event disable trigger all",
                "update keys.person set user_id = 'another'",
                "truncate keys.person"
            })
    void the_service_has_no_right_to_change_what_the_ledger_holds(String sql) {
        assertThatThrownBy(() -> execute(sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ledger_event",
                "update ledger_event set kind = 'USED'",
                "update keys.person set user_id = 'another'"
            })
    void not_even_the_owner_of_the_schema_changes_what_the_ledger_holds(String sql) {
        assertThatThrownBy(() -> owner.execute(sql)).hasMessageContaining("never changed");
    }
}
