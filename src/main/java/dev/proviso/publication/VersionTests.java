package dev.proviso.publication;

import dev.proviso.document.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rule tests of one version: files of tests, {@code *.yaml}, and policies that nobody but they ask, {@code *.md}. They are
 * part of the version as its text is, and never changed once it is published.
 *
 * @param files their texts by their names
 */
public record VersionTests(SortedMap<String, Content> files) {

    /** A version without tests; its hash is an empty text. */
    public static final VersionTests NONE = new VersionTests(Collections.emptySortedMap());

    public static final int MOST_FILES = 100;
    /** All files together, in bytes. */
    public static final int MOST_BYTES = 2_000_000;

    private static final String FORM = "proviso rule tests 1";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final List<String> ENDINGS = List.of(".yaml", ".md");

    /** @throws Refused.Unreadable if there are too many, they are too long, or a name is none */
    public VersionTests {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (files.size() > MOST_FILES) {
            throw refused("A version has at most " + MOST_FILES + " files of rule tests, and these are " + files.size()
                    + ".");
        }
        files.keySet().forEach(name -> mistakeInName(name).ifPresent(mistake -> {
            throw refused(mistake);
        }));
        long bytes =
                files.values().stream().mapToLong(text -> text.bytes().length).sum();
        if (bytes > MOST_BYTES) {
            throw refused(
                    "The rule tests of a version have at most " + MOST_BYTES + " bytes, and these have " + bytes + ".");
        }
    }

    private static Refused refused(String sentence) {
        return new Refused.Unreadable(sentence, Faults.NONE);
    }

    /** What is wrong with the name of a file, in a sentence. */
    public static Optional<String> mistakeInName(String name) {
        if (NAME.matcher(name).matches() && ENDINGS.stream().anyMatch(name::endsWith)) {
            return Optional.empty();
        }
        int dot = name.lastIndexOf('.');
        String near = dot < 0
                ? ""
                : Refused.nearest(
                        Documents.nearest(name.substring(dot), ENDINGS).map(end -> name.substring(0, dot) + end));
        return Optional.of(
                "\"" + name + "\" is no name for a file of rule tests: it has up to 100 letters A to Z, digits,"
                        + " dots, hyphens and underscores, begins with a letter or a digit, and ends with .yaml or .md."
                        + near);
    }

    public static VersionTests of(Map<String, String> texts) {
        SortedMap<String, Content> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, new Content(text)));
        return new VersionTests(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** The same with another text for one file, which may be new. */
    public VersionTests with(String name, String text) {
        SortedMap<String, Content> more = new TreeMap<>(files);
        more.put(name, new Content(text));
        return new VersionTests(more);
    }

    /** The names of the files, each with the SHA-256 of its bytes, as {@link #sha256} hashes them. */
    public String manifest() {
        List<String> fields = new ArrayList<>(List.of(FORM));
        files.forEach((name, text) -> fields.addAll(List.of(name, text.sha256())));
        return Netstrings.of(fields.toArray(String[]::new));
    }

    /**
     * SHA-256 of {@link #manifest}: netstrings, as {@link ChainRecord#canonical} has them, of {@code proviso rule tests 1}, and
     * in the order of the names each name and the SHA-256 of the file's bytes. Empty if there are no files.
     */
    public String sha256() {
        return files.isEmpty() ? "" : new Content(manifest()).sha256();
    }
}
