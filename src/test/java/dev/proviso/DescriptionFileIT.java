package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The build leaves the description of the interface for those who generate clients from it. */
class DescriptionFileIT {

    private static final Path GENERATED = Path.of("target", "quarkus-app", "quarkus", "generated-bytecode.jar");

    @Test
    void the_file_that_the_build_leaves_is_what_the_service_gives() throws IOException {
        try (ZipFile program = new ZipFile(GENERATED.toFile())) {
            var given = program.getEntry("META-INF/quarkus-generated-openapi-doc.YAML");
            String text = new String(program.getInputStream(given).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Files.readString(Path.of("target", "openapi", "openapi.yaml")))
                    .isEqualTo(text)
                    .startsWith("---\nopenapi: 3.1")
                    .contains("/v1/decisions:");
        }
    }
}
