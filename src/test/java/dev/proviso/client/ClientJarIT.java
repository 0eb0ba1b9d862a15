package dev.proviso.client;

import static dev.proviso.client.FailingClosedTest.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client is an artifact that stands on its own. */
class ClientJarIT {

    private static final Path JAR = Path.of("target", "proviso-client.jar");

    @Test
    void the_artifact_holds_the_client_and_nothing_else() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> files = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();

            assertThat(files).contains("META-INF/MANIFEST.MF", "dev/proviso/client/ProvisoClient.class");
            assertThat(files)
                    .filteredOn(name -> !name.equals("META-INF/MANIFEST.MF"))
                    .allMatch(name -> name.matches("dev/proviso/client/[A-Za-z$-]+\\.class"));
        }
    }

    @Test
    void a_project_that_names_the_client_and_nothing_else_compiles_and_runs(@TempDir Path folder) throws Exception {
        ConsumerBuild build = new ConsumerBuild(folder, "proviso-client");
        build.add("src/test/java/shop/AskTest.java", """
                package shop;

                import dev.proviso.client.Question;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

                class AskTest {
                    @Test
                    void a_question_is_made() {
                        Assertions.assertNotNull(Question.of("website-privacy", "service.requested", "contact.email"));
                    }
                }
                """);

        assertThat(build.test()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    }

    /** The class loader knows the JDK, the client and Jackson, and nothing of this build. */
    @Test
    void it_asks_with_jackson_alone_beside_it() throws Exception {
        URL[] artifacts = {
            JAR.toUri().toURL(), artifact(ObjectMapper.class), artifact(JsonFactory.class), artifact(JsonInclude.class)
        };
        try (URLClassLoader alone = new URLClassLoader(artifacts, ClassLoader.getPlatformClassLoader());
                ScriptedService service = new ScriptedService().then(200, PERMIT)) {
            Class<?> client = alone.loadClass("dev.proviso.client.ProvisoClient");
            Class<?> question = alone.loadClass("dev.proviso.client.Question");
            Object settings = client.getMethod("at", URI.class).invoke(null, service.address());
            Object signedIn = call(settings, "account", "service", "secret");
            Object connected = call(signedIn, "client");
            Object asked = question.getMethod("of", String.class, String.class, String.class)
                    .invoke(null, "website-privacy", "service.requested", "contact.email");

            Object answer = client.getMethod("ask", question).invoke(connected, asked);

            assertThat(answer.getClass().getMethod("permitted").invoke(answer)).isEqualTo(true);
            assertThat(client.getClassLoader()).isSameAs(alone).isNotSameAs(ProvisoClient.class.getClassLoader());
        }
    }

    private static Object call(Object target, String name, String... arguments) throws Exception {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, String.class);
        Method method = target.getClass().getMethod(name, types);
        return method.invoke(target, (Object[]) arguments);
    }

    private static URL artifact(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
