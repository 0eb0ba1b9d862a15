package dev.proviso.postgres;

import dev.proviso.ledger.ChainLink;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.EventBytes;
import dev.proviso.ledger.LedgerHead;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.UserLedger;
import dev.proviso.ledger.WrappingKeys;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Ledgers in the table {@code ledger_event}, sealed with the keys of {@code keys.person}. */
@InDatabase
@ApplicationScoped
public class PostgresUserLedger implements UserLedger, PanacheRepositoryBase<LedgerEventRow, LedgerEventRow.Key> {

    private static final int FETCHED = 1000;
    private static final String LAST_FIRST = "key.person = ?1 order by key.number desc";
    private static final String OF_USERS = """
            select p.user_id, p.pseudonym, p.key, p.wrapped_by, e.number, e.recorded_at, e.sealed
            from keys.person p join ledger_event e on e.person = p.pseudonym
            where p.user_id = any(?) order by p.user_id, e.number""";

    private final PersonKeys keys;
    private final HeldKeys held;
    private final LedgerChain chain;
    private final WrappingKeys wrapping;
    private final DataSource database;

    PostgresUserLedger(PersonKeys keys, HeldKeys held, LedgerChain chain, WrappingKeys wrapping, DataSource database) {
        this.keys = keys;
        this.held = held;
        this.chain = chain;
        this.wrapping = wrapping;
        this.database = database;
    }

    @Override
    @Transactional
    public Recorded append(String user, Event event, String by, Optional<String> idempotencyKey, Instant now) {
        keys.takeTurns(user);
        PersonKey key = keys.ofOrNew(user);
        byte[] mark = idempotencyKey
                .map(text -> key.mark(text.getBytes(StandardCharsets.UTF_8)))
                .orElse(new byte[0]);
        Optional<Recorded> first = idempotencyKey.flatMap(text -> marked(key, mark));
        return first.map(recorded -> repeated(idempotencyKey.orElseThrow(), recorded, event))
                .orElseGet(() -> added(key, event, by, mark, now.truncatedTo(ChronoUnit.MICROS)));
    }

    private Optional<Recorded> marked(PersonKey key, byte[] mark) {
        return find("key.person = ?1 and mark = ?2", key.person(), mark)
                .firstResultOptional()
                .map(row -> row.recorded(key));
    }

    private static Recorded repeated(String idempotencyKey, Recorded first, Event event) {
        if (first.event().equals(event)) {
            return first;
        }
        throw new KeyUsedBefore(idempotencyKey, first);
    }

    private Recorded added(PersonKey key, Event event, String by, byte[] mark, Instant now) {
        Optional<LedgerEventRow> last = find(LAST_FIRST, key.person()).firstResultOptional();
        Instant recordedAt =
                last.map(row -> row.recordedAt).filter(now::isBefore).orElse(now);
        long number = last.map(row -> row.key.number()).orElse(0L) + 1;
        UserLedger.requireRoom(event, number);
        ChainLink link = new ChainLink(
                key.person(),
                number,
                recordedAt,
                event.kind().name(),
                mark,
                key.seal(EventBytes.write(event, by)),
                last.map(row -> row.hash).orElseGet(ChainLink::start));
        persistAndFlush(new LedgerEventRow(link));
        return new Recorded(link.number(), recordedAt, event, Optional.of(by));
    }

    @Override
    @Transactional
    public List<Recorded> everything(String user) {
        return keys.of(user)
                .map(key -> find("key.person = ?1 order by key.number", key.person()).stream()
                        .map(row -> row.recorded(key))
                        .toList())
                .orElse(List.of());
    }

    /** One statement for all of them, without a session: this is what each question about a user waits for. */
    @Override
    public Map<String, LedgerUser> known(Collection<String> users) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_USERS)) {
            select.setArray(1, connection.createArrayOf("text", users.toArray()));
            Map<String, List<Recorded>> events = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                Optional<PersonKey> key = Optional.empty();
                while (rows.next()) {
                    UUID person = rows.getObject(2, UUID.class);
                    if (key.filter(last -> last.person().equals(person)).isEmpty()) {
                        key = Optional.of(key(person, rows));
                    }
                    events.computeIfAbsent(rows.getString(1), first -> new ArrayList<>())
                            .add(LedgerEventRow.recorded(
                                    rows.getLong(5),
                                    rows.getObject(6, OffsetDateTime.class).toInstant(),
                                    rows.getBytes(7),
                                    key.orElseThrow()));
                }
            }
            Map<String, LedgerUser> known = new HashMap<>();
            events.forEach((user, all) -> known.put(user, LedgerUser.of(all)));
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledgers cannot be read: " + e.getMessage(), e);
        }
    }

    /** Held for a moment: the record of the decision is going to be sealed with it. */
    private PersonKey key(UUID pseudonym, ResultSet row) throws SQLException {
        String user = row.getString(1);
        Optional<PersonKey> last = held.of(user).filter(key -> key.person().equals(pseudonym));
        if (last.isPresent()) {
            return last.get();
        }
        PersonRow person = new PersonRow(pseudonym, user, row.getBytes(3), Optional.ofNullable(row.getString(4)));
        PersonKey key = person.personKey(wrapping);
        held.hold(user, key);
        held.hold(key);
        return key;
    }

    @Override
    @Transactional
    public List<String> users(Optional<String> after, int limit) {
        return keys.withEvents(after.orElse(""), limit);
    }

    @Override
    public void erase(String user) {
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    keys.takeTurns(user);
                    Optional<PersonKey> key = keys.of(user);
                    key.ifPresent(found -> keys.destroy(found.person()));
                    return key;
                })
                .ifPresent(key -> held.forget(key.person()));
    }

    @Override
    @Transactional
    public List<Broken> verify() {
        List<Broken> broken = new ArrayList<>(brokenLinks());
        broken.addAll(chain.verify());
        broken.addAll(keys.verify());
        return broken;
    }

    @Override
    @Transactional
    public LedgerHead head() {
        return chain.head();
    }

    @Override
    @Transactional
    public boolean holds(LedgerHead noted) {
        return chain.holds(noted);
    }

    private List<Broken> brokenLinks() {
        List<Broken> broken = new ArrayList<>();
        Optional<LedgerEventRow> before = Optional.empty();
        try (Stream<LedgerEventRow> rows =
                find("order by key.person, key.number").withHint("org.hibernate.fetchSize", FETCHED).stream()) {
            for (LedgerEventRow row : (Iterable<LedgerEventRow>) rows::iterator) {
                Optional<ChainLink> last = before.filter(one -> one.key.person().equals(row.key.person()))
                        .map(LedgerEventRow::link);
                row.link().broken(row.hash, last).ifPresent(broken::add);
                before = Optional.of(row);
                getEntityManager().detach(row);
            }
        }
        return broken;
    }
}
