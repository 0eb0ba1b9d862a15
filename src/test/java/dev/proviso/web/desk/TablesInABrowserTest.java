package dev.proviso.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.proviso.web.desk.Letters.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.proviso.publication.Content;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table of a draft is changed as a table in a real browser. */
@QuarkusTest
@Tag("system")
class TablesInABrowserTest extends WritesVersions {

    private static final String BACK = "Back to the draft";

    private Letters letters = new Letters("");

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        String text = letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT) + Letters.TABLE;
        drafting.draft(letters.id(), false, new Content(text), by("drafter"));
    }

    private Page open(Browsers browsers) {
        Page author = browsers.signedInAs("drafter");
        author.navigate(browsers.at(letters.draft("2")));
        author.getByText("Edit tables").click();
        assertThat(author).hasURL(Pattern.compile("/tables$"));
        return author;
    }

    private String text() {
        return drafting.find(letters.id(), "2").content().text();
    }

    @Test
    void a_row_is_added_its_mistake_shown_at_its_cell_and_the_text_has_it_once_it_is_saved() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = open(browsers);
            author.getByText("Add a row").click();
            assertThat(author.getByLabel("purpose, row 3")).isFocused();
            assertThat(author.getByRole(AriaRole.STATUS)).hasText("Not saved yet.");
            author.getByLabel("purpose, row 3").fill("marketing.survy");
            author.getByLabel("period, row 3").fill("P2Y");
            author.getByText("Save the table").click();

            assertThat(author.locator(".faulty")).hasCount(1);
            assertThat(author.getByLabel("purpose, row 3"))
                    .hasAccessibleDescription(Pattern.compile("Did you mean “marketing\\.survey”\\?"));
            author.getByLabel("purpose, row 3").fill("marketing.survey");
            author.getByText("Save the table").click();
            assertThat(author.locator(".faulty")).hasCount(0);
            assertThat(text()).contains("| marketing.survey     | P2Y    |\n```");

            author.getByLabel("Remove row 2").click();
            assertThat(author.getByLabel("purpose, row 2")).hasValue("marketing.survey");
            author.getByText("Save the table").click();
            assertThat(author.locator(".unsaved")).hasCount(0);
            assertThat(text()).doesNotContain("service.requested").contains("| service.registration | P3Y    |");
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    @Test
    void who_leaves_what_is_not_saved_is_asked_first_and_who_saves_is_not() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = open(browsers);
            List<String> asked = new ArrayList<>();
            author.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            author.getByLabel("period, row 1").fill("P9Y");
            author.getByText(BACK).click();
            assertThat(author.getByLabel("period, row 1")).hasValue("P9Y");
            assertThat(asked).containsExactly("beforeunload");

            author.getByText("Add a row").click();
            assertThat(author.getByLabel("period, row 3")).isVisible();
            assertThat(asked).as("a row is added with what was typed").hasSize(1);
            author.getByText(BACK).click();
            assertThat(author.getByLabel("period, row 1")).hasValue("P9Y");
            assertThat(asked).as("what came back unsaved is not left either").hasSize(2);

            author.getByLabel("Remove row 3").click();
            author.getByText("Save the table").click();
            assertThat(author.locator(".unsaved")).hasCount(0);
            author.getByText(BACK).click();
            assertThat(author).hasURL(Pattern.compile(letters.draft("2") + "$"));
            assertThat(asked).hasSize(2);
            assertThat(browsers.complaints()).isEmpty();
        }
        assertThat(text()).contains("| service.registration | P9Y    |");
    }

    @Test
    void who_leaves_all_the_same_can() {
        try (Browsers browsers = Browsers.at(address)) {
            Page author = open(browsers);
            author.onDialog(Dialog::accept);
            author.getByLabel("period, row 1").fill("P9Y");
            author.getByText(BACK).click();
            assertThat(author).hasURL(Pattern.compile(letters.draft("2") + "$"));
        }
        assertThat(text()).doesNotContain("P9Y");
    }
}
