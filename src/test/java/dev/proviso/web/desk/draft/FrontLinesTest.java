package dev.proviso.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

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
}
