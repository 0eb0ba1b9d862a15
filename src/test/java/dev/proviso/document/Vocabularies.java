package dev.proviso.document;

import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The vocabularies that the tests' documents use. */
public final class Vocabularies {

    static final Vocabulary PRIVACY = read(Path.of("policies/privacy.vocabulary.yaml"));

    /** A small one that declares an attribute of every type. */
    static final Vocabulary SMALL = read(Path.of("src/test/resources/golden/small.vocabulary.yaml"));

    public static final List<Vocabulary> ALL = List.of(PRIVACY, SMALL);

    private Vocabularies() {}

    private static Vocabulary read(Path file) {
        try {
            var source = new Source(file.getFileName().toString(), Files.readString(file));
            Checked<Vocabulary> checked = Documents.vocabulary(source);
            return checked.value()
                    .orElseThrow(() -> new IllegalStateException(checked.diagnostics().stream()
                            .map(diagnostic -> Documents.render(source, diagnostic))
                            .toList()
                            .toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
