package dev.proviso.embedded;

import static dev.proviso.embedded.FilePermissionsTest.mode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets the field
    Path temporary;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void modes_are_known() {
        assumeTrue(FilePermissions.areKnown(temporary));
        folder = temporary.resolve("home");
    }

    private static void hold(Path folder) throws IOException {
        Home.hold(folder).release();
    }

    private static void open(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    @Test
    void a_new_home_and_the_place_of_the_programs_are_their_owners_alone() throws IOException {
        hold(folder);

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("postgresql"))).isEqualTo("rwx------");
    }

    @Test
    void a_home_that_everybody_can_write_is_refused() throws IOException {
        Files.createDirectory(folder);
        open(folder, "rwxrwxrwx");

        assertThatThrownBy(() -> hold(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("chmod 700 " + folder.toRealPath());
    }

    @Test
    void data_that_everybody_can_write_are_refused() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        open(data, "rwxrwxrwx");

        assertThatThrownBy(() -> hold(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("chmod 700 " + data.toRealPath());
    }

    @Test
    void a_password_that_others_can_write_is_refused() throws IOException {
        Path password = Files.createDirectories(folder).resolve("postgresql.password");
        Files.writeString(password, "a password");
        open(password, "rw-rw-rw-");

        assertThatThrownBy(() -> hold(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("chmod 600 " + password.toAbsolutePath());
    }

    @Test
    void programs_that_others_could_have_replaced_are_removed_and_others_stay() throws IOException {
        Path program =
                folder.resolve("postgresql").resolve("PG-1").resolve("bin").resolve("postgres");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "a program");
        hold(folder);
        assertThat(program).exists();

        open(folder.resolve("postgresql"), "rwxrwxrwx");
        hold(folder);

        assertThat(folder.resolve("postgresql")).isEmptyDirectory();
        assertThat(mode(folder.resolve("postgresql"))).isEqualTo("rwx------");
    }
}
