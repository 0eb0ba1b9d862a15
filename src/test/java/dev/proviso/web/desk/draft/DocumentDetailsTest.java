package dev.proviso.web.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDetailsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static final String TEXT = """
            ---\r
            policy: letters   # an odd line
            version: "2"
            kind: policy
            title: "Letters"  # as readers see it
            timezone: Asia/Shanghai
            effective: 2030-01-01T00:00:00+08:00
            ---

            # Letters

            title: of no matter
            """;

    private static DocumentDetails details() {
        return DocumentDetails.of(Kind.POLICY, TEXT).orElseThrow();
    }

    private static String written(DocumentDetails wanted) {
        return wanted.writtenInto(TEXT, details(), Kind.POLICY, NOW);
    }

    @Test
    void the_fields_show_what_the_text_says() {
        assertThat(details()).isEqualTo(new DocumentDetails("Letters", "2030-01-01", "00:00", "Asia/Shanghai"));
        assertThat(DocumentDetails.of(Kind.VOCABULARY, "vocabulary: a\n")).isEmpty();
        assertThat(DocumentDetails.of(Kind.POLICY, "# No front matter\n")).isEmpty();
    }

    @Test
    void what_is_not_changed_leaves_every_byte() {
        assertThat(written(details())).isEqualTo(TEXT);
        assertThat(written(new DocumentDetails(" Letters ", "2030-01-01", "", "Asia/Shanghai")))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Letters | 2031-02-03 | 00:00    | Asia/Shanghai | effective: 2031-02-03T00:00:00+08:00
            Letters | 2030-01-01 | 09:30    | Asia/Shanghai | effective: 2030-01-01T09:30:00+08:00
            Letters | 2030-01-01 | 00:00:01 | Asia/Shanghai | effective: 2030-01-01T00:00:01+08:00
            Letters | ''         | 09:30    | Asia/Shanghai | effective: on-publication
            Letters | 2030-01-01 | 00:00    | Europe/Berlin | effective: 2030-01-01T00:00:00+01:00
            """)
    void another_start_changes_its_line(String title, String day, String time, String zone, String line) {
        assertThat(written(new DocumentDetails(title, day, time, zone)))
                .isEqualTo(TEXT.replace("effective: 2030-01-01T00:00:00+08:00", line)
                        .replace("timezone: Asia/Shanghai", "timezone: " + zone));
    }

    @Test
    void another_title_changes_its_line_and_the_heading_that_repeats_it() {
        assertThat(written(new DocumentDetails("Letters: and more", "2030-01-01", "00:00", "Asia/Shanghai")))
                .isEqualTo(TEXT.replace("title: \"Letters\"  #", "title: 'Letters: and more'  #")
                        .replace("# Letters", "# Letters: and more"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 2030-01-01 | 00:00 | UTC           | has a title
            Letters | soon       | 00:00 | UTC           | is no day
            Letters | 2030-01-01 | late  | UTC           | is no day
            Letters | 2030-01-01 | 00:00 | Europe/Berlim | Did you mean "Europe/Berlin"
            """)
    void what_cannot_be_read_is_said(String title, String day, String time, String zone, String said) {
        assertThatThrownBy(() -> written(new DocumentDetails(title, day, time, zone)))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_value_of_several_lines_is_left_to_the_text() {
        String folded = TEXT.replace("title: \"Letters\"  # as readers see it", "title: >\n  Letters");
        DocumentDetails before = DocumentDetails.of(Kind.POLICY, folded).orElseThrow();

        assertThat(before.title()).isEqualTo("Letters\n");
        assertThatThrownBy(() -> new DocumentDetails("Post", before.day(), before.time(), before.zone())
                        .writtenInto(folded, before, Kind.POLICY, NOW))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("in the text alone");
    }
}
