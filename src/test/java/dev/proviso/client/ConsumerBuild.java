package dev.proviso.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Maven project of somebody else, who names one artifact of this build and excludes nothing. The artifact comes from a local
 * repository of its own; what it needs is looked for in that of this machine, too.
 */
public final class ConsumerBuild {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final Path folder;
    private final Path repository;
    private final String artifact;

    /** @param artifact {@code proviso-client} or {@code proviso-testing} */
    public ConsumerBuild(Path folder, String artifact) throws IOException {
        this.folder = folder;
        this.artifact = artifact;
        this.repository = folder.resolve("repository");
        Path home = Files.createDirectories(repository.resolve(Path.of("dev", "proviso", artifact, VERSION)));
        Files.copy(Path.of("target", artifact + ".jar"), home.resolve(artifact + "-" + VERSION + ".jar"));
        Files.copy(Path.of("target", "poms", artifact + ".pom"), home.resolve(artifact + "-" + VERSION + ".pom"));
        Files.writeString(folder.resolve("pom.xml"), pom());
    }

    /** A file of the project. */
    public void add(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Runs the phase {@code test}, and gives what Maven said; fails if Maven does. */
    public String test() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        boolean isWindows = File.separatorChar == '\\';
        Process maven = new ProcessBuilder(List.of(
                        Path.of(isWindows ? "mvnw.cmd" : "mvnw")
                                .toAbsolutePath()
                                .toString(),
                        "-B",
                        "-f",
                        folder.resolve("pom.xml").toString(),
                        "-Dmaven.repo.local=" + repository,
                        "-Dmaven.repo.local.tail=" + System.getProperty("localRepository"),
                        "test"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = maven.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(said).isZero();
        return said;
    }

    private String pom() {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency><groupId>dev.proviso</groupId><artifactId>%s</artifactId><version>%s</version></dependency>
                    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.13.4</version><scope>test</scope></dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version></plugin>
                      <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(artifact, VERSION);
    }
}
