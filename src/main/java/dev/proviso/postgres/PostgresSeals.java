package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.Seals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Seals whose keys lie in the table {@code keys.person}. Each call has a transaction of its own. */
@ApplicationScoped
public class PostgresSeals implements Seals {

    private final PersonKeys keys;
    private final HeldKeys held;

    PostgresSeals(PersonKeys keys, HeldKeys held) {
        this.keys = keys;
        this.held = held;
    }

    @Override
    public Map<String, UUID> pseudonyms(Collection<String> users) {
        Map<String, UUID> pseudonyms = new HashMap<>();
        SortedSet<String> others = new TreeSet<>();
        users.forEach(user ->
                held.of(user).ifPresentOrElse(key -> pseudonyms.put(user, key.person()), () -> others.add(user)));
        if (!others.isEmpty()) {
            apart(() -> keys.ofOrNew(others))
                    .forEach((user, key) ->
                            pseudonyms.put(user, heldFor(user, key).person()));
        }
        return pseudonyms;
    }

    @Override
    public Optional<UUID> known(String user) {
        return held.of(user)
                .or(() -> apart(() -> keys.of(user)).map(key -> heldFor(user, key)))
                .map(PersonKey::person);
    }

    private PersonKey heldFor(String user, PersonKey key) {
        held.hold(user, key);
        held.hold(key);
        return key;
    }

    @Override
    public Sealed seal(UUID person, byte[] plain) {
        PersonKey key = key(person).orElseThrow(() -> new Erased(person));
        return new Sealed(person, key.seal(plain));
    }

    @Override
    public Optional<byte[]> open(Sealed sealed) {
        return key(sealed.person()).map(key -> key.open(sealed.bytes()));
    }

    private Optional<PersonKey> key(UUID person) {
        return held.of(person).or(() -> {
            Optional<PersonKey> read = apart(() -> keys.of(person));
            read.ifPresent(held::hold);
            return read;
        });
    }

    @Override
    public void erase(UUID person) {
        apart(() -> keys.user(person))
                .ifPresent(user -> QuarkusTransaction.requiringNew().run(() -> {
                    keys.takeTurns(user);
                    keys.destroy(person);
                }));
        held.forget(person);
    }

    private static <T> T apart(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
