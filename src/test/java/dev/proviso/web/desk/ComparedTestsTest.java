package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule tests of the website's policy, which say of some questions that the two versions answer them otherwise. */
@QuarkusTest
@Tag("system")
class ComparedTestsTest {

    private static final String COMPARISON = "/desk/documents/website-privacy/compare";
    private static final String BOTH = "?from=2016-01-14&to=2021-11-01";

    @Test
    void a_comparison_has_a_place_for_the_questions_that_are_answered_otherwise() {
        Someone drafter = Someone.signedInAs("drafter");

        String page = drafter.read(COMPARISON + BOTH);

        assertThat(page).containsSubsequence("Effect", "hx-get=\"" + COMPARISON + "/tests?from=", "Rules that changed");
        assertThat(drafter.read(COMPARISON + "?from=2021-11-01&to=2021-11-01")).doesNotContain("hx-get");
    }

    @Test
    void each_question_stands_with_both_answers_their_clauses_and_a_link_to_ask_it() {
        Someone drafter = Someone.signedInAs("drafter");

        String page = String.join("", pages(drafter));

        assertThat(page)
                .containsSubsequence(
                        "<html",
                        "questions of the rule tests",
                        "answered differently",
                        "</b> answered more strictly",
                        "<section class=\"of-clause\"",
                        "Advertisements are tailored only to who has consented, since the revision: user.consents []",
                        "use of “Applications used” for “Tailored advertisements”",
                        ", on 1 December 2021, 10:00 (Asia/Shanghai)",
                        ">2016-01-14</b> <span class=\"tag PERMIT\">",
                        "/desk/documents/website-privacy/2016-01-14#rule-2.2(4)",
                        ">2021-11-01</b> <span class=\"tag DENY\">",
                        "/desk/documents/website-privacy/2021-11-01#rule-2.2(4)#3",
                        "Ask it under 2016-01-14")
                .contains("“A cookie of the controller&#39;s own”")
                .doesNotContain("user.consents [to advertising] <span", "The form cannot say");
        assertThat(asked(page, drafter)).contains(">Permitted</span>");
    }

    @Test
    void each_question_comes_whole_to_where_it_is_kept_as_a_test() {
        Someone drafter = Someone.signedInAs("drafter");

        List<String> links = new ArrayList<>();
        for (String page : pages(drafter)) {
            XmlPath html = new XmlPath(XmlPath.CompatibilityMode.HTML, page);
            List<String> kept = html.getList("**.findAll { it.name() == 'a' && it.text() == 'Keep as a test' }.@href");
            assertThat(kept).hasSameSizeAs(html.getList("**.findAll { it.name() == 'article' }"));
            links.addAll(kept);
        }
        String used =
                links.stream().filter(link -> link.contains("uses")).findFirst().orElseThrow();
        assertThat(drafter.follow(used.replace("#keep", ""))
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("id=\"keep\"", "What the form has no field for", "&quot;uses&quot;")
                .doesNotContain("role=\"alert\"");
        assertThat(Someone.signedInAs("auditor").read(COMPARISON + "/tests" + BOTH))
                .doesNotContain("Keep as a test");
    }

    private static List<String> pages(Someone someone) {
        return Stream.of("1", "2", "3", "4", "5")
                .map(number -> someone.read(COMPARISON + "/tests" + BOTH + "&page=" + number))
                .toList();
    }

    /** Follows the link of a question that the earlier version permits. */
    private static String asked(String page, Someone someone) {
        XmlPath html = new XmlPath(XmlPath.CompatibilityMode.HTML, page);
        List<String> links =
                html.getList("**.findAll { it.name() == 'a' && it.@href.text().startsWith('/desk/ask') }.@href");
        assertThat(links).as("links to ask").isNotEmpty();
        return links.stream()
                .filter(link -> link.contains("version=2016-01-14") && link.contains("marketing.advertising.sponsored"))
                .findFirst()
                .map(someone::read)
                .orElseThrow();
    }

    @Test
    void many_questions_are_shown_a_page_at_a_time() {
        Someone drafter = Someone.signedInAs("drafter");

        String first = drafter.read(COMPARISON + "/tests" + BOTH);
        String second = drafter.read(COMPARISON + "/tests" + BOTH + "&page=2");

        assertThat(first.split("<article class=\"differs\">")).hasSizeBetween(2, 41);
        assertThat(first).contains("&amp;page=1\" aria-current=\"page\"", "&amp;page=2\">Page 2</a>");
        assertThat(second).contains("&amp;page=2\" aria-current=\"page\"");
        assertThat(drafter.read(COMPARISON + "/tests" + BOTH + "&page=999999")).contains("aria-current=\"page\"");
        assertThat(drafter.read(COMPARISON + "/tests" + BOTH + "&page=x"))
                .contains("&amp;page=1\" aria-current=\"page\"");
    }

    @Test
    void a_script_gets_the_part_of_the_page_alone() {
        String part = Someone.signedInAs("auditor")
                .request()
                .header("HX-Request", "true")
                .get(COMPARISON + "/tests" + BOTH)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(part).startsWith("<section").doesNotContain("<html");
    }

    @Test
    void a_version_that_cannot_be_asked_is_said_so() {
        assertThat(Someone.signedInAs("drafter").read(COMPARISON + "/tests?from=2016-01-14&to=none"))
                .contains("cannot be asked");
    }
}
