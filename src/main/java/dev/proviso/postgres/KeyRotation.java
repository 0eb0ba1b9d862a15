package dev.proviso.postgres;

import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import dev.proviso.postgres.WrappingKeyTable.Entry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Replaces the wrapping key when its period is over, wraps all persons' keys by the new one, and destroys the old one after a
 * grace. Each step is a transaction that several replicas take turns at; whatever was cut off is done by the next run.
 */
@ApplicationScoped
public class KeyRotation {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 1000;
    private static final byte[] PROOF = new byte[32];

    private final WrappingKeyTable table;
    private final PersonRewrap persons;
    private final WrappingKeys keys;
    private final Clock clock;

    @ConfigProperty(name = "proviso.keys.period")
    Period period = Period.ofDays(30);

    @ConfigProperty(name = "proviso.keys.grace")
    Period grace = Period.ofDays(30);

    @ConfigProperty(name = "proviso.deciding")
    boolean deciding = true;

    KeyRotation(WrappingKeyTable table, PersonRewrap persons, WrappingKeys keys, Clock clock) {
        this.table = table;
        this.persons = persons;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a run came to.
     *
     * @param current the name of the key that wraps all persons' keys now
     * @param retired those that it replaced and that are not destroyed yet
     */
    public record Outcome(String current, List<String> retired) {}

    /**
     * Makes the first wrapping key, and wraps what an earlier version left unwrapped.
     *
     * @throws WrappingKeys.Unavailable with a sentence for the operator, if a key is lost or none can be made
     */
    public void begin() {
        apart(() -> {
            table.takeTurns();
            List<String> faults = faults();
            if (!faults.isEmpty()) {
                throw new WrappingKeys.Unavailable(faults.get(0));
            }
            if (table.current().isEmpty()) {
                replace();
            }
            unknown().forEach(Log::warn);
            return true;
        });
        if (apart(table::hasUnwrapped)) {
            wrapAll();
            apart(() -> {
                table.takeTurns();
                table.forgetUnwrapped();
                return true;
            });
        }
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        // A command about the store leaves its keys alone.
        if (!deciding) {
            return;
        }
        try {
            // The first call may come before the start has made the first key.
            if (apart(table::current).isPresent()) {
                run(false);
            }
        } catch (RuntimeException e) {
            Log.errorf(
                    "The wrapping keys could not be looked after; this is tried again in an hour. %s", e.getMessage());
        }
    }

    /** Replaces the wrapping key now, whatever its age. The old one is destroyed after the grace, as always. */
    public Outcome rotate() {
        begin();
        return run(true);
    }

    /** @param now whether the key is replaced before its time */
    Outcome run(boolean now) {
        replaceIfDue(now);
        wrapAll();
        return apart(() -> {
            table.takeTurns();
            destroyOld();
            return new Outcome(table.current().orElseThrow(), table.retired());
        });
    }

    /** The first step of a run. */
    void replaceIfDue(boolean now) {
        apart(() -> {
            table.takeTurns();
            if (now || table.isOlderThan(period)) {
                replace();
            }
            return true;
        });
    }

    private void replace() {
        WrappingKey made = keys.make(clock.instant());
        try {
            table.replaceBy(new Entry(made.id(), made.wrap(PROOF, proofContext(made.id()))));
        } catch (RuntimeException e) {
            keys.destroy(made.id());
            throw e;
        }
        Log.infof("The wrapping key %s is current from now on", made.id());
    }

    private void wrapAll() {
        List<UUID> damaged = new ArrayList<>();
        Optional<PersonRewrap.Batch> batch = wrapSome(BEFORE_ALL, BATCH);
        while (batch.isPresent()) {
            damaged.addAll(batch.get().damaged());
            batch = wrapSome(batch.get().last(), BATCH);
        }
        if (!damaged.isEmpty()) {
            Log.errorf(
                    "The keys of %d persons cannot be unwrapped, the first under the pseudonym %s. \"verify\" names all.",
                    damaged.size(), damaged.get(0));
        }
    }

    /** One transaction of {@link #wrapAll}. */
    Optional<PersonRewrap.Batch> wrapSome(UUID after, int most) {
        return apart(() -> {
            table.takeTurns();
            return persons.wrap(
                    after,
                    most,
                    table.retired(),
                    this::found,
                    found(table.current().orElseThrow()));
        });
    }

    private WrappingKey found(String id) {
        return keys.find(id).orElseThrow(() -> new WrappingKeys.Unavailable(lost(id)));
    }

    /**
     * The key goes before its row, in one transaction that keeps others from beginning to use it. Where this is cut off in
     * between, the row is left of a key that wraps nothing, and goes the next time.
     */
    private void destroyOld() {
        for (String id : table.retiredFor(grace)) {
            if (table.persons(id) == 0) {
                keys.destroy(id);
                table.remove(id);
                Log.infof("The wrapping key %s is destroyed", id);
            }
        }
    }

    /** What is wrong with the keys that persons need, each in a sentence. What nobody needs is forgotten. */
    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Entry entry : table.all()) {
            Optional<String> fault = fault(entry);
            if (fault.isPresent() && table.persons(entry.id()) == 0) {
                table.remove(entry.id());
            } else {
                fault.ifPresent(faults::add);
            }
        }
        return faults;
    }

    /**
     * Of each wrapping key that is there though this database does not know it, a sentence for the operator. One that was destroyed
     * and comes back from a copy makes readable again what was erased, in old backups of the database.
     */
    public List<String> strangers() {
        return apart(() -> {
            table.takeTurns();
            return unknown();
        });
    }

    private List<String> unknown() {
        Set<String> known = table.all().stream().map(Entry::id).collect(Collectors.toSet());
        return keys.all().stream()
                .filter(id -> !known.contains(id))
                .map(id ->
                        "The wrapping key " + id + " lies in " + keys.place() + ", and this database does not know it."
                                + " If it was destroyed and came back from a copy, then persons who were erased can be read again with"
                                + " an old backup of the database: delete it, in the copy too.")
                .toList();
    }

    private Optional<String> fault(Entry entry) {
        Optional<WrappingKey> key = keys.find(entry.id());
        if (key.isEmpty()) {
            return Optional.of(lost(entry.id()));
        }
        try {
            key.get().unwrap(entry.proof(), proofContext(entry.id()));
            return Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.of("The wrapping key " + entry.id() + " in " + keys.place()
                    + " is another than the one of this name that the database was written with. Put that one back.");
        }
    }

    private String lost(String id) {
        return "The wrapping key " + id + " is not in " + keys.place() + ", and it wraps the keys of "
                + table.persons(id)
                + " persons, of whom nothing can be read without it. Put it back from a copy, or set"
                + " PROVISO_KEYS_FOLDER to the folder that has it.";
    }

    private static byte[] proofContext(String id) {
        return ("proviso wrapping key " + id).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T apart(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
