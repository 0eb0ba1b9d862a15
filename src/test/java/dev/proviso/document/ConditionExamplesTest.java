package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about writing rules is the help of the desk, too; that its examples can be compiled, {@code PagesTest} shows. */
class ConditionExamplesTest {

    private static final Path PAGE = Path.of("src", "site", "writing-rules.md");

    /** What is said of users, controllers and so on alike has one example. */
    private static final List<String> ALIKE =
            List.of("the origin is in", "the destination is in", "the recipient is in");

    @Test
    void every_condition_of_the_language_has_an_example() throws IOException {
        String examples = Files.readString(PAGE).replaceFirst("(?s).*### A sentence for each condition", "");
        String sentences = examples.substring(0, examples.indexOf("\n## ")).replaceAll("\\s+", " ");

        List<String> without = AtomPatterns.ofTheLanguage()
                .phrases()
                .filter(phrase -> !phrase.matches(".*\\b(not|no)\\b.*"))
                .map(phrase -> phrase.replace(" separately", "").replace(" to …", ""))
                .filter(phrase -> ALIKE.stream().noneMatch(phrase::startsWith))
                .filter(phrase -> !Pattern.compile("\\b" + phrase.replace("…", "[\\w.-]+") + "\\b")
                        .matcher(sentences)
                        .find())
                .toList();

        assertThat(without).isEmpty();
    }
}
