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

/** Gives every test run a home without data: what an earlier run stored would hide what this one loads. */
public final class FreshHome implements ConfigSource {

    private static final Path FOLDER = Path.of("target", "proviso-home");
    private static final String EMPTIED = "dev.proviso.fresh-home";

    public FreshHome() {
        synchronized (System.class) {
            if (System.getProperty(EMPTIED) == null) {
                delete(FOLDER.resolve("data"));
                System.setProperty(EMPTIED, "true");
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of("proviso.home");
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals("proviso.home") ? FOLDER.toString() : null;
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of("proviso.home", FOLDER.toString());
    }

    @Override
    public int getOrdinal() {
        return 500;
    }

    @Override
    public String getName() {
        return "a fresh home for tests";
    }
}
