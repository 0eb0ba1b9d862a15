package dev.proviso.web.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Endpoint;
import dev.proviso.TestSettings;
import dev.proviso.http.TakesQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All parameters of all addresses, each misspelt, given twice and left empty. */
@QuarkusTest
@Tag("system")
class ParametersTest {

    /** Where a parameter that is not known does no harm, and a link with one must not break. */
    private static final Set<String> PASS_OVER = Set.of(
            "GET /",
            "GET /policies/{policy} as text/html",
            "GET /policies/{policy}/{version} as text/html",
            "GET /desk/sign-in",
            "GET /desk/signed-out");

    private final Map<String, Someone> people = new HashMap<>();

    /** A parameter as it is taken. */
    record Taken(String name, boolean several) {}

    static List<Taken> query(Endpoint endpoint) {
        List<Taken> taken = new ArrayList<>();
        for (Parameter parameter : endpoint.code().getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(RestQuery.class))
                    .ifPresent(query -> taken.add(new Taken(
                            query.value().isEmpty() ? parameter.getName() : query.value(),
                            Collection.class.isAssignableFrom(parameter.getType()))));
        }
        Optional.ofNullable(endpoint.code().getAnnotation(TakesQuery.class))
                .flatMap(read -> Optional.ofNullable(read.value().getAnnotation(TakesQuery.Fields.class)))
                .ifPresent(fields -> {
                    Arrays.stream(fields.value()).forEach(name -> taken.add(new Taken(name, false)));
                    Arrays.stream(fields.several()).forEach(name -> taken.add(new Taken(name, true)));
                });
        return taken;
    }

    private static String type(Endpoint endpoint) {
        return Optional.ofNullable(endpoint.code().getAnnotation(jakarta.ws.rs.Produces.class))
                .map(produces -> produces.value()[0].replaceAll(";.*", ""))
                .orElse("*/*");
    }

    private static String name(Endpoint endpoint) {
        return endpoint.path().startsWith("/policies/") && !endpoint.path().endsWith(".atom")
                ? endpoint + " as " + type(endpoint)
                : endpoint.toString();
    }

    private Response send(Endpoint endpoint, String query) {
        RequestSpecification request;
        if (endpoint.isPage()) {
            Someone person = people.computeIfAbsent(endpoint.account(), Someone::signedInAs);
            request = endpoint.verb().equals("GET")
                    ? person.request()
                    : endpoint.isInParts() ? person.parts() : person.form();
        } else {
            request = given().redirects().follow(false);
            if (!endpoint.isOpen()) {
                request.auth().preemptive().basic(endpoint.account(), TestSettings.PASSWORD);
            }
            if (!endpoint.verb().equals("GET")) {
                request.contentType(Optional.ofNullable(endpoint.code().getAnnotation(jakarta.ws.rs.Consumes.class))
                                .map(consumes -> consumes.value()[0])
                                .orElse("application/json"))
                        .body(new byte[] {'{', '}'});
            }
        }
        return request.accept(type(endpoint))
                .urlEncodingEnabled(false)
                .request(endpoint.verb(), endpoint.address() + "?" + query);
    }

    private static Stream<Endpoint> strict() {
        return Endpoint.all().stream().filter(endpoint -> !PASS_OVER.contains(name(endpoint)));
    }

    private static String misspelt(String name) {
        return name.substring(0, 1) + name;
    }

    private static void refused(Response response, String what, String... words) {
        assertThat(response.statusCode()).as(what + ": " + response.asString()).isEqualTo(400);
        assertThat(response.asString().replace("&quot;", "\"").replace("\\\"", "\""))
                .as(what)
                .contains(words);
    }

    @Test
    void a_misspelt_parameter_is_refused_with_the_nearest_name() {
        List<String> tried = strict().flatMap(
                        endpoint -> query(endpoint).stream().map(taken -> {
                            String what = endpoint + "?" + misspelt(taken.name());
                            refused(
                                    send(endpoint, misspelt(taken.name()) + "=x"),
                                    what,
                                    misspelt(taken.name()) + ": There is no parameter of this name here.",
                                    "Did you mean \"" + taken.name() + "\"?");
                            return what;
                        }))
                .collect(Collectors.toList());

        assertThat(tried).hasSizeGreaterThan(40);
        assertThat(tried).contains("GET /v1/users/{id}/governing?aat", "POST /v1/decisions?eexplain");
    }

    @Test
    void where_none_is_known_any_is_refused() {
        strict().forEach(endpoint -> refused(
                send(endpoint, "whatever=1"),
                endpoint.toString(),
                "whatever: There is no parameter of this name here."));
    }

    @Test
    void one_that_is_taken_once_is_not_given_twice() {
        strict().forEach(endpoint -> query(endpoint).stream()
                .filter(taken -> !taken.several())
                .forEach(taken -> refused(
                        send(endpoint, taken.name() + "=x&" + taken.name() + "=y"),
                        endpoint + "?" + taken.name(),
                        taken.name() + ": This parameter is given 2 times, and taken once.")));
    }

    /** A page sends the fields that were not filled in, too. */
    @Test
    void a_program_leaves_out_what_it_does_not_say() {
        strict().filter(endpoint -> !endpoint.isPage()).forEach(endpoint -> query(endpoint)
                .forEach(taken -> refused(
                        send(endpoint, taken.name() + "="),
                        endpoint + "?" + taken.name(),
                        taken.name() + ": This parameter is empty.")));
    }

    @Test
    void a_word_that_is_nearly_true_is_not_false() {
        refused(
                Someone.signedInAs("drafter").request().get("/desk/documents/website-privacy/2021-11-01?coverage=treu"),
                "coverage",
                "coverage: This parameter is true or false.");
    }

    @Test
    void a_link_to_a_public_page_carries_what_a_newsletter_adds() {
        given().accept("text/html")
                .get("/policies/website-privacy?utm_source=letter&utm_campaign=1&fbclid=x")
                .then()
                .statusCode(200);
        given().accept("text/html")
                .get("/policies/website-privacy/2016-01-14?mc_cid=1")
                .then()
                .statusCode(200);
    }

    @Test
    void who_asks_for_the_records_of_nobody_is_not_given_those_of_everybody() {
        Response response = given().auth()
                .preemptive()
                .basic("auditor", TestSettings.PASSWORD)
                .get("/v1/decisions?usr=u-9&limit=1000");

        refused(response, "usr", "usr: There is no parameter of this name here.", "Did you mean \"user\"?");
        assertThat(response.jsonPath().getList("mistakes.at")).isEqualTo(List.of("usr"));
    }
}
