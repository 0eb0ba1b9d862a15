package dev.proviso.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.client.ConsumerBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The artifact for tests stands on its own: a project names it, and neither Quarkus nor PostgreSQL comes with it. */
class JarForTestingIT {

    @Test
    void a_project_that_names_it_and_nothing_else_tests_its_policy(@TempDir Path folder) throws Exception {
        ConsumerBuild build = new ConsumerBuild(folder, "proviso-testing");
        copy(Path.of("policies", "website-privacy"), folder.resolve("policies").resolve("website-privacy"));
        build.add(
                "src/test/java/shop/WebsitePrivacyTest.java",
                Files.readString(Path.of("src", "test", "java", "shop", "WebsitePrivacyTest.java")));

        String output = build.test();

        assertThat(output).containsPattern("Tests run: \\d{4,}, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(Files.readString(Path.of("target", "poms", "proviso-testing.pom")))
                .doesNotContain("quarkus", "postgres", "${");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
