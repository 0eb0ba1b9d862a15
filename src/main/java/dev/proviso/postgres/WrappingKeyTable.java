package dev.proviso.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which wrapping keys there are, in the table {@code keys.wrapping_key}: one that is current, and those that it replaced. The
 * keys themselves lie elsewhere. All times are those of the database, so that replicas need not agree on one. Every call is
 * part of a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class WrappingKeyTable {

    private final DataSource database;

    WrappingKeyTable(DataSource database) {
        this.database = database;
    }

    /** @param proof what this key opens, and no other under its name */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String id, byte[] proof) {}

    /** Whoever wraps many keys, replaces a wrapping key or destroys it takes turns with all who do. */
    void takeTurns() {
        query("select pg_advisory_xact_lock(hashtextextended('proviso wrapping keys', 0))", row -> "");
    }

    List<Entry> all() {
        return query(
                "select id, proof from keys.wrapping_key order by made_at, id",
                row -> new Entry(row.getString(1), row.getBytes(2)));
    }

    Optional<String> current() {
        return ids("select id from keys.wrapping_key where retired_at is null").stream()
                .findFirst();
    }

    List<String> retired() {
        return ids("select id from keys.wrapping_key where retired_at is not null order by id");
    }

    /** Was the current key made so long ago? */
    boolean isOlderThan(Period period) {
        return !ids(
                        "select id from keys.wrapping_key where retired_at is null and made_at <= now() - ?::interval",
                        period.toString())
                .isEmpty();
    }

    /** Those that were replaced so long ago. Until the end of the transaction nobody can begin to use one of them. */
    List<String> retiredFor(Period period) {
        return ids(
                "select id from keys.wrapping_key where retired_at <= now() - ?::interval order by id for update",
                period.toString());
    }

    /** Whose keys a wrapping key wraps. */
    long persons(String id) {
        return query("select count(*) from keys.person where wrapped_by = ?", row -> row.getLong(1), id)
                .get(0);
    }

    /** Makes a key the current one, in place of the one that was. */
    void replaceBy(Entry entry) {
        update("update keys.wrapping_key set retired_at = now() where retired_at is null");
        update("insert into keys.wrapping_key (id, proof) values (?, ?)", entry.id(), entry.proof());
    }

    void remove(String id) {
        update("delete from keys.wrapping_key where id = ?", id);
    }

    /** Are there, or could there be, keys of persons that nothing wraps? */
    boolean hasUnwrapped() {
        return query("select keys.has_unwrapped()", row -> row.getBoolean(1)).get(0);
    }

    /** Once there are none, there will be none. */
    void forgetUnwrapped() {
        query("select keys.forget_unwrapped()", row -> "");
    }

    private List<String> ids(String sql, Object... values) {
        return query(sql, row -> row.getString(1), values);
    }

    /** Makes something of a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the table of wrapping keys cannot be used: " + e.getMessage(), e);
    }
}
