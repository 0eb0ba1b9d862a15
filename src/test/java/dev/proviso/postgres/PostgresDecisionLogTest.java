package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.proviso.engine.Decision;
import dev.proviso.record.DecisionLog;
import dev.proviso.record.DecisionLogContract;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.DecisionRecord;
import dev.proviso.record.TimedIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class PostgresDecisionLogTest extends DecisionLogContract {

    @Inject
    PostgresDecisionLog log;

    @Inject
    DataSource database;

    @Inject
    Owner owner;

    @Override
    protected DecisionLog emptyLog() {
        try {
            owner.execute("truncate decision_record");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return log;
    }

    private static DecisionRecord decided(String time) {
        return new DecisionRecord(
                TimedIds.at(Instant.parse(time)),
                Instant.EPOCH,
                "service",
                "shop",
                "1",
                "service",
                Decision.PERMIT,
                false,
                "sha256:1",
                List.of("shop 1"),
                new DecisionRecord.Body(Optional.empty(), new byte[] {1, 2, 3}));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table, DecisionRecord of) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select count(*) from " + table + " where id = '" + of.id() + "'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private boolean exists(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Test
    void the_months_to_come_have_partitions() throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int ahead = 0; ahead <= 3; ahead++) {
            LocalDate month = today.plusMonths(ahead);
            assertThat(exists(String.format("decision_record_%04d_%02d", month.getYear(), month.getMonthValue())))
                    .as("partition of %s", month)
                    .isTrue();
        }
    }

    @Test
    void a_record_of_a_month_without_a_partition_is_kept_all_the_same() {
        DecisionLog empty = emptyLog();
        DecisionRecord old = decided("2001-02-28T23:59:59.999Z");
        DecisionRecord next = decided("2001-03-01T00:00:00.000Z");

        empty.append(List.of(old, next));

        assertThat(empty.list(DecisionQuery.everything(10))).containsExactly(old, next);
    }

    @Test
    void months_that_ended_before_a_day_are_dropped_and_no_others() throws SQLException {
        DecisionLog empty = emptyLog();
        DecisionRecord dropped = decided("2002-01-31T23:59:59Z");
        DecisionRecord kept = decided("2002-02-01T00:00:00Z");
        empty.append(List.of(dropped, kept));

        try (Connection connection = database.getConnection()) {
            assertThat(DecisionMonths.dropBefore(connection, LocalDate.of(2002, 2, 28)))
                    .contains("decision_record_2002_01")
                    .doesNotContain("decision_record_2002_02");
        }

        assertThat(empty.list(DecisionQuery.everything(10))).containsExactly(kept);
    }

    @Test
    void a_mark_goes_with_the_month_of_its_record_and_not_before() throws SQLException {
        DecisionLog empty = emptyLog();
        DecisionRecord dropped = decided("2006-01-31T23:59:59Z");
        DecisionRecord kept = decided("2006-02-01T00:00:00Z");
        empty.append(List.of(dropped, kept));
        empty.markUndelivered(List.of(dropped.id(), kept.id()));

        assertThatThrownBy(() -> owner.execute("delete from decision_undelivered"))
                .hasMessageContaining("never changed or removed");
        try (Connection connection = database.getConnection()) {
            DecisionMonths.dropBefore(connection, LocalDate.of(2006, 2, 28));
        }

        assertThat(empty.list(DecisionQuery.everything(10)))
                .extracting(DecisionRecord::id, DecisionRecord::undelivered)
                .containsExactly(tuple(kept.id(), true));
        assertThat(count("decision_undelivered", dropped)).isZero();
    }

    @Test
    void the_service_drops_no_records_of_the_last_month() {
        assertThatThrownBy(() -> execute("select drop_decision_months(current_date - 20)"))
                .hasMessageContaining("not dropped");
    }

    @Test
    void to_list_entries_no_body_is_read() throws SQLException {
        DecisionRecord kept = decided("2004-01-01T00:00:00Z");
        DecisionLog empty = emptyLog();
        empty.append(List.of(kept));
        owner.execute("revoke select on decision_record from proviso_service");
        owner.execute("grant select (" + CopyRows.ENTRY + ") on decision_record to proviso_service");
        try {
            assertThat(empty.entries(DecisionQuery.everything(10))).containsExactly(kept.entry());
            assertThatThrownBy(() -> empty.list(DecisionQuery.everything(10)))
                    .hasMessageContaining("permission denied");
        } finally {
            owner.execute("grant select on decision_record to proviso_service");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from decision_record", "update decision_record set trial = true"})
    void not_even_the_owner_of_the_schema_changes_or_removes_a_record(String sql) {
        emptyLog().append(List.of(decided("2003-01-01T00:00:00Z")));

        assertThatThrownBy(() -> owner.execute(sql)).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> owner.execute(sql.replace("decision_record", "decision_record_2003_01")))
                .hasMessageContaining("never changed or removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from decision_record",
                "update decision_record set trial = true",
                "truncate decision_record",
                "drop table decision_record",
                "alter table decision_record disable trigger all",
                "create table decision_record_2099_01 partition of decision_record for values from ('2099-01-01') to"
                        + " ('2099-02-01')",
                "delete from decision_undelivered",
                "update decision_undelivered set noted_at = now()",
                "delete from rulebook",
                "update rulebook_part set content = ''"
            })
    void the_service_has_no_right_to_change_what_is_recorded(String sql) {
        assertThatThrownBy(() -> execute(sql)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
