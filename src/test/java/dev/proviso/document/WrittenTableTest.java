package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.document.WrittenTable.Cell;
import dev.proviso.document.WrittenTable.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenTableTest {

    private static final String TEXT = """
            # Law

            ## Article 1 Periods

            Text | that is no table.

            ```table retention
            | purpose    | period | from       | citation |
            | ---        | ---    | ---        | --- |
            |service     |P3Y     |            | Act 1, § 2 |

            | marketing  | P1Y    | 2024-01-01 | a \\| b |
            ```

            ```table groups
            | group | member |
            | --- | --- |
            ```

            The end.
            """;

    private static WrittenTable table(int place) {
        return Documents.tables(new Source("law", TEXT)).get(place);
    }

    private static Row kept(int was) {
        return new Row(Optional.of(was), table(0).rows().get(was));
    }

    @Test
    void a_table_is_read_cell_by_cell() {
        WrittenTable table = table(0);

        assertThat(table.name()).isEqualTo("retention");
        assertThat(table.columns()).containsExactly("purpose", "period", "from", "citation");
        assertThat(table.rows())
                .containsExactly(
                        List.of("service", "P3Y", "", "Act 1, § 2"),
                        List.of("marketing", "P1Y", "2024-01-01", "a | b"));
        assertThat(table.firstLine()).isEqualTo(8);
        assertThat(table.lastLine()).isEqualTo(12);
    }

    @Test
    void a_place_of_the_text_is_found_in_its_cell() {
        assertThat(table(0).cell(TEXT.indexOf("P3Y"))).contains(new Cell(0, 1));
        assertThat(table(0).cell(TEXT.indexOf("a \\| b") + 5)).contains(new Cell(1, 3));
        assertThat(table(0).cell(TEXT.indexOf("|service")))
                .as("the bar before a row")
                .isEmpty();
        assertThat(table(0).cell(TEXT.indexOf("period"))).as("a column's name").isEmpty();
        assertThat(table(0).cell(TEXT.indexOf("The end"))).isEmpty();
        assertThat(table(1).cell(TEXT.indexOf("P3Y"))).as("another table").isEmpty();
    }

    @Test
    void rows_that_stay_as_they_are_leave_the_text_byte_for_byte() {
        assertThat(table(0).with(List.of(kept(0), kept(1)))).isEqualTo(TEXT);
        assertThat(table(1).with(List.of())).isEqualTo(TEXT);
    }

    @Test
    void only_the_row_that_was_changed_is_written_anew() {
        Row changed = new Row(Optional.of(0), List.of("service", "P5Y", "", "Act 1, § 2"));

        assertThat(table(0).with(List.of(changed, kept(1))))
                .isEqualTo(TEXT.replace(
                        "|service     |P3Y     |            | Act 1, § 2 |",
                        "| service    | P5Y    |            | Act 1, § 2 |"));
    }

    @Test
    void a_row_is_added_and_another_taken_out_at_their_places() {
        Row added = new Row(Optional.empty(), List.of("service.x", "", " ", "two\nlines | one bar"));

        assertThat(table(0).with(List.of(kept(1), added)))
                .isEqualTo(TEXT.replace("|service     |P3Y     |            | Act 1, § 2 |\n", "")
                        .replace(
                                "| a \\| b |\n",
                                "| a \\| b |\n| service.x  |        |            | two lines \\| one bar |\n"));
        assertThat(table(1).with(List.of(new Row(Optional.empty(), List.of("EU", "DE")))))
                .isEqualTo(TEXT.replace("| --- | --- |\n", "| --- | --- |\n| EU    | DE     |\n"));
        assertThat(Documents.tables(new Source("law", table(0).with(List.of())))
                        .get(0)
                        .rows())
                .isEmpty();
    }

    @Test
    void lines_end_as_they_did() {
        String windows = TEXT.replace("\n", "\r\n");
        WrittenTable table = Documents.tables(new Source("law", windows)).get(1);

        assertThat(table.with(List.of(new Row(Optional.empty(), List.of("EU", "DE")))))
                .isEqualTo(windows.replace("| --- | --- |\r\n", "| --- | --- |\r\n| EU    | DE     |\r\n"));
    }

    @Test
    void what_is_written_is_read_again_as_it_was_meant() {
        List<String> cells = List.of("a", "| b \\ c |", "", "ü 𝄞");
        String text = table(0).with(List.of(new Row(Optional.empty(), cells)));

        assertThat(Documents.tables(new Source("law", text)).get(0).rows()).containsExactly(cells);
    }

    @Test
    void a_table_without_its_form_is_left_to_those_who_write_text() {
        String broken = TEXT.replace("|service     |P3Y     |            | Act 1, § 2 |", "|service|P3Y|");

        assertThat(Documents.tables(new Source("law", broken)))
                .extracting(WrittenTable::name)
                .containsExactly("groups");
        assertThat(Documents.tables(new Source("law", ""))).isEmpty();
    }

    @Test
    void a_row_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> table(0).with(List.of(new Row(Optional.empty(), List.of("a")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table(0).with(List.of(new Row(Optional.of(7), List.of("a", "b", "c", "d")))))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
