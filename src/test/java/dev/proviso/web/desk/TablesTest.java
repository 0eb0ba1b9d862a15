package dev.proviso.web.desk;

import static dev.proviso.web.desk.Letters.TABLE;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table of periods in a draft, changed through plain forms. */
@QuarkusTest
@Tag("system")
class TablesTest extends WritesVersions {

    private Letters letters = new Letters("");
    private Someone drafter = Someone.unknown();
    private String text = "";

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT) + TABLE;
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
        drafter = Someone.signedInAs("drafter");
    }

    private String page() {
        return letters.draft("2") + "/tables";
    }

    private String tag() {
        return drafting.find(letters.id(), "2").trail().tag();
    }

    private String now() {
        return drafting.find(letters.id(), "2").content().text();
    }

    private ValidatableResponse post(String tag, String act, List<String> was, List<String> cells) {
        return sent(drafter.parts(), tag, act, was, cells);
    }

    private ValidatableResponse sent(
            RequestSpecification form, String tag, String act, List<String> was, List<String> cells) {
        form.multiPart("tag", tag).multiPart("do", act);
        was.forEach(one -> form.multiPart("was", one));
        cells.forEach(one -> form.multiPart("cell", one, "text/plain; charset=UTF-8"));
        return form.post(page() + "/1").then();
    }

    @Test
    void a_table_is_shown_with_the_choices_of_the_vocabulary() {
        assertThat(drafter.read(letters.draft("2"))).contains("href=\"" + page() + "\"");
        assertThat(drafter.read(page()))
                .containsSubsequence(
                        "<datalist id=\"choices-purpose\">",
                        "<option value=\"marketing.messages.email\">",
                        "id=\"table-1\"",
                        "retention",
                        ">purpose</th>",
                        "value=\"service.registration\"",
                        "aria-label=\"purpose, row 1\"",
                        "list=\"choices-purpose\"",
                        "value=\"P3Y\"");
    }

    @Test
    void what_is_changed_is_written_at_its_place_and_nothing_else_is_touched() {
        String there = post(
                        tag(),
                        "",
                        List.of("0", "1", ""),
                        List.of("service.registration", "P5Y", "service.requested", "P1Y", "marketing.survey", "P2Y"))
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(there).endsWith(page() + "#table-1");
        assertThat(now())
                .isEqualTo(text.replace("| service.registration | P3Y    |", "| service.registration | P5Y    |")
                        .replace("|P1Y|\n", "|P1Y|\n| marketing.survey     | P2Y    |\n"));
    }

    @Test
    void a_row_is_added_or_taken_out_and_saved_only_then() {
        String added = post(
                        tag(),
                        "add",
                        List.of("0", "1"),
                        List.of("service.registration", "P9Y", "service.requested", "P1Y"))
                .statusCode(200)
                .extract()
                .asString();
        String fewer = post(
                        tag(),
                        "remove-0",
                        List.of("0", "1"),
                        List.of("service.registration", "P3Y", "service.requested", "P1Y"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(added)
                .contains("Not saved yet.", "value=\"P9Y\"", "aria-label=\"purpose, row 3\"")
                .containsOnlyOnce("autofocus");
        assertThat(fewer).contains("value=\"service.requested\"").doesNotContain("value=\"service.registration\" aria");
        assertThat(now()).isEqualTo(text);
    }

    @Test
    void a_text_that_another_has_changed_is_not_overwritten_and_what_was_typed_comes_back() {
        String before = tag();
        drafting.edit(
                letters.id(),
                "2",
                new Content(text.replace(TABLE, "\nNo table.\n" + TABLE)),
                by("drafter"),
                DraftService.ANY);

        String refused = post(before, "", List.of("0"), List.of("service.registration", "P7Y"))
                .statusCode(409)
                .extract()
                .asString();

        assertThat(refused).contains("role=\"alert\"", "has changed since", "value=\"P7Y\"");
        assertThat(now()).doesNotContain("P7Y").contains("No table.");
    }

    @Test
    void letters_of_all_languages_come_through() {
        String cited = TABLE.replace("period |", "period | citation |")
                .replace("| ------ |", "| ------ | --- |")
                .replace("P3Y    |", "P3Y    | a |")
                .replace("|P1Y|", "|P1Y|b|");
        drafting.edit(letters.id(), "2", new Content(text.replace(TABLE, cited)), by("drafter"), DraftService.ANY);

        post(
                        tag(),
                        "",
                        List.of("0", ""),
                        List.of("service.registration", "P3Y", "§ 5 个保法", "service.requested", "", "é | à"))
                .statusCode(303);

        assertThat(now()).contains("| P3Y    | § 5 个保法  |", "|        | é \\| à   |");
    }

    @Test
    void a_mistake_is_told_at_its_cell_and_with_its_line() {
        post(tag(), "", List.of("0", "1"), List.of("service.registration", "P3Y", "service.requestd", "P1Y"))
                .statusCode(303);

        assertThat(drafter.read(page()))
                .containsSubsequence(
                        "value=\"P3Y\"",
                        "value=\"service.requestd\"",
                        "aria-invalid=\"true\" aria-describedby=\"mistake-1-1-0\"",
                        "id=\"mistake-1-1-0\"",
                        "Did you mean “service.requested”?",
                        "value=\"P1Y\"",
                        "Problems",
                        "Did you mean “service.requested”?")
                .containsOnlyOnce("aria-invalid");
        assertThat(post(
                                tag(),
                                "remove-0",
                                List.of("0", "1"),
                                List.of("service.registration", "P3Y", "service.requestd", "P1Y"))
                        .statusCode(200)
                        .extract()
                        .asString())
                .as("a cell that was not changed since keeps its mistake, wherever it has come to stand")
                .contains("aria-describedby=\"mistake-1-0-0\"")
                .containsOnlyOnce("aria-invalid");
    }

    @Test
    void what_makes_no_rows_is_refused_and_so_is_who_may_not_write() {
        post(tag(), "", List.of("0", "1"), List.of("service.registration")).statusCode(400);
        post(tag(), "", List.of("9"), List.of("service.registration", "P3Y")).statusCode(400);
        post(tag(), "", List.of("x"), List.of("service.registration", "P3Y")).statusCode(400);
        drafter.parts().multiPart("tag", tag()).post(page() + "/2").then().statusCode(404);
        sent(drafter.partsWithoutToken(), tag(), "", List.of("0"), List.of("service.registration", "P3Y"))
                .statusCode(400);
        sent(Someone.signedInAs("approver").parts(), tag(), "", List.of(), List.of())
                .statusCode(403);
        Someone.signedInAs("approver").open(page()).statusCode(403);

        assertThat(now()).isEqualTo(text);
    }

    @Test
    void a_table_of_many_rows_can_be_saved() {
        List<String> was = IntStream.range(0, 400).mapToObj(i -> "").toList();
        List<String> cells = IntStream.range(0, 400)
                .boxed()
                .flatMap(i -> List.of("marketing.survey", "P" + (i + 1) + "D").stream())
                .toList();

        post(tag(), "", was, cells).statusCode(303);

        assertThat(now()).contains("| marketing.survey     | P400D  |");
        drafting.edit(
                letters.id(),
                "2",
                new Content(text + TABLE.replace("|P1Y|\n", "|P1Y|\n" + "|service.requested|P1Y|\n".repeat(5001))),
                by("drafter"),
                DraftService.ANY);
        assertThat(drafter.read(page()))
                .containsSubsequence("id=\"table-1\"", "<form", "id=\"table-2\"", "too large to be changed here");
    }
}
