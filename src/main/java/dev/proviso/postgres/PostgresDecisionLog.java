package dev.proviso.postgres;

import dev.proviso.engine.Decision;
import dev.proviso.record.DecisionEntry;
import dev.proviso.record.DecisionLog;
import dev.proviso.record.DecisionQuery;
import dev.proviso.record.DecisionRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.util.PSQLState;

/**
 * Decisions in the table {@code decision_record}, which has a partition for each month. A group goes in as one COPY, which is
 * one transaction: PostgreSQL's own way for many rows, and Hibernate has none like it.
 */
@InDatabase
@ApplicationScoped
public class PostgresDecisionLog implements DecisionLog {

    private static final String COPY = "copy decision_record (" + CopyRows.COLUMNS + ") from stdin (format binary)";
    private static final String UNDELIVERED = ", exists (select from decision_undelivered mark"
            + " where mark.decided_at = decision_record.decided_at and mark.id = decision_record.id) as undelivered";
    private static final String MARK = """
            insert into decision_undelivered (decided_at, id)
            select decided_at, id
            from unnest(?::timestamptz[], ?::uuid[]) as told (decided_at, id) join decision_record using (decided_at, id)
            on conflict do nothing""";
    private static final String ORDER = " order by decided_at, id limit ?";
    private static final String ANY_TERM = "record_terms(policy, purpose, rules) && array[%s]";
    private static final String TERM = "record_terms(policy, purpose, rules) @> array[?::text]";

    private final DataSource database;

    PostgresDecisionLog(DataSource database) {
        this.database = database;
    }

    @Override
    public void append(List<DecisionRecord> records) {
        byte[] rows = CopyRows.of(records);
        try {
            try (Connection connection = database.getConnection()) {
                copy(connection, rows);
            } catch (SQLException e) {
                if (!PSQLState.CHECK_VIOLATION.getState().equals(e.getSQLState())) {
                    throw e;
                }
                // A month without a partition, which the next one is meant to have well before it begins.
                try (Connection connection = database.getConnection()) {
                    createMonths(connection, records);
                    copy(connection, rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions were not recorded: " + e.getMessage(), e);
        }
    }

    private static void copy(Connection connection, byte[] rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createMonths(Connection connection, List<DecisionRecord> records) throws SQLException {
        for (DecisionRecord one : records) {
            LocalDate day = one.decidedAt().atOffset(ZoneOffset.UTC).toLocalDate();
            create(connection, day, day);
        }
    }

    /** Creates the partitions of the months from one day through another, where there are none. */
    static void create(Connection connection, LocalDate first, LocalDate last) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("select create_decision_months(?, ?)")) {
            create.setObject(1, first);
            create.setObject(2, last);
            create.execute();
        }
    }

    @Override
    public void markUndelivered(List<UUID> ids) {
        Object[] times =
                ids.stream().map(id -> DecisionRecord.timeOf(id).toString()).toArray();
        Object[] texts = ids.stream().map(UUID::toString).toArray();
        try (Connection connection = database.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, connection.createArrayOf("text", times));
            mark.setArray(2, connection.createArrayOf("text", texts));
            mark.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the records were not marked: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<DecisionRecord> find(UUID id) {
        Condition condition = new Condition();
        // The id says in which partition to look.
        condition.and("decided_at = ?", time(DecisionRecord.timeOf(id)));
        condition.and("id = ?", id);
        return select(CopyRows.COLUMNS, condition, 1, PostgresDecisionLog::decided).stream()
                .findFirst();
    }

    @Override
    public List<DecisionRecord> list(DecisionQuery query) {
        return select(CopyRows.COLUMNS, condition(query), query.limit(), PostgresDecisionLog::decided);
    }

    @Override
    public List<DecisionEntry> entries(DecisionQuery query) {
        return select(CopyRows.ENTRY, condition(query), query.limit(), PostgresDecisionLog::entry);
    }

    private static Condition condition(DecisionQuery query) {
        Condition condition = new Condition();
        query.person().ifPresent(person -> condition.and("person = ?", person));
        query.policy().ifPresent(policy -> condition.and(TERM, "policy " + policy));
        if (!query.purposes().isEmpty()) {
            condition.and(
                    ANY_TERM.formatted(String.join(
                            ", ", Collections.nCopies(query.purposes().size(), "?::text"))),
                    query.purposes().stream()
                            .map(purpose -> "purpose " + purpose)
                            .toArray());
        }
        query.clause().ifPresent(clause -> condition.and(TERM, "clause " + clause));
        query.from().ifPresent(from -> condition.and("decided_at >= ?", time(from)));
        query.to().ifPresent(to -> condition.and("decided_at < ?", time(to)));
        query.after()
                .ifPresent(
                        after -> condition.and("(decided_at, id) > (?, ?)", time(DecisionRecord.timeOf(after)), after));
        return condition;
    }

    /** What is wanted, as SQL and the values in it. */
    private static final class Condition {
        private final StringBuilder sql = new StringBuilder("true");
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... parameters) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(parameters));
        }
    }

    /** Makes something of a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String columns, Condition condition, int limit, Reading<T> reading) {
        String sql = "select " + columns + UNDELIVERED + " from decision_record where " + condition.sql + ORDER;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            // Planned for the values: the way to a term that all records have is another than to one that few have.
            select.unwrap(PGStatement.class).setPrepareThreshold(0);
            int place = 1;
            for (Object value : condition.values) {
                select.setObject(place++, value);
            }
            select.setInt(place, limit);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the records cannot be read: " + e.getMessage(), e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static DecisionEntry entry(ResultSet row) throws SQLException {
        return new DecisionEntry(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asker"),
                row.getString("policy"),
                row.getString("version"),
                row.getString("purpose"),
                Decision.valueOf(row.getString("decision")),
                row.getBoolean("trial"),
                row.getString("rulebook"),
                List.of((String[]) row.getArray("rules").getArray()),
                row.getBoolean("undelivered"));
    }

    private static DecisionRecord decided(ResultSet row) throws SQLException {
        return DecisionRecord.of(
                entry(row),
                new DecisionRecord.Body(
                        Optional.ofNullable(row.getObject("person", UUID.class)), row.getBytes("body")));
    }
}
