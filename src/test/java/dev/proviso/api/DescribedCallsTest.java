package dev.proviso.api;

import static dev.proviso.api.Client.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.proviso.api.Description.Call;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The description names every call of the interface and no other, and what each of them answers is as it says. */
@QuarkusTest
@Tag("system")
class DescribedCallsTest {

    private static final String PAGES = "dev.proviso.web.desk";

    private static final List<String> NOTHING_THERE =
            List.of("There is nothing at this address.", "This address does not know that method.");

    private final Set<String> succeeded = new TreeSet<>();
    private Description description;

    @BeforeEach
    void read() {
        description = Description.read();
    }

    @Test
    void every_call_of_the_program_is_described_and_no_other() throws IOException {
        Set<String> served = new TreeSet<>();
        for (Class<?> type : classesOfTheProgram()) {
            Stream.of(type.getDeclaredMethods())
                    .flatMap(DescribedCallsTest::served)
                    .forEach(served::add);
        }

        assertThat(described()).isEqualTo(served);
        assertThat(served).hasSizeGreaterThan(25);
    }

    @Test
    void every_call_is_described_with_the_roles_that_may_make_it() throws IOException {
        Map<String, String> allowed = new TreeMap<>();
        for (Class<?> type : classesOfTheProgram()) {
            for (Method method : type.getDeclaredMethods()) {
                served(method).forEach(call -> allowed.put(call, who(method)));
            }
        }

        Map<String, String> promised = new TreeMap<>();
        description.calls().forEach(call -> promised.put(call.toString(), who(call)));
        assertThat(promised).isEqualTo(allowed);
    }

    private static String who(Call call) {
        JsonNode security = call.described().path("security");
        if (security.isMissingNode()) {
            return "signed in";
        }
        Set<String> roles = new TreeSet<>();
        security.forEach(way -> way.forEach(of -> of.forEach(role -> roles.add(role.asText()))));
        return security.path(0).isEmpty() ? "anyone" : roles.isEmpty() ? "signed in" : roles.toString();
    }

    private static String who(Method method) {
        AnnotatedElement said = Stream.of(method, method.getDeclaringClass())
                .filter(each -> Stream.of(RolesAllowed.class, Authenticated.class, PermitAll.class)
                        .anyMatch(each::isAnnotationPresent))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " says nobody who may call it"));
        RolesAllowed roles = said.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return new TreeSet<>(List.of(roles.value())).toString();
        }
        return said.isAnnotationPresent(PermitAll.class) ? "anyone" : "signed in";
    }

    private Set<String> described() {
        return description.calls().stream().map(Call::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> classesOfTheProgram() throws IOException {
        java.nio.file.Path root = java.nio.file.Path.of("target", "classes");
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("dev"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(DescribedCallsTest::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    // Pages are for people: what they look like is no promise to programs.
                    .filter(type -> !type.getPackageName().startsWith(PAGES))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.replace(".class", "").replace(java.io.File.separatorChar, '.');
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> served(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> verb.value() + " " + path(method.getDeclaringClass()) + path(method));
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    @Test
    void every_call_that_is_described_is_served() {
        for (Call call : description.calls()) {
            boolean open = who(call).equals("anyone");

            ValidatableResponse response = unsigned(call).then();

            int known = call.path().contains("{") ? 404 : 200;
            assertThat(response.extract().statusCode()).as(call.toString()).isEqualTo(open ? known : 401);
            assertThat(response.extract().asString()).as(call.toString()).doesNotContain(NOTHING_THERE);
        }
    }

    private static Response unsigned(Call call) {
        RequestSpecification request = given();
        call.bodies().fieldNames().forEachRemaining(type -> request.contentType(type)
                .body(new byte[] {'{', '}'}));
        return request.request(call.method(), call.path().replaceAll("\\{[^}]*}", "x"));
    }

    @Test
    void no_address_that_is_described_knows_another_method() {
        Set<String> described = described();
        List<String> paths =
                description.calls().stream().map(Call::path).distinct().toList();
        for (String path : paths) {
            Stream.of("GET", "PUT", "POST", "DELETE", "PATCH")
                    .filter(method -> !described.contains(method + " " + path))
                    .forEach(method -> as("service")
                            .request(method, path.replaceAll("\\{[^}]*}", "x"))
                            .then()
                            .statusCode(is(in(List.of(404, 405))))
                            .body("detail", is(in(NOTHING_THERE))));
        }
    }

    @Test
    void what_is_not_described_is_found() {
        Call decide = description.call("POST", "/v1/decisions").orElseThrow();
        String answer = Client.ask(Client.QUESTION).extract().asString();

        assertThat(description.faults(decide, 200, "application/json", answer)).isEmpty();
        assertThat(description.faults(decide, 200, "application/json", answer.replace("\"DENY\"", "\"NO\"")))
                .isNotEmpty();
        assertThat(description.faults(decide, 200, "application/json", answer.replace("\"clause\"", "\"claus\"")))
                .isNotEmpty();
        assertThat(description.faults(decide, 200, "application/json", answer.replaceFirst("\\{", "{\"more\": 1,")))
                .isNotEmpty();
        assertThat(description.faults(decide, 200, "application/json", answer.replace("T10:00:00+08:00", "")))
                .isNotEmpty();
        assertThat(description.faults(decide, 418, "application/json", answer)).isNotEmpty();
        assertThat(description.faults(decide, 200, "text/html", answer)).isNotEmpty();
    }

    /** The way of a question, a version and a user through the whole interface. Each answer is held against the description. */
    @Test
    void every_call_succeeds_and_answers_as_described() {
        askAndReplay();
        askInTheStandardsWords();
        draftAndPublish("letters-" + UUID.randomUUID().toString().substring(0, 8));
        recordAndErase("/v1/users/" + UUID.randomUUID());

        assertThat(succeeded).isEqualTo(described());
    }

    private void askAndReplay() {
        String id = step("service", "POST", "/v1/decisions?explain=full", Client.QUESTION)
                .path("id");
        step("service", "POST", "/v1/decisions/batch", "{\"questions\": [" + Client.QUESTION + "]}");
        step("auditor", "GET", "/v1/decisions");
        step("auditor", "GET", "/v1/decisions/" + id);
        step("auditor", "POST", "/v1/decisions/" + id + "/replay", "{}");
    }

    private void askInTheStandardsWords() {
        String request = """
                {"subject": {"type": "user", "id": "u-1", "properties": {"country": "CN"}},
                 "action": {"name": "service.requested"},
                 "resource": {"type": "contact", "id": "contact.email", "properties": {"source": "direct"}},
                 "context": {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-02-01T10:00:00+08:00"}}""";
        step("service", "GET", "/.well-known/authzen-configuration");
        List.of("evaluation", "evaluations", "search/subject", "search/resource", "search/action")
                .forEach(call -> step("service", "POST", "/access/v1/" + call, request));
    }

    private void draftAndPublish(String policy) {
        String document = DraftsTest.document(
                policy, "1", "2100-01-01T00:00:00Z", "Permit use of contact for service.registration.");
        String about = "/v1/policies/" + policy;
        String draft = about + "/drafts/1";
        step("drafter", "POST", "/v1/documents/check", document);
        step("drafter", "POST", "/v1/documents/import", document);
        step(
                "drafter",
                "POST",
                "/v1/documents/test",
                DraftTestsTest.request(document, DraftTestsTest.tests(policy, "contact.email", "PERMIT")));
        step("drafter", "POST", about + "/drafts", document);
        step("drafter", "GET", draft);
        step("drafter", "PUT", draft, document + "\n");
        step("approver", "POST", draft + "/remarks", "{\"clause\": \"1\", \"comment\": \"Which?\"}");
        step("drafter", "POST", draft + "/remarks/3/settle", "{}");
        step("drafter", "GET", draft + "/tests");
        step("drafter", "PUT", draft + "/tests", "{\"files\": []}");
        step("drafter", "POST", draft + "/submit", "{\"acknowledged\": [\"*\"]}");
        step("approver", "POST", draft + "/reject", "{\"comment\": \"once more\"}");
        step("drafter", "POST", draft + "/submit", "{\"acknowledged\": [\"*\"]}");
        step("approver", "POST", draft + "/approve", "{\"comment\": \"fine\"}");
        step("publisher", "POST", draft + "/publish", "{}");
        step("auditor", "GET", "/v1/policies");
        step("auditor", "GET", "/v1/law/changes?from=2024-01-01&until=2024-01-01");
        step("auditor", "GET", about);
        step("auditor", "GET", about + "/versions/1");
        step("auditor", "GET", about + "/versions/1/tests");
        step("auditor", "GET", about + "/chain");
        step("auditor", "GET", about + "/compare?from=1&to=1");
        step("auditor", "GET", "/policies/" + policy);
        step("auditor", "GET", "/policies/" + policy + "/1");
        step("auditor", "GET", "/policies/" + policy + "/changes.atom");
        step("publisher", "POST", about + "/versions/1/withdraw", "{}");
    }

    private void recordAndErase(String user) {
        step("service", "PUT", user, "{\"country\": \"CN\", \"birthDate\": \"1986-03-01\"}");
        step("service", "POST", user + "/consents", """
                {"by": "user", "form": "explicit", "scope": ["marketing"], "givenAt": "2016-01-15T00:00:00Z"}""");
        step("service", "POST", user + "/objections", """
                {"scope": ["*"], "madeAt": "2016-01-30T00:00:00Z"}""");
        step("service", "POST", user + "/refusals", "\"cookie\"");
        step("service", "POST", user + "/uses", """
                {"at": "2016-01-20T00:00:00Z"}""");
        step("service", "POST", user + "/acceptances", """
                {"policy": "website-privacy", "version": "2016-01-14", "at": "2016-01-20T00:00:00Z"}""");
        step("service", "GET", user + "/governing?policy=website-privacy");
        step("service", "GET", user);
        step("service", "DELETE", user);
    }

    private void step(String account, String method, String address) {
        succeeds(as(account), method, address);
    }

    private Response step(String account, String method, String address, String body) {
        RequestSpecification request = as(account).header("If-Match", "*").body(body);
        request.contentType(body.startsWith("---") ? "text/markdown" : "application/json");
        return succeeds(request, method, address);
    }

    private Response succeeds(RequestSpecification request, String method, String address) {
        Response response = request.request(method, address);
        assertThat(response.statusCode())
                .as("%s %s: %s", method, address, response.asString())
                .isBetween(200, 204);
        String path = address.replaceAll("\\?.*", "");
        succeeded.add(description.call(method, path).orElseThrow().toString());
        return response;
    }
}
