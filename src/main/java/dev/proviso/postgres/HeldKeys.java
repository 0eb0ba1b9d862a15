package dev.proviso.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.proviso.ledger.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys that were read a moment ago. They are let go soon enough for a key that another replica destroyed to be forgotten here
 * within a second, whether anyone asks for it or not.
 */
@ApplicationScoped
class HeldKeys {

    private static final Duration MOMENT = Duration.ofMillis(400);
    private static final int MOST = 10_000;

    private final Cache<UUID, PersonKey> byPerson = held();
    private final Cache<String, PersonKey> byUser = held();

    private static <K> Cache<K, PersonKey> held() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MOMENT)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }

    Optional<PersonKey> of(UUID person) {
        return Optional.ofNullable(byPerson.getIfPresent(person));
    }

    Optional<PersonKey> of(String user) {
        return Optional.ofNullable(byUser.getIfPresent(user));
    }

    void hold(PersonKey key) {
        byPerson.put(key.person(), key);
    }

    void hold(String user, PersonKey key) {
        byUser.put(user, key);
    }

    void forget(UUID person) {
        byPerson.invalidate(person);
        byUser.asMap().values().removeIf(key -> key.person().equals(person));
    }

    /** How many keys are in memory. */
    int size() {
        return byPerson.asMap().size() + byUser.asMap().size();
    }
}
