package dev.proviso.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.RunTests;

/** The artifact for tests stands on its own: a build with nothing else beside it than what the page about it names. */
class JarForTestingIT {

    private static final Path JAR = Path.of("target", "proviso-testing.jar").toAbsolutePath();

    /** What the page names, with what that needs. */
    private static final Pattern NEEDED = Pattern.compile(
            "(drools|kie|mvel|ecj|antlr4?-runtime|caffeine|commonmark|snakeyaml-engine|commons-(text|lang3)|jackson-(core|databind|annotations)"
                    + "|junit-|opentest4j|apiguardian|slf4j-api|xmlpull|xstream|mxparser|micrometer|HdrHistogram|LatencyUtils).*\\.jar");

    @Test
    void a_build_of_its_own_passes_with_the_artifact_and_neither_quarkus_nor_postgresql(@TempDir Path build)
            throws Exception {
        copy(Path.of("policies", "website-privacy"), build.resolve("policies").resolve("website-privacy"));
        Path classes = Path.of(RunTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        copy(classes.resolve("shop"), build.resolve("classes").resolve("shop"));
        List<String> libraries = Stream.of(classPath().split(File.pathSeparator))
                .filter(jar -> NEEDED.matcher(String.valueOf(Path.of(jar).getFileName()))
                        .matches())
                .toList();
        assertThat(libraries).isNotEmpty().noneMatch(jar -> jar.contains("quarkus") || jar.contains("postgres"));

        String output = run(
                build,
                Stream.concat(Stream.of(JAR.toString(), build.resolve("classes").toString()), libraries.stream())
                        .toList());

        assertThat(output).contains(" passed, 0 failed").doesNotContain("\n0 passed");
    }

    private static String run(Path build, List<String> classPath) throws IOException, InterruptedException {
        Path output = build.resolve("output.txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        RunTests.class.getName())
                .directory(build.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = java.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(said).isZero();
        return said;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
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
