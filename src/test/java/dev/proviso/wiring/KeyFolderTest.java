package dev.proviso.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proviso.embedded.FilePermissions;
import dev.proviso.embedded.FilePermissionsTest;
import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T23:00:00Z");
    private static final byte[] SECRET = "a key of 32 bytes, all of them .".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = {1};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets the field
    Path temporary;

    private KeyFolder keys() {
        return KeyFolder.at(temporary.resolve("keys"));
    }

    private Path file(String id) {
        return temporary.resolve("keys").resolve(id + ".key");
    }

    @Test
    void what_one_replica_wraps_another_unwraps_in_its_context_and_no_other() {
        WrappingKey made = keys().make(NOW);
        byte[] wrapped = made.wrap(SECRET, CONTEXT);

        WrappingKey found = keys().find(made.id()).orElseThrow();

        assertThat(found.unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThatThrownBy(() -> found.unwrap(wrapped, new byte[] {2})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys().make(NOW).unwrap(wrapped, CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_has_its_day_in_its_name_and_lies_in_a_file_of_its_owners_alone() throws IOException {
        WrappingKey made = keys().make(NOW);

        assertThat(made.id()).matches("2026-11-30-[0-9a-f]{12}");
        assertThat(file(made.id())).content().matches("[0-9a-f]{64}");
        assumeTrue(FilePermissions.areKnown(temporary));
        assertThat(FilePermissionsTest.mode(file(made.id()))).isEqualTo("rw-------");
        assertThat(FilePermissionsTest.mode(temporary.resolve("keys"))).isEqualTo("rwx------");
    }

    @Test
    void a_destroyed_key_is_gone_and_may_be_destroyed_again() {
        KeyFolder keys = keys();
        WrappingKey made = keys.make(NOW);

        keys.destroy(made.id());
        keys.destroy(made.id());

        assertThat(keys.find(made.id())).isEmpty();
        assertThat(temporary.resolve("keys")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "../keys/x", "..", "a/b", "x.key", "X"})
    void what_is_no_name_of_a_key_here_finds_none(String id) throws IOException {
        keys();
        Files.writeString(temporary.resolve("keys").resolve("x.key.key"), "0".repeat(64));

        assertThat(keys().find(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "no hexadecimal digits"})
    void a_file_that_is_no_key_is_named(String text) throws IOException {
        String id = keys().make(NOW).id();
        Files.writeString(file(id), text);

        assertThatThrownBy(() -> keys().find(id))
                .isInstanceOf(WrappingKeys.Unavailable.class)
                .hasMessageContaining(file(id).toString());
    }

    @Test
    void a_key_that_others_can_write_is_not_used() throws IOException {
        assumeTrue(FilePermissions.areKnown(temporary));
        String id = keys().make(NOW).id();
        Files.setPosixFilePermissions(file(id), PosixFilePermissions.fromString("rw-rw----"));

        assertThatThrownBy(() -> keys().find(id))
                .isInstanceOf(WrappingKeys.Unavailable.class)
                .hasMessageContaining("chmod 600");
    }
}
