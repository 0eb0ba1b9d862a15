package dev.proviso.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changes that are known to change no answer, each with a line that says why. */
final class Equivalents {

    private static final Path FILE = Path.of("src", "test", "resources", "mutation", "equivalents.txt");
    private static final String INDENTED = "    ";

    private Equivalents() {}

    static SortedMap<String, String> read() {
        SortedMap<String, String> reasons = new TreeMap<>();
        List<String> lines = lines();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            if (lines.get(i).startsWith(INDENTED) || !lines.get(i + 1).startsWith(INDENTED)) {
                throw new IllegalStateException(FILE + ", line " + (i + 1) + ": a change, and below it a reason");
            }
            reasons.put(lines.get(i), lines.get(i + 1).strip());
        }
        return reasons;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
