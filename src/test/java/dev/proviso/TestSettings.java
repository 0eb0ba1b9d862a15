package dev.proviso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives every test run a home without data, for what an earlier run stored would hide what this one loads; and a password
 * that tests know.
 */
public final class TestSettings implements ConfigSource {

    public static final String PASSWORD = "a password for tests";

    private static final Path HOME = Path.of("target", "proviso-home" + System.getProperty("proviso.test.fork", ""));
    private static final String EMPTIED = "dev.proviso.fresh-home";
    private static final Map<String, String> SETTINGS = Map.of(
            "proviso.home",
            HOME.toString(),
            "proviso.demo-password",
            PASSWORD,
            // As behind a proxy; it tells nothing where a test has none say something.
            "quarkus.http.proxy.proxy-address-forwarding",
            "true",
            // Maven looks itself which tests there are, before its processes run them; there it starts no database.
            "proviso.serving",
            String.valueOf(System.getProperty("classworlds.conf") == null));

    public TestSettings() {
        synchronized (TestSettings.class) {
            if (System.getProperty(EMPTIED) == null) {
                delete(HOME.resolve("data"));
                delete(HOME.resolve("keys"));
                System.setProperty(EMPTIED, "true");
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return SETTINGS.keySet();
    }

    /** What a test's profile sets, which is a system property, takes the place of what is set for all. */
    @Override
    public @Nullable String getValue(String name) {
        return System.getProperty(name) == null ? SETTINGS.get(name) : null;
    }

    @Override
    public Map<String, String> getProperties() {
        return SETTINGS;
    }

    @Override
    public int getOrdinal() {
        return 500;
    }

    @Override
    public String getName() {
        return "settings for tests";
    }
}
