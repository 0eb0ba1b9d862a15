package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All pages and forms, each of their parameters and fields left out, or with what belongs in none. */
@QuarkusTest
@Tag("system")
class HostileFormsTest extends WritesVersions {

    private static final List<String> WORDS =
            List.of("x", "{", "{x}", "%", "é\u202e", "-1", "99999999999999999999", "x".repeat(1500));

    private static final List<String> TIMES =
            List.of("2026-13-45", "+999999999-12-31", "-999999999-01-01", "+999999999-12-31T23:59", "2026-01-31T25:00");

    private static final List<String> OF_TIME = List.of("at", "from", "to", "birthDate");

    private final Map<String, Someone> people = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private Letters letters = new Letters("");

    @BeforeEach
    void begin() {
        letters = Letters.inForce(drafting, publishing);
        drafting.draft(
                letters.id(),
                false,
                new dev.proviso.publication.Content(
                        letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT) + Letters.TABLE),
                Letters.by("drafter"));
    }

    private Someone person(Endpoint endpoint) {
        return people.computeIfAbsent(endpoint.account(), Someone::signedInAs);
    }

    private String address(Endpoint endpoint) {
        String version = endpoint.path().startsWith("/desk/documents") ? "1" : "2";
        return endpoint.address(Map.of("id", letters.id(), "version", version, "number", "1"));
    }

    private static List<String> query(Endpoint endpoint) {
        return ParametersTest.query(endpoint).stream()
                .map(ParametersTest.Taken::name)
                .toList();
    }

    private static void answered(Response response, String what) {
        assertThat(response.statusCode()).as(what + ": " + response.asString()).isLessThan(500);
        if (response.statusCode() >= 400) {
            assertThat(response.contentType()).as(what).startsWith("text/html");
            assertThat(response.asString()).as(what).contains("role=\"alert\"").doesNotContain("Exception");
        }
    }

    @Test
    void no_page_fails_for_a_parameter_that_is_left_out_or_makes_no_sense() {
        int pages = 0;
        for (Endpoint page : Endpoint.ofPages()) {
            if (!page.verb().equals("GET")) {
                continue;
            }
            List<String> names = query(page);
            answered(person(page).request().get(address(page)), page.toString());
            for (String name : names) {
                for (String garbage : garbage(page, name)) {
                    Map<String, String> values = usual(page, names);
                    values.put(name, garbage);
                    answered(
                            person(page).request().queryParams(values).get(address(page)),
                            page + "?" + name + "=" + garbage);
                }
                Map<String, String> others = usual(page, names);
                if (others.remove(name) != null) {
                    answered(person(page).request().queryParams(others).get(address(page)), page + " without " + name);
                }
            }
            pages++;
        }
        assertThat(pages).isGreaterThan(15);
    }

    /** The map answers a thousand questions, and takes what the page takes on which one is asked. */
    private static List<String> garbage(Endpoint page, String name) {
        List<String> times = OF_TIME.contains(name) ? TIMES : List.of();
        boolean isMap = page.path().endsWith("/map");
        return Stream.concat(isMap ? Stream.of("{x}") : WORDS.stream(), times.stream())
                .toList();
    }

    /** With which a page answers, so that what is wrong is what is tried. */
    private Map<String, String> usual(Endpoint page, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        if (page.path().endsWith("/compare") || page.path().endsWith("/compare/tests")) {
            values.putAll(Map.of("from", "1", "to", "2"));
        }
        if (page.path().endsWith("/ask")) {
            values.putAll(Map.of("policy", letters.id(), "purpose", "service.registration", "data", "contact.email"));
        }
        if (page.path().endsWith("/publication")) {
            values.put("when", "later");
        }
        assertThat(names).containsAll(values.keySet());
        return values;
    }

    @Test
    void a_page_that_compares_says_what_it_needs() {
        Someone drafter = Someone.signedInAs("drafter");
        for (String page : List.of("/compare", "/compare/tests")) {
            assertThat(drafter.open("/desk/documents/" + letters.id() + page)
                            .statusCode(400)
                            .extract()
                            .asString())
                    .contains("The parameter &quot;from&quot; is required.");
        }
    }

    @Test
    void a_table_of_decisions_says_which_day_is_none() {
        assertThat(Someone.signedInAs("auditor")
                        .request()
                        .get("/desk/audit/decisions.csv?to=x")
                        .then()
                        .statusCode(400)
                        .contentType("text/html")
                        .extract()
                        .asString())
                .contains("to: &quot;x&quot; is no day; write it like 2026-01-31.");
    }

    /** A field of a form, and what it usually holds. */
    private record Field(String name, boolean required, String value) {}

    private List<Field> fields(Endpoint form) {
        List<Field> fields = new ArrayList<>();
        for (Parameter parameter : form.code().getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(RestForm.class))
                    .ifPresent(field -> fields.add(
                            new Field(field.value(), parameter.getType() == String.class, usual(field.value()))));
        }
        return fields;
    }

    private String usual(String field) {
        return switch (field) {
            case "tag" -> "a tag of another text";
            case "text" -> letters.text("2", "2100-02-01T00:00:00Z", Letters.PERMIT);
            case "label" -> "2";
            case "clause" -> "9";
            case "announcedAt" -> "now";
            default -> "";
        };
    }

    private Response send(Endpoint form, Map<String, String> fields) {
        boolean parts = Arrays.asList(
                        form.code().getAnnotation(jakarta.ws.rs.Consumes.class).value())
                .contains("multipart/form-data");
        RequestSpecification request =
                parts ? person(form).partsWithoutToken() : person(form).formWithoutToken();
        request.header("X-CSRF-TOKEN", tokens.computeIfAbsent(form.account(), name -> token(person(form))));
        fields.forEach((name, value) -> {
            if (parts) {
                request.multiPart(name, value);
            } else {
                request.formParam(name, value);
            }
        });
        return request.post(address(form));
    }

    private static String token(Someone person) {
        return person.cookies().replaceAll(".*proviso-csrf=([^;]*).*", "$1");
    }

    private static Map<String, String> values(List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.value()));
        return values;
    }

    @Test
    void no_form_fails_for_a_field_that_is_left_out_and_nothing_is_done() {
        String before = drafting.find(letters.id(), "2").trail().tag();
        int tried = 0;
        for (Endpoint form : Endpoint.ofPages()) {
            if (form.verb().equals("GET") || form.path().endsWith("/sign-out")) {
                continue;
            }
            for (Field left : fields(form)) {
                Map<String, String> others = values(fields(form));
                others.remove(left.name());
                Response response = send(form, others);
                String what = form + " without " + left.name();
                assertThat(response.statusCode())
                        .as(what + ": " + response.asString())
                        .isLessThan(500);
                if (left.required()) {
                    assertThat(response.statusCode()).as(what).isEqualTo(400);
                    assertThat(response.asString())
                            .as(what)
                            .contains("The field &quot;" + left.name() + "&quot; is required.");
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(drafting.find(letters.id(), "2").trail().tag()).isEqualTo(before);
    }

    @Test
    void no_form_fails_for_a_field_that_makes_no_sense_or_that_it_does_not_know() {
        for (Endpoint form : Endpoint.ofPages()) {
            if (form.verb().equals("GET") || form.path().endsWith("/sign-out")) {
                continue;
            }
            for (Field field : fields(form)) {
                for (String garbage : List.of("", "{x}", "+999999999-12-31T23:59:59Z")) {
                    Map<String, String> values = values(fields(form));
                    values.put(field.name(), garbage);
                    Response response = send(form, values);
                    assertThat(response.statusCode())
                            .as(form + " with " + field.name() + "=" + garbage + ": " + response.asString())
                            .isLessThan(500);
                }
            }
            Map<String, String> more = values(fields(form));
            more.put("whatever", "1");
            assertThat(send(form, more).statusCode()).as(form.toString()).isEqualTo(400);
        }
    }

    /** It would have been announced at once. */
    @Test
    void a_publication_whose_time_is_left_out_or_misspelt_does_not_happen() {
        Someone publisher = Someone.signedInAs("publisher");
        String page = letters.draft("2") + "/publication";

        assertThat(publisher
                        .form()
                        .formParam("tag", "t")
                        .formParam("announcedat", "2100-01-01T00:00:00Z")
                        .post(page)
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("announcedat: There is no field of this name here. Did you mean &quot;announcedAt&quot;?");
        assertThat(publisher.open(page + "?when=latr").statusCode(400).extract().asString())
                .contains("A version is announced now or at a time.");
    }
}
