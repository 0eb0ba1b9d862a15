package dev.proviso.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proviso.WritesAndWaits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("system")
class EmbeddedPostgresTest {

    private static Path newHome() throws IOException {
        Path homes = Files.createDirectories(Path.of("target", "homes"));
        Path programs = Files.createDirectories(homes.resolve("postgresql"));
        Path home = Files.createTempDirectory(homes, "home");
        // Unpacking the programs takes longer than the test.
        Files.createSymbolicLink(home.resolve("postgresql"), programs.toAbsolutePath());
        return home;
    }

    private static Process writer(Path home) throws IOException {
        return program(home).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static ProcessBuilder program(Path home) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                WritesAndWaits.class.getName(),
                home.toString());
    }

    private static void awaitWritten(Process writer) throws IOException {
        BufferedReader output = writer.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("written")) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo("written");
    }

    @Test
    void what_was_committed_is_there_after_kill_9_of_the_program() throws Exception {
        Path home = newHome();
        Process writer = writer(home);
        awaitWritten(writer);
        ProcessHandle orphan = postmaster(home);

        writer.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).as("the server outlives the program").isTrue();

        EmbeddedPostgres restarted = EmbeddedPostgres.on(home);
        assertThat(orphan.isAlive()).isFalse();
        assertThat(note(restarted)).isEqualTo("kept");
    }

    /** After a restart of the machine the number that the server left may be another's, this test's for one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_committed_is_there_after_kill_9_of_program_and_server(boolean numberIsReused) throws Exception {
        Path home = newHome();
        Process writer = writer(home);
        awaitWritten(writer);
        ProcessHandle server = postmaster(home);

        writer.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().join();
        if (numberIsReused) {
            Path file = home.resolve("data").resolve("postmaster.pid");
            List<String> lines = Files.readAllLines(file);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(file, lines);
        }

        assertThat(note(EmbeddedPostgres.on(home))).isEqualTo("kept");
    }

    @Test
    void a_second_program_on_the_same_home_is_refused_with_a_sentence() throws Exception {
        Path home = newHome();
        Process first = writer(home);
        try {
            awaitWritten(first);
            assertThatThrownBy(() -> EmbeddedPostgres.on(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("Another Proviso is running on "
                            + home.toAbsolutePath().normalize()
                            + ". Stop it first, or give this one a folder of its own with PROVISO_HOME.");
        } finally {
            first.destroy();
            first.waitFor();
        }
    }

    @Test
    void a_first_start_that_was_cut_off_is_set_aside_and_done_again() throws Exception {
        Path home = newHome();
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "18\n");

        EmbeddedPostgres server = EmbeddedPostgres.on(home);

        assertThat(server.url()).startsWith("jdbc:postgresql://localhost:");
        if (FilePermissions.areKnown(home)) {
            assertThat(FilePermissionsTest.mode(home)).isEqualTo("rwx------");
            assertThat(FilePermissionsTest.mode(home.resolve("postgresql"))).isEqualTo("rwx------");
            assertThat(FilePermissionsTest.mode(home.resolve("data"))).isEqualTo("rwx------");
        }
        assertThat(home.toFile().list()).anyMatch(name -> name.startsWith("unfinished-"));
    }

    @Test
    void data_of_another_postgresql_are_refused_with_a_sentence() throws Exception {
        Path home = newHome();
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data").resolve("PG_VERSION"), "17\n");
        Files.writeString(home.resolve("initialised"), "");

        assertThatThrownBy(() -> EmbeddedPostgres.on(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("are those of PostgreSQL 17, and this is PostgreSQL 18");
    }

    @Test
    void a_server_that_ends_while_it_starts_is_not_waited_for() throws Exception {
        Path home = newHome();
        Path data = Files.createDirectory(home.resolve("data"));
        FilePermissions.closeFolder(data);
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(home.resolve("initialised"), "");

        assertThatThrownBy(() -> EmbeddedPostgres.on(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("did not start: it ended while it started. What it said is in "
                        + home.toAbsolutePath().normalize().resolve("postgresql.log"));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_home_whose_name_this_process_cannot_write_is_refused_with_a_sentence() throws Exception {
        assumeTrue(FilePermissions.areKnown(Path.of("target")));
        ProcessBuilder program = program(Path.of("target", "homes", "été"));
        program.environment().put("LC_ALL", "C");
        Process started = program.start();

        assertThat(new String(started.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("StartRefused: PROVISO_HOME names the folder \"target/homes/", "LC_ALL=C.UTF-8");
    }

    private static ProcessHandle postmaster(Path home) throws IOException {
        String pid = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static String note(EmbeddedPostgres server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select text from note")) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
