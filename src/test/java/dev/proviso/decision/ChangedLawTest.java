package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.library.Library;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.PublishedDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangedLawTest {

    private static final String ROWS = """

            ## Article 2 Ages

            ```rules
            No rule: the rows are facts.
            ```

            ```table age-of-consent
            | place | majority | consent | jointly-from | from | until | citation | confidence | source | verified |
            | ----- | -------- | ------- | ------------ | ---- | ----- | -------- | ---------- | ------ | -------- |
            """;
    private static final String TAIL = " | Act 1 | high | own knowledge | no |\n";

    private static String row(String cells) {
        return "| " + cells + TAIL;
    }

    private static Library with(PublishedDocument... added) {
        return Library.of(
                Stream.concat(Small.documents().stream(), Stream.of(added)).toList());
    }

    private static Library library(String firstRows, String secondRows) {
        return with(
                Small.published(
                        Kind.LAW,
                        "law",
                        "3",
                        "2021-12-31T16:00:00Z",
                        Small.law("3", "2022-01-01T00:00:00+08:00") + ROWS + firstRows + "```\n"),
                Small.published(
                        Kind.LAW,
                        "law",
                        "4",
                        "2022-12-31T16:00:00Z",
                        Small.law("4", "2023-01-01T00:00:00+08:00") + ROWS + secondRows + "```\n"));
    }

    private static List<String> changes(Library library, String from, String until) {
        List<String> changes = new ArrayList<>();
        ChangedLaw.of(library, LocalDate.parse(from), LocalDate.parse(until))
                .forEach((day, changed) -> changed.changes()
                        .forEach(change -> changes.add(day + " " + change.document() + " " + change.version() + " "
                                + change.kind() + " " + change.text() + " " + change.turn())));
        return changes;
    }

    @Test
    void a_row_that_the_next_version_leaves_out_or_changes_ends_on_its_first_day() {
        Library library = library(row("CN | 18 | 14 | | | ") + row("DE | 18 | 16 | | | "), row("CN | 18 | 15 | | | "));

        assertThat(changes(library, "2022-06-01", "2023-06-01"))
                .containsExactly(
                        "2023-01-01 law 4 document Law starts",
                        "2023-01-01 law 3 row place CN, majority 18, consent 14 (Act 1) ends",
                        "2023-01-01 law 3 row place DE, majority 18, consent 16 (Act 1) ends",
                        "2023-01-01 law 4 row place CN, majority 18, consent 15 (Act 1) starts");
    }

    @Test
    void what_stays_is_no_change_and_what_has_a_day_of_its_own_is_told_once() {
        Library library = library(
                row("CN | 18 | 14 | | | ") + row("DE | 18 | 16 | | | "),
                row("CN | 18 | 14 | | | 2022-12-31")
                        + row("DE | 18 | 16 | | | ")
                        + row("CN | 18 | 15 | | 2023-01-01 | "));

        assertThat(changes(library, "2022-06-01", "2023-06-01"))
                .containsExactly(
                        "2023-01-01 law 4 document Law starts",
                        "2023-01-01 law 4 row place CN, majority 18, consent 14 (Act 1) ends",
                        "2023-01-01 law 4 row place CN, majority 18, consent 15 (Act 1) starts");
    }

    @Test
    void a_dated_sentence_of_a_policy_is_told_and_its_version_is_not() {
        Library library = with(
                Small.published("3", "2022-03-01T00:00:00Z", "From 2022-05-01: Forbid use of any data for service."));

        assertThat(changes(library, "2022-02-01", "2022-12-31"))
                .containsExactly(
                        "2022-05-01 shop 3 sentence From 2022-05-01: Forbid use of any data for service. starts");
    }
}
