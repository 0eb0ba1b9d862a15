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
 * A folder of inputs, each with a file beside it that says what should come of it. With {@code -Dgolden=update} the
 * expected files are written, and the run still fails: nothing passes before someone has read what it says.
 */
record Golden(Path folder) {

    private static final String EXPECTED = ".expected.txt";

    static Golden folder(String name) {
        return new Golden(Path.of("src/test/resources/golden", name));
    }

    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    /** Holds the outcome for an input against the expected file. */
    void check(Path input, String outcome) throws IOException {
        Path expected = Path.of(input + EXPECTED);
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(expected, outcome);
            throw new AssertionError("written, and to be read before it counts: " + expected);
        }
        assertThat(expected).exists();
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    /** The expected files that no input belongs to. */
    Set<String> orphans() throws IOException {
        Set<String> inputs = inputs().stream().map(Path::toString).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(EXPECTED))
                    .filter(file -> !inputs.contains(file.substring(0, file.length() - EXPECTED.length())))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
