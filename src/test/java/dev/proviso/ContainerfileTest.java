package dev.proviso;

import static io.quarkus.deployment.pkg.jar.FastJarFormat.APP;
import static io.quarkus.deployment.pkg.jar.FastJarFormat.DEFAULT_FAST_JAR_DIRECTORY_NAME;
import static io.quarkus.deployment.pkg.jar.FastJarFormat.LIB;
import static io.quarkus.deployment.pkg.jar.FastJarFormat.QUARKUS;
import static io.quarkus.deployment.pkg.jar.FastJarFormat.QUARKUS_RUN_JAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The image's recipe, held against the names that Quarkus' build gives to what it writes. */
class ContainerfileTest {

    private static final String BUILD = "target/" + DEFAULT_FAST_JAR_DIRECTORY_NAME + "/";
    private static final String HOME = "/opt/proviso/";

    @Test
    void image_holds_all_that_the_build_writes_and_nothing_else() throws IOException {
        assertThat(instructions("COPY"))
                .containsExactlyInAnyOrder(
                        BUILD + LIB + "/ " + HOME + LIB + "/",
                        BUILD + QUARKUS + "/ " + HOME + QUARKUS + "/",
                        BUILD + APP + "/ " + HOME + APP + "/",
                        BUILD + QUARKUS_RUN_JAR + " " + HOME);
        assertThat(instructions("ADD")).isEmpty();
    }

    @Test
    void image_starts_the_jar_that_it_holds() throws IOException {
        assertThat(instructions("ENTRYPOINT"))
                .singleElement()
                .asString()
                .startsWith("[\"java\", ")
                .endsWith("\"-jar\", \"" + HOME + QUARKUS_RUN_JAR + "\"]");
    }

    @Test
    void image_runs_on_java_17_from_a_tag_that_is_not_latest() throws IOException {
        assertThat(instructions("ARG")).singleElement().asString().matches("BASE=[a-z-]+:17-jre[a-z-]*");
        assertThat(instructions("FROM")).containsExactly("${BASE}");
    }

    @Test
    void image_and_pod_run_as_the_same_user_who_is_not_root() throws IOException {
        var pod = Manifests.read(Files.readString(Path.of("k8s", "base", "deployment.yaml")))
                .only(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getSecurityContext();

        assertThat(instructions("USER")).containsExactly(pod.getRunAsUser() + ":" + pod.getRunAsGroup());
        assertThat(pod.getRunAsUser()).isPositive();
    }

    private static List<String> instructions(String name) throws IOException {
        return Files.readAllLines(Path.of("k8s", "Containerfile")).stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
