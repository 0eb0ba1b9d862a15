package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.UserLedger.Broken;
import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of persons, wrapped, in the table {@code keys.person}. Every call is part of a transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PersonKeys implements PanacheRepositoryBase<PersonRow, UUID> {

    private static final int FETCHED = 1000;

    private final WrappingKeys wrapping;
    private final WrappingKeyTable table;

    PersonKeys(WrappingKeys wrapping, WrappingKeyTable table) {
        this.wrapping = wrapping;
        this.table = table;
    }

    /** Takes turns for many at once, always in the same order, so that two who do so never wait for each other. */
    private void takeTurns(SortedSet<String> users) {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('proviso user ' || name, 0))"
                                + " from unnest(:users) as name",
                        Object.class)
                .setParameter("users", users.toArray(String[]::new))
                .getResultList();
    }

    /** Whoever adds to a person's ledger, makes a key or destroys it, takes turns with all who do so for the same user. */
    void takeTurns(String user) {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('proviso user ' || :user, 0))", Object.class)
                .setParameter("user", user)
                .getSingleResult();
    }

    Optional<PersonKey> of(String user) {
        return find("user", user).firstResultOptional().map(this::personKey);
    }

    private Map<String, PersonKey> of(Collection<String> users) {
        return find("user in ?1", users).stream().collect(Collectors.toMap(row -> row.user, this::personKey));
    }

    Optional<PersonKey> of(UUID person) {
        return findByIdOptional(person).map(this::personKey);
    }

    Optional<String> user(UUID person) {
        return findByIdOptional(person).map(row -> row.user);
    }

    /** Users with events, in the order of the index, from after the text on. A question alone makes a key, but no event. */
    List<String> withEvents(String after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select p.user from PersonRow p where p.user > :after and exists"
                                + " (select 1 from LedgerEventRow e where e.key.person = p.pseudonym) order by p.user",
                        String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The key of a user, made now if there is none. Take turns first. */
    PersonKey ofOrNew(String user) {
        return of(user).orElseGet(() -> {
            PersonKey key = made(user, current());
            flush();
            return key;
        });
    }

    /** The keys of users, made now for those who have none. */
    Map<String, PersonKey> ofOrNew(SortedSet<String> users) {
        Map<String, PersonKey> found = of(users);
        SortedSet<String> without = new TreeSet<>(users);
        without.removeAll(found.keySet());
        if (!without.isEmpty()) {
            takeTurns(without);
            found.putAll(of(without));
            without.removeAll(found.keySet());
            WrappingKey wrappedBy = current();
            without.forEach(user -> found.put(user, made(user, wrappedBy)));
            flush();
        }
        return found;
    }

    private PersonKey personKey(PersonRow row) {
        return row.personKey(wrapping);
    }

    private PersonKey made(String user, WrappingKey wrappedBy) {
        PersonKey key = PersonKey.random();
        persist(new PersonRow(user, key, wrappedBy));
        return key;
    }

    private WrappingKey current() {
        return table.current()
                .flatMap(wrapping::find)
                .orElseThrow(() ->
                        new WrappingKeys.Unavailable("The current wrapping key is not in " + wrapping.place() + "."));
    }

    /** Whose keys are not those that were made for them, or cannot be opened any more. */
    List<Broken> verify() {
        List<Broken> broken = new ArrayList<>();
        try (Stream<PersonRow> rows =
                find("wrappedBy is not null order by pseudonym")
                        .withHint("org.hibernate.fetchSize", FETCHED)
                        .stream()) {
            for (PersonRow row : (Iterable<PersonRow>) rows::iterator) {
                wrong(row).ifPresent(sentence -> broken.add(new Broken(row.pseudonym, 0, sentence)));
                getEntityManager().detach(row);
            }
        }
        return broken;
    }

    private Optional<String> wrong(PersonRow row) {
        try {
            personKey(row);
            return Optional.empty();
        } catch (WrappingKeys.Unavailable lost) {
            return Optional.of("It cannot be opened. " + lost.sentence());
        } catch (IllegalArgumentException tampered) {
            return Optional.of("It was not made for the user who is named beside it.");
        }
    }

    /** Take turns first. */
    void destroy(UUID person) {
        delete("pseudonym", person);
    }
}
