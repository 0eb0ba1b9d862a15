package dev.proviso.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Golden;
import dev.proviso.document.Source;
import dev.proviso.document.Vocabularies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions in a folder each, and beside the folder what changed from one to the other. */
class GoldenComparisonsTest {

    private static final Golden COMPARISONS = Golden.folder("comparisons");

    static List<Path> versions() throws IOException {
        return COMPARISONS.inputs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void what_changed_is_what_is_written_beside_it(Path folder) throws IOException {
        COMPARISONS.check(folder, ComparisonText.json(compared(folder)));
    }

    @Test
    void no_expected_file_is_without_its_versions() throws IOException {
        assertThat(COMPARISONS.orphans()).isEmpty();
    }

    private static Comparison compared(Path folder) throws IOException {
        if (Files.exists(folder.resolve("before.yaml"))) {
            return Comparison.ofVocabularies(
                    Documents.vocabulary(source(folder, "before.yaml")),
                    Documents.vocabulary(source(folder, "after.yaml")));
        }
        return Comparison.of(
                ParsedVersion.of(source(folder, "before.md"), Vocabularies.ALL),
                ParsedVersion.of(source(folder, "after.md"), Vocabularies.ALL));
    }

    private static Source source(Path folder, String file) throws IOException {
        return new Source(file, Files.readString(folder.resolve(file)));
    }
}
