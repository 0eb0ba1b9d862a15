package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of inputs, and a folder with a file for each that says what should come of it. With {@code -Dgolden=update} the
 * expected files are written, and the run still fails: nothing passes before someone has read what it says.
 */
public record Golden(Path folder, Path expectedFolder) {

    private static final String EXPECTED = ".expected.txt";

    private static final Path ALL = Path.of("src/test/resources/golden");

    /** Inputs with what should come of them beside them. */
    public static Golden folder(String name) {
        return new Golden(ALL.resolve(name), ALL.resolve(name));
    }

    /** Inputs of one folder with something else that should come of them in another. */
    public static Golden folders(String inputs, String expected) {
        return new Golden(ALL.resolve(inputs), ALL.resolve(expected));
    }

    public List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    /** Holds the outcome for an input against the expected file. */
    public void check(Path input, String outcome) throws IOException {
        Path expected = expectedFolder.resolve(input.getFileName() + EXPECTED);
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(expected, outcome);
            throw new AssertionError("written, and to be read before it counts: " + expected);
        }
        assertThat(expected).exists();
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    /** The expected files that no input belongs to. */
    public Set<String> orphans() throws IOException {
        Set<String> wanted =
                inputs().stream().map(input -> input.getFileName() + EXPECTED).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(expectedFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXPECTED) && !wanted.contains(file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
