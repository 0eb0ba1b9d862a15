package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys of persons in the table {@code keys.person}. Every call is part of a transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PersonKeys implements PanacheRepositoryBase<PersonRow, UUID> {

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
        return find("user", user).firstResultOptional().map(PersonRow::personKey);
    }

    private Map<String, PersonKey> of(Collection<String> users) {
        return find("user in ?1", users).stream().collect(Collectors.toMap(row -> row.user, PersonRow::personKey));
    }

    Optional<PersonKey> of(UUID person) {
        return findByIdOptional(person).map(PersonRow::personKey);
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
            PersonKey key = made(user);
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
            without.forEach(user -> found.put(user, made(user)));
            flush();
        }
        return found;
    }

    private PersonKey made(String user) {
        PersonKey key = PersonKey.random();
        persist(new PersonRow(user, key));
        return key;
    }

    /** Take turns first. */
    void destroy(UUID person) {
        delete("pseudonym", person);
    }
}
