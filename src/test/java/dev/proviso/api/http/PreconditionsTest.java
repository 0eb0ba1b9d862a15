package dev.proviso.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @Test
    void a_tag_in_quotes_fits_itself_alone() {
        assertThat(Preconditions.required("\"2-ab\"")).accepts("2-ab").rejects("2-a", "\"2-ab\"", "");
        assertThat(Preconditions.required("\"1\" , \"2\"")).accepts("1", "2").rejects("3");
        assertThat(Preconditions.required("*")).accepts("1");
        assertThat(Preconditions.required("\"1\", ".repeat(100_000) + "\"2\""))
                .accepts("2")
                .rejects("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"2-ab\"", "w/\"2-ab\"", "\"1\", W/\"2-ab\""})
    void a_weak_tag_is_told_from_a_version_that_has_changed(String header) {
        assertThatThrownBy(() -> Preconditions.required(header))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("weak tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-ab", "", "\"2-ab", "2-ab\"", "'2-ab'", "\"1\" \"2\"", "\"1\", 2", ",", "\"1\",,\"2\""})
    void what_is_no_tag_in_quotes_is_told_too(String header) {
        assertThatThrownBy(() -> Preconditions.of(header))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("no tag in quotes");
    }

    @Test
    void whoever_must_name_one_cannot_leave_it_out() {
        assertThatThrownBy(() -> Preconditions.required(null)).isInstanceOf(Preconditions.Required.class);
    }
}
