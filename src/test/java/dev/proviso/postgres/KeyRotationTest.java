package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.ledger.Events;
import dev.proviso.ledger.PersonKey;
import dev.proviso.ledger.Recorded;
import dev.proviso.ledger.Seals.Sealed;
import dev.proviso.ledger.UserLedger.Broken;
import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import dev.proviso.wiring.KeyFolder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class KeyRotationTest {

    private static final byte[] FACT = "born on 1986-03-01".getBytes(StandardCharsets.UTF_8);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    KeyRotation rotation;

    @Inject
    WrappingKeyTable table;

    @Inject
    PersonRewrap persons;

    @Inject
    PersonKeys keys;

    @Inject
    HeldKeys held;

    @Inject
    PostgresSeals seals;

    @Inject
    PostgresUserLedger ledger;

    @Inject
    WrappingKeys wrapping;

    @Inject
    Clock clock;

    @Inject
    Owner owner;

    @ConfigProperty(name = "proviso.home")
    Path home;

    private final String user = "rotation-" + UUID.randomUUID();

    /** What another replica has: the same database and the same folder, and a memory of its own. */
    private KeyRotation replica() {
        return new KeyRotation(table, persons, KeyFolder.at(Path.of(wrapping.place())), clock);
    }

    private Path file(String id) {
        return Path.of(wrapping.place()).resolve(id + ".key");
    }

    private String current() {
        return QuarkusTransaction.requiringNew().call(table::current).orElseThrow();
    }

    private String wrappedBy(UUID person) throws SQLException {
        return only("select wrapped_by from keys.person where pseudonym = '" + person + "'");
    }

    private String only(String query) throws SQLException {
        List<String> given = owner.wouldGive("select 1", query);
        assertThat(given).hasSize(1);
        return given.get(0);
    }

    /** As if all that was replaced had been replaced before the grace. */
    private void graceIsOver() throws SQLException {
        owner.execute("update keys.wrapping_key set retired_at = retired_at - interval '30 days'"
                + " where retired_at is not null");
    }

    private Sealed sealed(UUID person) {
        return seals.seal(person, FACT);
    }

    private Optional<byte[]> openedAnew(Sealed sealed) {
        held.forget(sealed.person());
        return seals.open(sealed);
    }

    /** The bytes of a person's key, which leave it to be wrapped alone. */
    private byte[] bytes(UUID person) {
        List<byte[]> seen = new ArrayList<>();
        WrappingKey curious = new WrappingKey() {
            @Override
            public String id() {
                return "curious";
            }

            @Override
            public byte[] wrap(byte[] key, byte[] context) {
                seen.add(key.clone());
                return key;
            }

            @Override
            public byte[] unwrap(byte[] wrapped, byte[] context) {
                return wrapped;
            }
        };
        PersonKey key =
                QuarkusTransaction.requiringNew().call(() -> keys.of(person)).orElseThrow();
        assertThat(key.wrapped(curious, user)).hasSize(32);
        return seen.get(0);
    }

    /** Do these bytes stand in any file of a folder of the database? */
    private boolean standIn(String folder, byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home.resolve("data").resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.exists(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void the_bytes_of_a_persons_key_are_nowhere_in_the_files_of_the_database() throws Exception {
        UUID person = seals.pseudonym(user);
        byte[] key = bytes(person);
        byte[] wrapped = HexFormat.of()
                .parseHex(only("select encode(key, 'hex') from keys.person where pseudonym = '" + person + "'"));
        seals.erase(person);
        owner.execute("checkpoint");

        assertThat(standIn("base", wrapped))
                .as("the search finds what is there")
                .isTrue();
        assertThat(standIn("pg_wal", wrapped)).isTrue();
        assertThat(standIn("base", key)).isFalse();
        assertThat(standIn("pg_wal", key)).isFalse();
    }

    @Test
    void after_erasure_rotation_and_grace_a_copy_of_the_database_opens_nothing_of_the_person() throws Exception {
        UUID person = seals.pseudonym(user);
        Sealed body = sealed(person);
        String wrappedBy = wrappedBy(person);
        String copy = only(
                "select format('insert into keys.person (pseudonym, user_id, key, wrapped_by) values (%L, %L, %L, %L)',"
                        + " pseudonym, user_id, key, wrapped_by) from keys.person where pseudonym = '" + person + "'");
        byte[] copied = HexFormat.of()
                .parseHex(only("select encode(key, 'hex') from keys.person where pseudonym = '" + person + "'"));
        byte[] wrappingKey = Files.readAllBytes(file(wrappedBy));

        seals.erase(person);
        assertThat(seals.open(body)).isEmpty();
        rotation.rotate();
        assertThat(wrapping.find(wrappedBy)).as("until the grace is over").isPresent();
        graceIsOver();
        rotation.run(false);

        assertThat(wrapping.find(wrappedBy)).isEmpty();
        assertThat(standIn("../keys", wrappingKey)).isFalse();
        WrappingKey now = wrapping.find(current()).orElseThrow();
        assertThatThrownBy(() -> PersonKey.unwrapped(person, user, copied, now))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> owner.execute(copy)).hasMessageContaining("person_wrapped_by_fkey");
    }

    @Test
    void a_destroyed_key_that_comes_back_from_a_copy_is_told_at_the_start_and_by_verify() throws Exception {
        String before = current();
        byte[] copy = Files.readAllBytes(file(before));
        rotation.rotate();
        graceIsOver();
        rotation.run(false);
        assertThat(rotation.strangers()).noneMatch(sentence -> sentence.contains(before));

        Files.write(file(before), copy);
        try {
            assertThat(rotation.strangers())
                    .filteredOn(sentence -> sentence.contains(before))
                    .singleElement()
                    .asString()
                    .contains(wrapping.place(), "can be read again", "delete it");
            assertThatCode(rotation::begin).doesNotThrowAnyException();
        } finally {
            Files.delete(file(before));
        }
    }

    @Test
    void what_was_sealed_opens_before_during_and_after_a_rotation() throws Exception {
        UUID person = seals.pseudonym(user);
        Recorded event = ledger.append(user, Events.given(), "shop", Optional.empty(), Instant.now());
        Sealed body = sealed(person);
        String before = wrappedBy(person);

        KeyRotation.Outcome outcome = rotation.rotate();

        assertThat(outcome.current()).isNotEqualTo(before).isEqualTo(wrappedBy(person));
        assertThat(outcome.retired()).contains(before);
        assertThat(openedAnew(body)).contains(FACT);
        graceIsOver();
        assertThat(rotation.run(false).retired()).isEmpty();
        assertThat(openedAnew(body)).contains(FACT);
        assertThat(ledger.everything(user)).containsExactly(event);
    }

    @Test
    void a_key_is_replaced_when_its_period_is_over_and_not_before() throws Exception {
        rotation.rotate();
        String current = current();

        assertThat(rotation.run(false).current()).isEqualTo(current);
        owner.execute("update keys.wrapping_key set made_at = made_at - interval '30 days' where retired_at is null");
        assertThat(rotation.run(false).current()).isNotEqualTo(current);
    }

    @Test
    void a_rotation_that_was_cut_off_goes_on_where_it_was() throws Exception {
        List<Sealed> bodies = Stream.of("a", "b", "c", "d", "e")
                .map(name -> sealed(seals.pseudonym(user + name)))
                .toList();
        String before = current();
        rotation.replaceIfDue(true);
        String id = current();
        UUID second = bodies.stream()
                .map(Sealed::person)
                .sorted(KeyRotationTest::asPostgres)
                .toList()
                .get(1);
        rotation.wrapSome(
                BEFORE_ALL,
                Integer.parseInt(only("select count(*) from keys.person where pseudonym <= '" + second + "'")));

        assertThat(only("select count(distinct wrapped_by) from keys.person where user_id like '" + user + "%'"))
                .isEqualTo("2");
        assertThat(bodies).allSatisfy(body -> assertThat(openedAnew(body)).contains(FACT));
        graceIsOver();

        assertThat(replica().run(false)).isEqualTo(new KeyRotation.Outcome(id, List.of()));
        assertThat(file(before)).doesNotExist();
        assertThat(bodies).allSatisfy(body -> assertThat(openedAnew(body)).contains(FACT));
    }

    private static int asPostgres(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    @Test
    void a_destruction_that_was_cut_off_is_finished() throws Exception {
        String before = current();
        rotation.rotate();
        graceIsOver();
        Files.delete(file(before));

        assertThat(replica().run(false).retired()).isEmpty();
        assertThat(only("select count(*) from keys.wrapping_key where id = '" + before + "'"))
                .isEqualTo("0");
        assertThatCode(() -> replica().begin()).doesNotThrowAnyException();
    }

    @Test
    void replicas_rotate_at_once_while_people_come_and_go() throws Exception {
        List<Sealed> bodies = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> sealed(seals.pseudonym(user + "-" + i)))
                .toList();
        AtomicBoolean done = new AtomicBoolean();
        List<Sealed> added = new ArrayList<>();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int i = 0; !done.get(); i++) {
                added.add(sealed(seals.pseudonym(user + "-added-" + i)));
                seals.erase(seals.pseudonym(user + "-" + (i % 10)));
                assertThat(openedAnew(bodies.get(10 + i % 40))).contains(FACT);
            }
        });

        List<CompletableFuture<KeyRotation.Outcome>> runs = Stream.of(rotation, replica(), replica())
                .map(one -> CompletableFuture.supplyAsync(() -> {
                    one.rotate();
                    return one.rotate();
                }))
                .toList();
        for (CompletableFuture<KeyRotation.Outcome> run : runs) {
            run.join();
        }
        done.set(true);
        others.join();
        graceIsOver();

        assertThat(rotation.run(false).retired()).isEmpty();
        assertThat(added).isNotEmpty();
        assertThat(Stream.concat(bodies.stream().skip(10), added.stream()))
                .allSatisfy(body -> assertThat(openedAnew(body)).contains(FACT));
        assertThat(bodies.stream().limit(10))
                .anySatisfy(body -> assertThat(openedAnew(body)).isEmpty());
        assertThat(ledger.verify()).isEmpty();
    }

    @Test
    void keys_that_an_earlier_version_left_as_they_are_are_wrapped_and_leave_the_table() throws Exception {
        PersonKey earlier =
                new PersonKey(UUID.randomUUID(), HexFormat.of().parseHex("5a".repeat(16) + "c3".repeat(16)));
        Sealed body = new Sealed(earlier.person(), earlier.seal(FACT));
        byte[] plain = HexFormat.of().parseHex("5a".repeat(16) + "c3".repeat(16));
        owner.execute("alter table keys.person alter column wrapped_by drop not null");
        String insert = "insert into keys.person (pseudonym, user_id, key) values ('" + earlier.person() + "', '" + user
                + "', '\\x" + "5a".repeat(16) + "c3".repeat(16) + "')";
        owner.execute(insert);
        owner.execute("checkpoint");
        assertThat(standIn("base", plain)).isTrue();

        replica().begin();

        owner.execute("checkpoint");
        assertThat(wrappedBy(earlier.person())).isEqualTo(current());
        assertThat(openedAnew(body)).contains(FACT);
        assertThat(standIn("base", plain)).isFalse();
        assertThatThrownBy(() -> owner.execute(insert)).hasMessageContaining("wrapped_by");
    }

    @Test
    void a_lost_wrapping_key_refuses_the_start_and_is_named_by_verify() throws Exception {
        UUID person = seals.pseudonym(user);
        String id = current();
        Path aside = Files.move(file(id), home.resolve("aside"));
        try {
            assertThatThrownBy(() -> replica().begin())
                    .isInstanceOf(WrappingKeys.Unavailable.class)
                    .hasMessageMatching("The wrapping key " + id + " is not in .*keys, and it wraps the keys of [0-9]+"
                            + " persons, .* Put it back from a copy, or set PROVISO_KEYS_FOLDER .*");
            wrapping.destroy(id);
            assertThat(ledger.verify())
                    .contains(new Broken(
                            person,
                            0,
                            "It cannot be opened. The wrapping key " + id + " is not in " + wrapping.place() + "."));
        } finally {
            Files.move(aside, file(id));
        }
        assertThat(ledger.verify()).isEmpty();
    }

    @Test
    void another_key_under_the_name_of_one_refuses_the_start() throws Exception {
        rotation.rotate();
        seals.pseudonym(user);
        String id = current();
        String text = Files.readString(file(id));
        Files.writeString(file(id), "00".repeat(32));
        try {
            assertThatThrownBy(() -> replica().begin())
                    .isInstanceOf(WrappingKeys.Unavailable.class)
                    .hasMessageContainingAll("The wrapping key " + id, "is another than the one");
        } finally {
            Files.writeString(file(id), text);
        }
        assertThatCode(() -> replica().begin()).doesNotThrowAnyException();
    }
}
