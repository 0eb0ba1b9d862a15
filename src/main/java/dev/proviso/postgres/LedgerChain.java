package dev.proviso.postgres;

import dev.proviso.ledger.ChainEntry;
import dev.proviso.ledger.ChainLink;
import dev.proviso.ledger.LedgerHead;
import dev.proviso.ledger.LedgerHead.End;
import dev.proviso.ledger.UserLedger.Broken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The chain over the ledgers of all users, in the table {@code ledger_chain}, which the database itself writes for each event.
 * Every call is part of a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LedgerChain {

    private static final String ENTRIES =
            "select branch, position, person, number, event, hash from ledger_chain order by branch, position";
    private static final String ENDS =
            "select distinct on (branch) branch, position, hash from ledger_chain order by branch, position desc";
    private static final String AT = "select hash from ledger_chain where branch = ? and position = ?";
    private static final String MISSING =
            "select c.person, c.number from ledger_chain c where not exists (select from ledger_event e"
                    + " where e.person = c.person and e.number = c.number and e.hash = c.event) order by c.person, c.number";
    private static final String STRANGERS =
            "select e.person, e.number from ledger_event e where not exists (select from ledger_chain c"
                    + " where e.person = c.person and e.number = c.number and e.hash = c.event) order by e.person, e.number";
    private static final int FETCHED = 1000;

    private final DataSource database;

    LedgerChain(DataSource database) {
        this.database = database;
    }

    LedgerHead head() {
        List<End> ends = new ArrayList<>(Collections.nCopies(LedgerHead.BRANCHES, End.NOTHING));
        each(ENDS, row -> ends.set(row.getInt(1), new End(row.getLong(2), row.getBytes(3))));
        return LedgerHead.of(ends);
    }

    boolean holds(LedgerHead noted) {
        List<End> ends = new ArrayList<>();
        for (int branch = 0; branch < noted.counts().size(); branch++) {
            long count = noted.counts().get(branch);
            ends.add(count == 0 ? End.NOTHING : new End(count, hash(branch, count)));
        }
        return LedgerHead.of(ends).equals(noted);
    }

    /** Nothing if there is no such entry. */
    private byte[] hash(int branch, long position) {
        List<byte[]> found = new ArrayList<>();
        each(AT, row -> found.add(row.getBytes(1)), branch, position);
        return found.stream().findFirst().orElseGet(() -> new byte[0]);
    }

    /** Where the chain is broken, which events it misses, and which it does not know. */
    List<Broken> verify() {
        List<Broken> broken = new ArrayList<>(brokenLinks());
        each(
                MISSING,
                row -> broken.add(broken(row, "It is in the chain over all ledgers, and in the ledger no more.")));
        each(
                STRANGERS,
                row -> broken.add(broken(row, "It is in the ledger, and in the chain over all ledgers it is not.")));
        return broken;
    }

    private static Broken broken(ResultSet row, String sentence) throws SQLException {
        return new Broken(row.getObject(1, UUID.class), row.getLong(2), sentence);
    }

    private List<Broken> brokenLinks() {
        Walk walk = new Walk();
        each(ENTRIES, walk::step);
        return walk.broken;
    }

    /** Goes from entry to entry, branch after branch. */
    private static final class Walk {
        private final List<Broken> broken = new ArrayList<>();
        private int branch = -1;
        private long position;
        private byte[] previous = ChainLink.start();

        void step(ResultSet row) throws SQLException {
            ChainEntry entry = new ChainEntry(
                    row.getInt(1), row.getLong(2), row.getObject(3, UUID.class), row.getLong(4), row.getBytes(5));
            if (entry.branch() != branch) {
                branch = entry.branch();
                position = 0;
                previous = ChainLink.start();
            }
            byte[] kept = row.getBytes(6);
            wrong(entry, kept).ifPresent(sentence -> broken.add(new Broken(entry.person(), entry.number(), sentence)));
            position = entry.position();
            previous = kept;
        }

        private Optional<String> wrong(ChainEntry entry, byte[] kept) {
            if (entry.position() != position + 1) {
                return Optional.of("The entry before it is missing in the chain over all ledgers.");
            }
            return MessageDigest.isEqual(entry.hash(previous), kept)
                    ? Optional.empty()
                    : Optional.of("The chain over all ledgers does not hold at this event.");
        }
    }

    /** Does something with a row. */
    private interface Step {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, Step step, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    step.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the chain over the ledgers cannot be read: " + e.getMessage(), e);
        }
    }
}
