package dev.proviso.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Seals for tests that need no database; they meet the same contract as PostgreSQL's. */
public final class InMemorySeals implements Seals {

    private final Map<String, PersonKey> byUser = new HashMap<>();
    private final Map<UUID, PersonKey> byPerson = new HashMap<>();

    @Override
    public synchronized Map<String, UUID> pseudonyms(Collection<String> users) {
        if (users.stream().anyMatch(user -> user.indexOf(0) >= 0)) {
            throw new IllegalStateException("PostgreSQL takes no text with a NUL");
        }
        Map<String, UUID> pseudonyms = new HashMap<>();
        for (String user : users) {
            PersonKey key = byUser.computeIfAbsent(user, unknown -> PersonKey.random());
            byPerson.put(key.person(), key);
            pseudonyms.put(user, key.person());
        }
        return pseudonyms;
    }

    @Override
    public synchronized Optional<UUID> known(String user) {
        return Optional.ofNullable(byUser.get(user)).map(PersonKey::person);
    }

    @Override
    public synchronized Sealed seal(UUID person, byte[] plain) {
        PersonKey key = Optional.ofNullable(byPerson.get(person)).orElseThrow(() -> new Erased(person));
        return new Sealed(person, key.seal(plain));
    }

    @Override
    public synchronized Optional<byte[]> open(Sealed sealed) {
        return Optional.ofNullable(byPerson.get(sealed.person())).map(key -> key.open(sealed.bytes()));
    }

    @Override
    public synchronized void erase(UUID person) {
        byPerson.remove(person);
        byUser.values().removeIf(key -> key.person().equals(person));
    }
}
