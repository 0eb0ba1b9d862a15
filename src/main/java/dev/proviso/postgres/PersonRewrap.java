package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.WrappingKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Wraps the keys of many persons anew, some at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PersonRewrap {

    private static final String OTHERS =
            "select pseudonym, user_id, key, wrapped_by from keys.person where pseudonym > ?"
                    + " and (wrapped_by is null or wrapped_by = any(?)) order by pseudonym limit ? for update";
    private static final String WRAP = "update keys.person set key = ?, wrapped_by = ? where pseudonym = ?";

    private final DataSource database;

    PersonRewrap(DataSource database) {
        this.database = database;
    }

    /**
     * A batch that was dealt with.
     *
     * @param last the last pseudonym of it
     * @param damaged those whose keys cannot be unwrapped; they stay as they are
     */
    record Batch(UUID last, List<UUID> damaged) {}

    /**
     * Wraps keys that nothing wraps, or one of the others does.
     *
     * @param after the last pseudonym of the batch before
     * @param keys the keys by their names
     * @return empty if there are none left
     */
    Optional<Batch> wrap(
            UUID after, int most, List<String> others, Function<String, WrappingKey> keys, WrappingKey by) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OTHERS);
                PreparedStatement update = connection.prepareStatement(WRAP)) {
            select.setObject(1, after);
            select.setArray(2, connection.createArrayOf("text", others.toArray()));
            select.setInt(3, most);
            Optional<UUID> last = Optional.empty();
            List<UUID> damaged = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID person = rows.getObject(1, UUID.class);
                    last = Optional.of(person);
                    if (!wrap(rows, update, keys, by)) {
                        damaged.add(person);
                    }
                }
            }
            update.executeBatch();
            return last.map(person -> new Batch(person, damaged));
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of persons cannot be wrapped: " + e.getMessage(), e);
        }
    }

    private static boolean wrap(
            ResultSet row, PreparedStatement update, Function<String, WrappingKey> keys, WrappingKey by)
            throws SQLException {
        UUID person = row.getObject(1, UUID.class);
        String user = row.getString(2);
        byte[] kept = row.getBytes(3);
        Optional<String> wrappedBy = Optional.ofNullable(row.getString(4));
        try {
            PersonKey key = wrappedBy
                    .map(id -> PersonKey.unwrapped(person, user, kept, keys.apply(id)))
                    .orElseGet(() -> new PersonKey(person, kept));
            update.setBytes(1, key.wrapped(by, user));
        } catch (IllegalArgumentException tampered) {
            return false;
        }
        update.setString(2, by.id());
        update.setObject(3, person);
        update.addBatch();
        return true;
    }
}
