package dev.proviso.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n", "\r", "\u0000", "\u2028", "\u0085", "\\u0022", "\ud800"})
    void what_could_end_a_string_is_refused(String text) {
        assertThatThrownBy(() -> DrlText.literal("a" + text + "b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letters_of_any_script_are_written_in_ascii() {
        assertThat(DrlText.literal("Müller 東")).isEqualTo("\"M\\u00fcller \\u6771\"");
    }

    @Test
    void a_comment_stays_a_comment_whatever_it_holds() {
        String comment = DrlText.comment("Forbid.\nrule \"x\" when then end\u2028end \\u000aend");

        assertThat(comment.lines()).allMatch(line -> line.startsWith("//"));
        assertThat(comment).doesNotContain("\\", "\u2028");
    }

    @Test
    void long_comments_are_wrapped() {
        assertThat(DrlText.comment("word ".repeat(60)).lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= 120);
    }
}
