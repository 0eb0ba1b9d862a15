package dev.proviso.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class FilePermissionsTest {

    private static final int NOBODY = 65534;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets the field
    Path temporary;

    @BeforeEach
    void modes_are_known() {
        assumeTrue(FilePermissions.areKnown(temporary));
    }

    private Path folder(int mode) throws IOException {
        return withMode(Files.createDirectory(temporary.resolve("home").toAbsolutePath()), mode);
    }

    private static Path withMode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
        return path;
    }

    public static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void what_is_made_is_its_owners_alone() throws IOException {
        Path above = temporary.resolve("above");
        Path folder = above.resolve("home");

        FilePermissions.createFolder(folder);
        FilePermissions.createFile(folder.resolve("secret"));

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(above)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("secret"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(ints = {0755, 0775, 0750, 0700, 0711})
    void a_folder_as_earlier_versions_made_it_becomes_its_owners_alone(int earlier) throws IOException {
        Path folder = folder(earlier);

        FilePermissions.keepToOwner(folder, "PROVISO_HOME");

        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(ints = {0777, 0707, 0703, 01777})
    void a_folder_that_everybody_can_write_is_refused_with_what_to_do(int open) throws IOException {
        Path folder = folder(open);

        assertThatThrownBy(() -> FilePermissions.keepToOwner(folder, "PROVISO_HOME"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can be written by every user")
                .hasMessageEndingWith("chmod 700 " + folder.toRealPath());
    }

    @Test
    void a_folder_in_one_that_everybody_can_write_is_refused_unless_only_owners_can_move_it() throws IOException {
        Path folder = folder(0777);
        Path inner = Files.createDirectory(folder.resolve("inner"));

        assertThatThrownBy(() -> FilePermissions.keepToOwner(inner, "PROVISO_HOME"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll(
                        "put another folder in the place",
                        "chmod o-w " + folder.toRealPath(),
                        "chmod +t",
                        "PROVISO_HOME");

        withMode(folder, 01777);
        assertThatCode(() -> FilePermissions.keepToOwner(inner, "PROVISO_HOME")).doesNotThrowAnyException();
    }

    @Test
    void a_link_is_followed_to_the_folder_that_counts() throws IOException {
        Path folder = folder(0777);
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

        FilePermissions.createFolder(link);

        assertThatThrownBy(() -> FilePermissions.keepToOwner(link, "PROVISO_HOME"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(folder.toRealPath().toString());
    }

    @Test
    void a_folder_of_another_user_is_refused() throws IOException {
        Path folder = folder(0700);
        try {
            Files.setAttribute(folder, "unix:uid", NOBODY);
        } catch (IOException notRoot) {
            assumeTrue(false, "only root can give a folder away");
        }

        assertThatThrownBy(() -> FilePermissions.keepToOwner(folder, "PROVISO_HOME"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("belongs to another user", "PROVISO_HOME", "chmod 700");
    }

    @Test
    void a_file_that_others_can_read_becomes_its_owners_alone_and_one_that_they_can_write_is_refused()
            throws IOException {
        Path readable = withMode(Files.createFile(temporary.resolve("readable")), 0644);
        Path writable = withMode(Files.createFile(temporary.resolve("writable")), 0620);

        FilePermissions.keepFileToOwner(readable);

        assertThat(mode(readable)).isEqualTo("rw-------");
        assertThatThrownBy(() -> FilePermissions.keepFileToOwner(writable))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("chmod 600 " + writable);
    }
}
