package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The website's policy, whose rule tests exercise every rule and condition of it. */
@QuarkusTest
@Tag("system")
class CoveragePageTest {

    private static final String READING = "/desk/documents/website-privacy/2021-11-01";

    @Test
    void each_rule_says_in_words_and_colour_whether_its_tests_reach_it_where_that_is_asked_for() {
        Someone drafter = Someone.signedInAs("drafter");

        String plain = drafter.read(READING);
        String page = drafter.read(READING + "?coverage=true");

        assertThat(plain).contains("href=\"" + READING + "?coverage=true\"").doesNotContain("class=\"reached");
        assertThat(page)
                .containsSubsequence("Rule tests cover 100 % of this version", "rules decided", "rows looked up")
                .containsSubsequence(
                        "<section class=\"passage is-FULLY\" id=\"clause-2.2\">",
                        "id=\"rule-2.2(4)#5\"",
                        "<span class=\"reached FULLY\">tested</span>")
                .contains("Hide test coverage")
                .doesNotContain("passage is-NOT", "passage is-PARTLY");
    }

    @Test
    void a_document_without_tests_does_not_offer_it() {
        Someone drafter = Someone.signedInAs("drafter");

        String page = drafter.read("/desk/documents/law-ua/" + label(drafter) + "?coverage=true");

        assertThat(page).contains("Law of Ukraine").doesNotContain("coverage=true", "class=\"reached");
    }

    /** The version of a law that its address leads to. */
    private static String label(Someone someone) {
        String there =
                someone.open("/desk/documents/law-ua").statusCode(303).extract().header("Location");
        return there.substring(there.lastIndexOf('/') + 1);
    }
}
