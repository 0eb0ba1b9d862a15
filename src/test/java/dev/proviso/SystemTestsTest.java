package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code system-tests.txt} lists the tests that start a service or a database: "verify" runs them, "test" runs all others. */
class SystemTestsTest {

    private static final Path SOURCES = Path.of("src", "test", "java");

    @Test
    void every_test_that_starts_something_is_listed_and_has_its_tag() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src", "test", "system-tests.txt"));
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                String text = Files.readString(file);
                boolean starts = text.contains("\n@QuarkusTest\n") || text.contains("\n@Tag(\"system\")\n");
                if (starts) {
                    assertThat(text).as(file.toString()).contains("\n@Tag(\"system\")\n");
                    found.add(SOURCES.relativize(file).toString().replace('\\', '/'));
                }
            }
        }

        assertThat(new TreeSet<>(listed)).isEqualTo(found);
    }

    /** {@link DeskSuite} and {@link ServiceSuite} look for them there, and by that name. */
    @Test
    void each_of_them_is_run_by_one_of_the_two_suites() throws IOException {
        assertThat(Files.readAllLines(Path.of("src", "test", "system-tests.txt")))
                .allSatisfy(path -> assertThat(path).matches("dev/proviso/.*Test\\.java"));
    }
}
