package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    private static String html(String text) {
        return Documents.html(new Source("text", text));
    }

    @Test
    void readers_see_the_prose_and_neither_front_matter_nor_rules() {
        String html = html("---\npolicy: a\n---\n# Title\n\nWe *write*.\n\n```rules\nPermit use of a.\n```\n\nMore.\n");

        assertThat(html).isEqualTo("<h1>Title</h1>\n<p>We <em>write</em>.</p>\n<p>More.</p>\n");
    }

    @Test
    void rows_are_shown_as_a_table() {
        String html = html("```table retention\n| purpose | period |\n| --- | --- |\n| mailing | P1Y |\n```\n");

        assertThat(html).contains("<th>purpose</th>", "<td>mailing</td>").doesNotContain("<code");
    }

    @Test
    void nothing_in_a_document_runs_in_the_readers_browser() {
        String html = html("<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>\n");

        assertThat(html).doesNotContain("<script", "javascript:", "<img");
    }
}
