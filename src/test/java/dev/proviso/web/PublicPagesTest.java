package dev.proviso.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@QuarkusTest
@Tag("system")
class PublicPagesTest {

    private static final String POLICY = "/policies/website-privacy";

    @Test
    void anyone_reads_the_version_in_force_without_signing_in() {
        var page =
                given().accept("text/html").get(POLICY).then().statusCode(200).extract();

        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains("In force since 1 November 2021.", "<h1>", "/policies/website-privacy/2016-01-14")
                .doesNotContain("Permit use of", "policy: website-privacy");
    }

    @Test
    void programs_get_json() {
        JsonPath text = given().accept("application/json")
                .get(POLICY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(text.getString("version")).isEqualTo("2021-11-01");
        assertThat(text.getBoolean("inForce")).isTrue();
        assertThat(text.getList("versions.version")).asList().containsExactly("2016-01-14", "2021-11-01");
    }

    @Test
    void an_earlier_version_stays_readable() {
        String page = given().accept("text/html")
                .get(POLICY + "/2016-01-14")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .contains("Earlier version, in force 14 January 2016 to 31 October 2021.", "Read the current version.");
    }

    @Test
    void readers_are_told_what_a_revision_changed_and_nothing_of_its_rules() {
        String page = given().accept("text/html").get(POLICY).asString();
        String first = given().accept("text/html").get(POLICY + "/2016-01-14").asString();

        assertThat(page)
                .containsSubsequence("What changed since version 2016-01-14", "<a href=\"#clause-", "was changed.")
                .doesNotContain("Permit use");
        assertThat(first).doesNotContain("What changed since");
    }

    @Test
    void tables_are_read_by_the_names_that_people_have_for_their_words() {
        String page = given().accept("text/html").get(POLICY).asString();

        assertThat(page).contains("<abbr title=\"product.development\">Develop new products and services</abbr>");
    }

    @Test
    void what_is_not_there_is_a_problem_and_no_trace_of_what_is_not_public() {
        given().get("/policies/nothing").then().statusCode(404);
        given().get(POLICY + "/2016-01-41").then().statusCode(404);
        given().get("/policies/privacy").then().statusCode(404);
    }

    @Test
    void people_are_told_on_a_page_and_find_each_clause_in_the_contents() {
        String missing = given().accept("text/html,*/*;q=0.8")
                .get("/policies/nonsense")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .extract()
                .asString();
        String page = given().accept("text/html").get(POLICY + "/2016-01-14").asString();

        assertThat(missing).contains("There is no policy &quot;nonsense&quot; here.", "<h1>");
        assertThat(given().get("/policies/nonsense").contentType()).contains("problem+json");
        assertThat(page).contains("href=\"#clause-8.4\"", "<section id=\"clause-8.4\">", "to 31 October 2021.");
    }

    @Test
    void the_feed_is_atom_with_the_announced_dates() throws Exception {
        var response =
                given().get(POLICY + "/changes.atom").then().statusCode(200).extract();

        assertThat(response.contentType()).startsWith("application/atom+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(response.asByteArray()));
        var entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.getLength()).isEqualTo(2);
        Element latest = (Element) entries.item(0);
        assertThat(latest.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Version 2021-11-01");
        assertThat(latest.getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("Announced on 1 November 2021; in force from 1 November 2021.");
        assertThat(((Element) entries.item(1))
                        .getElementsByTagName("updated")
                        .item(0)
                        .getTextContent())
                .isEqualTo("2016-01-13T16:00:00Z");
    }

    @Test
    void a_feed_that_the_reader_has_is_not_sent_again() {
        String tag = given().get(POLICY + "/changes.atom").header("ETag");

        var again = given().header("If-None-Match", tag)
                .get(POLICY + "/changes.atom")
                .then()
                .statusCode(304)
                .extract();

        assertThat(again.asByteArray()).isEmpty();
        assertThat(given().get(POLICY + "/changes.atom").header("Cache-Control"))
                .contains("no-cache");
        assertThat(new String(again.asByteArray(), StandardCharsets.UTF_8)).isEmpty();
    }
}
