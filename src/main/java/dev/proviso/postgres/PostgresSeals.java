package dev.proviso.postgres;

import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.Seals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Seals whose keys lie in the table {@code keys.person}. Each call has a transaction of its own. */
@InDatabase
@ApplicationScoped
public class PostgresSeals implements Seals {

    private final PersonKeys keys;
    private final HeldKeys held;

    PostgresSeals(PersonKeys keys, HeldKeys held) {
        this.keys = keys;
        this.held = held;
    }

    @Override
    public UUID pseudonym(String user) {
        return found(user)
                .orElseGet(() -> heldFor(user, apart(() -> made(user))))
                .person();
    }

    @Override
    public Optional<UUID> known(String user) {
        return found(user).map(PersonKey::person);
    }

    private Optional<PersonKey> found(String user) {
        return held.of(user).or(() -> apart(() -> keys.of(user)).map(key -> heldFor(user, key)));
    }

    private PersonKey heldFor(String user, PersonKey key) {
        held.hold(user, key);
        return key;
    }

    private PersonKey made(String user) {
        keys.takeTurns(user);
        return keys.ofOrNew(user);
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
