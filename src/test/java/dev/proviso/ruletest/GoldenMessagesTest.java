package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.GardenLetter;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Golden;
import dev.proviso.document.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessagesTest {

    private static final Golden MESSAGES = Golden.folder("test-messages");

    static List<Path> mistakes() throws IOException {
        return MESSAGES.inputs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_in_a_file_of_tests_is_told_as_written_beside_it(Path input) throws IOException {
        Source source = new Source(input.getFileName().toString(), Files.readString(input));
        Checked<RuleTestFile> checked = RuleTestFile.read(source, GardenLetter.CORPUS);
        assertThat(checked.diagnostics()).isNotEmpty();
        MESSAGES.check(
                input,
                checked.diagnostics().stream()
                        .map(diagnostic ->
                                "[%s] %s%n%n".formatted(diagnostic.code(), Documents.render(source, diagnostic)))
                        .collect(Collectors.joining()));
    }

    @Test
    void no_expected_file_is_without_its_input() throws IOException {
        assertThat(MESSAGES.orphans()).isEmpty();
    }
}
