package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.Events;
import dev.proviso.ledger.LedgerHead;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
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
        owner.execute("truncate ledger_event, ledger_chain");
    }

    private UUID threeEvents() {
        ledger.append(user, Events.given(), "shop", Optional.of("a key with a name in it"), NOW);
        ledger.append(user, Events.withdrawn(), "shop", Optional.empty(), NOW);
        ledger.append(user, Events.DESCRIBED, "shop", Optional.empty(), NOW);
        return seals.pseudonym(user);
    }

    private void tamper(String sql) throws SQLException {
        owner.execute("set session_replication_role = replica; " + sql);
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

        // A year alone may stand in the hexadecimal digits of what is sealed.
        assertThat(kept).contains("CONSENT_GIVEN").doesNotContain("marketing", "1986-", "GB-SCT", "a key with", user);
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

        assertThat(ledger.verify())
                .containsExactly(new Broken(person, 3, "The event before it is missing."), gone(person, 2));
    }

    private static Broken gone(UUID person, long number) {
        return new Broken(person, number, "It is in the chain over all ledgers, and in the ledger no more.");
    }

    @Test
    void a_removed_last_event_is_missed_also_after_an_erasure() throws SQLException {
        UUID person = threeEvents();
        tamper("delete from ledger_event where number = 3");

        assertThat(ledger.verify()).containsExactly(gone(person, 3));
        ledger.erase(user);
        assertThat(ledger.verify()).containsExactly(gone(person, 3));
    }

    @Test
    void a_ledger_that_was_removed_as_a_whole_is_missed() throws SQLException {
        UUID person = threeEvents();

        tamper("delete from ledger_event");

        assertThat(ledger.verify()).containsExactly(gone(person, 1), gone(person, 2), gone(person, 3));
    }

    @Test
    void an_event_that_was_removed_from_the_chain_too_breaks_the_chain() throws SQLException {
        UUID person = threeEvents();

        tamper("delete from ledger_event where number = 2; delete from ledger_chain where number = 2");

        assertThat(ledger.verify())
                .containsExactly(
                        new Broken(person, 3, "The event before it is missing."),
                        new Broken(person, 3, "The entry before it is missing in the chain over all ledgers."));
    }

    @Test
    void an_event_that_the_chain_does_not_have_is_named() throws SQLException {
        UUID person = threeEvents();

        tamper("delete from ledger_chain where number = 3");

        assertThat(ledger.verify())
                .containsExactly(
                        new Broken(person, 3, "It is in the ledger, and in the chain over all ledgers it is not."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash = sha256('')", "event = sha256('')", "number = 7", "person = gen_random_uuid()"})
    void a_changed_entry_of_the_chain_is_named(String change) throws SQLException {
        threeEvents();

        tamper("update ledger_chain set " + change + " where number = 2");

        assertThat(ledger.verify())
                .extracting(Broken::sentence)
                .contains("The chain over all ledgers does not hold at this event.");
    }

    @Test
    void what_was_cut_off_from_ledger_and_chain_is_told_by_a_head_that_was_written_down() throws SQLException {
        threeEvents();
        LedgerHead before = ledger.head();
        ledger.append(user, Events.given(), "shop", Optional.empty(), NOW);
        LedgerHead noted = ledger.head();
        assertThat(before.events()).isEqualTo(3);
        assertThat(noted.events()).isEqualTo(4);
        assertThat(ledger.holds(before)).isTrue();
        assertThat(ledger.holds(noted)).isTrue();

        tamper("delete from ledger_event where number = 4; delete from ledger_chain where number = 4");

        assertThat(ledger.verify()).isEmpty();
        assertThat(ledger.head()).isEqualTo(before);
        assertThat(ledger.holds(noted)).isFalse();
        assertThat(ledger.holds(before)).isTrue();
        ledger.append(user, Events.withdrawn(), "shop", Optional.empty(), NOW);
        assertThat(ledger.holds(noted)).as("another event in its place").isFalse();
    }

    @Test
    void the_head_of_no_events_is_the_empty_one() {
        assertThat(ledger.head()).isEqualTo(LedgerHead.empty());
        assertThat(ledger.holds(LedgerHead.empty())).isTrue();
    }

    @Test
    void persons_who_were_swapped_are_named_and_nothing_is_said_of_them() throws SQLException {
        UUID person = threeEvents();
        UUID other = seals.pseudonym(user + "-other");

        tamper("update keys.person set user_id = 'swapped' where pseudonym = '" + person + "';"
                + " update keys.person set user_id = '" + user + "' where pseudonym = '" + other + "';"
                + " update keys.person set user_id = '" + user + "-other' where pseudonym = '" + person + "'");
        try {
            assertThat(ledger.verify())
                    .containsExactlyInAnyOrder(
                            new Broken(person, 0, "It was not made for the user who is named beside it."),
                            new Broken(other, 0, "It was not made for the user who is named beside it."));
            assertThatThrownBy(() -> ledger.known(user)).hasMessageContaining("tampered");
            assertThatThrownBy(() -> ledger.known(user + "-other")).hasMessageContaining("tampered");
        } finally {
            tamper("delete from keys.person where pseudonym in ('" + person + "', '" + other + "')");
        }
    }

    @Test
    void a_key_that_another_person_s_took_the_place_of_is_named() throws SQLException {
        UUID person = threeEvents();
        UUID other = seals.pseudonym(user + "-other");

        tamper("update keys.person set key = (select key from keys.person where pseudonym = '" + other
                + "') where pseudonym = '" + person + "'");
        try {
            assertThat(ledger.verify())
                    .containsExactly(new Broken(person, 0, "It was not made for the user who is named beside it."));
        } finally {
            tamper("delete from keys.person where pseudonym = '" + person + "'");
        }
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
                "truncate keys.person",
                "insert into ledger_chain select branch, position + 1000, person, number, event, hash from ledger_chain",
                "delete from ledger_chain",
                "update ledger_chain set number = 1",
                "select chain_event(gen_random_uuid(), 1, sha256(''))",
                "update keys.wrapping_key set id = 'another'"
            })
    void the_service_has_no_right_to_change_what_the_ledger_holds(String sql) {
        assertThatThrownBy(() -> execute(sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ledger_event",
                "update ledger_event set kind = 'USED'",
                "update keys.person set user_id = 'another'",
                "delete from ledger_chain",
                "update ledger_chain set number = 1"
            })
    void not_even_the_owner_of_the_schema_changes_what_the_ledger_holds(String sql) {
        assertThatThrownBy(() -> owner.execute(sql)).hasMessageContaining("never changed");
    }
}
