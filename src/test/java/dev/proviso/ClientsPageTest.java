package dev.proviso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the page about clients, run as they stand. */
@QuarkusTest
@Tag("system")
class ClientsPageTest {

    private static final String OUTPUT = "text output";
    private static final Pattern NO_NETWORK =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH");

    @ConfigProperty(name = "test.url")
    String service;

    /**
     * What stands under a heading.
     *
     * @param file what is to be saved under the name that its fence gives
     */
    record Example(List<Page.Block> file, Page.Block commands, String output) {

        static List<Example> all() {
            List<Page.Block> blocks =
                    Page.read(Path.of("src", "site", "clients.md")).blocks();
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i).info().equals("sh")) {
                    List<Page.Block> file = i > 0 && blocks.get(i - 1).info().matches("[a-z]+ [A-Za-z]+\\.[a-z]+")
                            ? List.of(blocks.get(i - 1))
                            : List.of();
                    assertThat(blocks.get(i + 1).info()).isEqualTo(OUTPUT);
                    examples.add(
                            new Example(file, blocks.get(i), blocks.get(i + 1).text()));
                }
            }
            return examples;
        }
    }

    @Test
    void there_is_an_example_for_each_of_four_languages() {
        assertThat(Example.all()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"curl, 0", "java, 1", "python3, 2", "npm, 3"})
    void example_gives_the_output_that_stands_below_it(String tool, int number, @TempDir Path folder) throws Exception {
        Example example = Example.all().get(number);
        assertThat(example.commands().text()).contains(tool + " ");
        assumeTrue(isAtHand("bash") && isAtHand(tool), tool + " is not at hand, so its example was not run.");
        placeJavaClient(folder);
        Eventually.holds(
                "the service is ready", () -> given().get("/q/health/ready").statusCode() == 200);

        assertThat(run(folder, example, UnaryOperator.identity()))
                .as(example.commands().toString())
                .isEqualTo(example.output());
        // Were the answer no at all times, this would be one too.
        assertThat(run(folder, example, ClientsPageTest::withoutObjectionToMarketing))
                .contains("Go on.");
    }

    /** The user objects to something else. */
    private static String withoutObjectionToMarketing(String text) {
        return text.replaceFirst("(?is)(objection.{0,80}?)\"marketing\"", "$1\"analysis\"");
    }

    private static boolean isAtHand(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, tool)));
    }

    /** The artifact, as the build packs it later, and Jackson. */
    private static void placeJavaClient(Path folder) throws IOException {
        int packed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--file=" + folder.resolve("proviso-client.jar"),
                        "-C",
                        Path.of("target", "classes").toString(),
                        "dev/proviso/client");
        assertThat(packed).isZero();
        Path jackson = Files.createDirectory(folder.resolve("jackson"));
        for (Class<?> type : List.of(ObjectMapper.class, JsonFactory.class, JsonInclude.class)) {
            Path jar = Path.of(URI.create(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
            Files.copy(jar, jackson.resolve(jar.getFileName()));
        }
    }

    private String run(Path folder, Example example, UnaryOperator<String> changed)
            throws IOException, InterruptedException {
        for (Page.Block file : example.file()) {
            Files.writeString(folder.resolve(file.info().replaceAll(".* ", "")), changed.apply(file.text()));
        }
        return run(folder, changed.apply(example.commands().text()));
    }

    private String run(Path folder, String commands) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("PROVISO_URL", service);
        builder.environment().put("PROVISO_DEMO_PASSWORD", TestSettings.PASSWORD);
        builder.environment().put("PATH", javaFirst());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        String said = Files.readString(errors);
        if (status != 0
                && commands.startsWith("npm")
                && NO_NETWORK.matcher(said).find()) {
            abort("npm could not fetch TypeScript, so its example was not run.");
        }
        assertThat(status).as(said).isZero();
        return output;
    }

    /** The Java that runs this test. */
    private static String javaFirst() {
        return Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH");
    }
}
