package dev.proviso.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontLinesTest {

    private static final String TEXT =
            "---\r\npolicy: a\r\nversion: \"1\"   # its label\r\neffective: on-publication\r\n---\r\n\r\nversion: 1\r\n";

    @Test
    void a_value_is_read_without_its_quotes_and_comment() {
        FrontLines lines = FrontLines.ofPolicy(TEXT);

        assertThat(lines.value("version")).contains("1");
        assertThat(lines.value("effective")).contains("on-publication");
        assertThat(lines.value("title")).isEmpty();
    }

    @Test
    void another_value_changes_nothing_but_the_value() {
        assertThat(FrontLines.ofPolicy(TEXT)
                        .with("version", "\"2\"")
                        .with("effective", "2030-01-01T00:00:00+08:00")
                        .text())
                .isEqualTo(
                        "---\r\npolicy: a\r\nversion: \"2\"   # its label\r\neffective: 2030-01-01T00:00:00+08:00\r\n"
                                + "---\r\n\r\nversion: 1\r\n");
    }

    @Test
    void what_is_not_there_is_not_added() {
        assertThat(FrontLines.ofPolicy("no front matter\nversion: 1\n")
                        .with("version", "2")
                        .text())
                .isEqualTo("no front matter\nversion: 1\n");
    }

    @Test
    void a_vocabulary_is_all_lines() {
        assertThat(FrontLines.ofVocabulary("vocabulary: a\nversion: '1'\n")
                        .with("version", "2")
                        .text())
                .isEqualTo("vocabulary: a\nversion: 2\n");
    }

    @Test
    void a_word_that_is_missing_gets_a_line_below_the_name_of_the_document() {
        assertThat(FrontLines.ofVocabulary("# words\r\nvocabulary: a\r\npurposes:\r\n")
                        .with("version", "\"2\"")
                        .text())
                .isEqualTo("# words\r\nvocabulary: a\r\nversion: \"2\"\r\npurposes:\r\n");
    }

    @Test
    void what_is_quoted_is_read_as_it_was() {
        for (String title : List.of("Letters", "It's: a \"title\" # no comment", "yes", "2", "- x", "Über uns (2)")) {
            FrontLines lines = FrontLines.ofPolicy(TEXT).with("title", FrontLines.quoted(title));

            assertThat(lines.value("title")).contains(title);
            assertThat(Documents.titlePage(new Source("d", lines.text())).title())
                    .as("as YAML reads it")
                    .contains(title);
        }
        assertThat(FrontLines.ofVocabulary("version: \"a \\\"b\\\"\" # c\n").value("version"))
                .contains("a \"b\"");
    }

    @Test
    void a_value_of_any_length_is_read() {
        for (String quote : List.of("\"", "'")) {
            String title = quote + "a".repeat(200_000) + quote;
            FrontLines lines = FrontLines.ofPolicy("---\ntitle: " + title + "\n---\n\n# A\n");

            assertThat(lines.with("title", "b").text()).isEqualTo("---\ntitle: b\n---\n\n# A\n");
        }
    }
}
