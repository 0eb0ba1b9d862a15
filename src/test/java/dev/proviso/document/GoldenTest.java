package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final Golden PARSING = Golden.folder("parsing");
    private static final Golden MESSAGES = Golden.folder("messages");

    static List<Path> documents() throws IOException {
        return PARSING.inputs();
    }

    static List<Path> mistakes() throws IOException {
        return MESSAGES.inputs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_good_document_means_what_is_written_beside_it(Path input) throws IOException {
        Source source = source(input);
        var checked = Documents.policy(source, Vocabularies.ALL);
        assertThat(rendered(source, checked)).isEmpty();
        PARSING.check(input, Meaning.of(checked.value().orElseThrow()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_told_as_written_beside_it(Path input) throws IOException {
        Source source = source(input);
        Checked<?> checked = input.toString().endsWith(".yaml")
                ? Documents.vocabulary(source)
                : Documents.policy(source, Vocabularies.ALL);
        assertThat(checked.diagnostics()).isNotEmpty();
        assertThat(checked.value().isPresent())
                .isEqualTo(
                        checked.diagnostics().stream().noneMatch(one -> one.severity() == Diagnostic.Severity.ERROR));
        MESSAGES.check(input, rendered(source, checked));
    }

    @Test
    void no_expected_file_is_without_its_input() throws IOException {
        assertThat(PARSING.orphans()).isEmpty();
        assertThat(MESSAGES.orphans()).isEmpty();
    }

    @Test
    void there_are_at_least_sixty_documents_with_mistakes() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static Source source(Path input) throws IOException {
        return new Source(input.getFileName().toString(), Files.readString(input));
    }

    private static String rendered(Source source, Checked<?> checked) {
        return checked.diagnostics().stream()
                .map(diagnostic -> "[%s] %s%n%n".formatted(diagnostic.code(), Documents.render(source, diagnostic)))
                .collect(Collectors.joining());
    }
}
