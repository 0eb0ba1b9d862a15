package dev.proviso.api;

import static dev.proviso.api.Client.QUESTION;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with the tokens of a provider, which is real but for those who would sign in there. */
@QuarkusTest
@Tag("system")
@TestProfile(TokensTest.WithProvider.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokensTest {

    public static final class WithProvider implements QuarkusTestProfile {

        /** The application is built before the provider has an address, and must know by then that there will be one. */
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "${" + TokenProvider.ADDRESS + ":http://localhost:1}",
                    "quarkus.oidc.token.audience",
                    TokenProvider.AUDIENCE,
                    "proviso.limits.requests-per-second",
                    "2",
                    "proviso.limits.questions-per-batch",
                    "30");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TokenProvider.class));
        }
    }

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ConfigProperty(name = TokenProvider.SIGNING_KEY)
    String signingKey;

    @ConfigProperty(name = TokenProvider.BEGIN)
    String begin;

    /** Someone who has made no request yet. */
    private final String caller = "caller-" + UUID.randomUUID();

    /** The key of the provider, which has begun. */
    private PrivateKey key() throws Exception {
        given().get(begin).then().statusCode(204);
        byte[] encoded = Base64.getDecoder().decode(signingKey);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** What the provider says of the caller. */
    private JwtClaimsBuilder claims(String... roles) {
        return Jwt.issuer(issuer)
                .subject(UUID.randomUUID().toString())
                .preferredUserName(caller)
                .audience(TokenProvider.AUDIENCE)
                .groups(Set.of(roles))
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(5));
    }

    private String signed(JwtClaimsBuilder claims) throws Exception {
        return claims.jws().keyId(TokenProvider.KEY_ID).sign(key());
    }

    private String token(String... roles) throws Exception {
        return signed(claims(roles));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse ask(RequestSpecification who, UnaryOperator<String> question) {
        return who.contentType(ContentType.JSON)
                .body(question.apply(QUESTION))
                .post("/v1/decisions")
                .then();
    }

    private static ValidatableResponse ask(String token) {
        return ask(with(token), UnaryOperator.identity());
    }

    private static void isRefused(ValidatableResponse response) {
        response.statusCode(401).contentType("application/problem+json");
        assertThat(response.extract().header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(response.extract().jsonPath().getString("detail"))
                .isEqualTo(
                        "Sign in first: the token is missing, is out of date, or was not made for this service by its"
                                + " provider.");
        assertThat(response.extract().jsonPath().getMap("$")).doesNotContainKeys("decision", "permitted");
    }

    @Test
    void the_token_of_a_service_asks_and_its_name_stands_in_the_record() throws Exception {
        String id = ask(token("service")).statusCode(200).extract().path("id");

        ValidatableResponse kept = with(token("service", "auditor"))
                .get("/v1/decisions/" + id)
                .then()
                .statusCode(200);
        assertThat(kept.extract().<String>path("asker")).isEqualTo(caller);
    }

    /** It is away until another test asks for a token. */
    @Test
    @Order(1)
    void while_the_provider_is_away_nobody_gets_in_and_the_service_says_so() {
        ValidatableResponse response = ask("e30.e30.e30");

        response.statusCode(503).contentType("application/problem+json").header("Retry-After", "5");
        assertThat(response.extract().jsonPath().getString("type")).isEqualTo("urn:proviso:problem:tokens-unchecked");
        assertThat(response.extract().jsonPath().getMap("$")).doesNotContainKeys("decision", "permitted");
    }

    @Test
    void nobody_asks_unsigned() {
        isRefused(ask(given(), UnaryOperator.identity()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "auditor"})
    void there_are_no_local_accounts(String account) {
        isRefused(ask(given().auth().preemptive().basic(account, TestSettings.PASSWORD), UnaryOperator.identity()));
    }

    @Test
    void a_token_that_is_out_of_date_is_refused() throws Exception {
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));

        isRefused(ask(signed(claims("service").issuedAt(anHourAgo).expiresAt(anHourAgo.plusSeconds(300)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-service", "proviso-admin", "any", ""})
    void a_token_for_another_audience_is_refused(String audience) throws Exception {
        isRefused(ask(signed(claims("service").audience(audience))));
    }

    @Test
    void a_token_for_no_audience_is_refused() throws Exception {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .subject("1")
                .preferredUserName(caller)
                .groups("service")
                .expiresIn(Duration.ofMinutes(5));

        isRefused(ask(signed(claims)));
    }

    @Test
    void a_token_for_several_audiences_is_taken_if_this_service_is_one() throws Exception {
        ask(signed(claims("service").audience(Set.of("another-service", TokenProvider.AUDIENCE))))
                .statusCode(200);
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        isRefused(ask(signed(claims("service").issuer("https://elsewhere.example.com"))));
    }

    @Test
    void a_token_that_another_key_signed_is_refused() throws Exception {
        PrivateKey another = KeyUtils.generateKeyPair(2048).getPrivate();

        isRefused(ask(claims("service").jws().keyId(TokenProvider.KEY_ID).sign(another)));
        isRefused(ask(claims("service").jws().keyId("another").sign(another)));
    }

    @Test
    void a_token_that_is_signed_with_what_everyone_knows_is_refused() throws Exception {
        byte[] publiclyKnown = "the public key is no secret, and so no secret key".getBytes(StandardCharsets.US_ASCII);
        String token = claims("service")
                .jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(TokenProvider.KEY_ID)
                .sign(new SecretKeySpec(publiclyKnown, "HmacSHA256"));

        isRefused(ask(token));
    }

    @Test
    void a_token_that_nobody_signed_is_refused() throws Exception {
        String[] parts = token("service").split("\\.");
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));

        isRefused(ask(header + "." + parts[1] + "."));
        isRefused(ask(parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"an-opaque-token", "a.b.c", "", "e30.e30.e30"})
    void what_is_no_token_is_refused_even_if_the_provider_would_vouch_for_it(String text) throws Exception {
        ask(token("service")).statusCode(200);

        isRefused(ask(text));
    }

    @Test
    void a_caller_without_a_name_is_refused_for_records_need_one() throws Exception {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .audience(TokenProvider.AUDIENCE)
                .groups("service")
                .expiresIn(Duration.ofMinutes(5));

        isRefused(ask(signed(claims)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drafter", "approver", "publisher", "auditor", "Service", "services", "admin"})
    void another_role_than_service_does_not_ask_and_may_try(String role) throws Exception {
        String token = token(role);

        assertThat(ask(token).statusCode(403).extract().jsonPath().getMap("$")).doesNotContainKey("decision");
        ask(with(token), question -> question.replaceFirst("\\{", "{\"trial\": true,"))
                .statusCode(200);
    }

    @Test
    void roles_are_found_where_keycloak_puts_them() throws Exception {
        JwtClaimsBuilder claims = Jwt.issuer(issuer)
                .subject("1")
                .preferredUserName(caller)
                .audience(TokenProvider.AUDIENCE)
                .claim("realm_access", Map.of("roles", List.of("service")))
                .expiresIn(Duration.ofMinutes(5));

        ask(signed(claims)).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "service,   403, 403, 204, 403",
        "drafter,   403, 403, 403, 400",
        "approver,  403, 404, 403, 403",
        "publisher, 403, 403, 403, 403",
        "auditor,   200, 403, 403, 403",
    })
    void each_role_may_do_its_own(String role, int list, int approve, int erase, int draft) throws Exception {
        assertThat(statuses(role)).containsExactly(list, approve, erase, draft);
    }

    /** Of listing records, approving, erasing and drafting, each asked by a caller of its own. */
    private List<Integer> statuses(String role) throws Exception {
        Stream.Builder<Integer> statuses = Stream.builder();
        statuses.add(as(role).get("/v1/decisions?limit=1").statusCode());
        statuses.add(as(role).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .post("/v1/policies/website-privacy/drafts/none/approve")
                .statusCode());
        statuses.add(as(role).delete("/v1/users/" + UUID.randomUUID()).statusCode());
        statuses.add(as(role).contentType("text/markdown")
                .body("no document")
                .post("/v1/policies/website-privacy/drafts")
                .statusCode());
        return statuses.build().toList();
    }

    private RequestSpecification as(String role) throws Exception {
        return with(signed(claims(role).preferredUserName("caller-" + UUID.randomUUID())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/health/live", "/policies/website-privacy"})
    void the_public_and_the_health_need_no_token(String address) {
        given().get(address).then().statusCode(200);
    }

    @Test
    void where_the_pages_are_no_client_of_the_provider_the_sign_in_says_what_to_do() {
        String page = given().get("/desk")
                .then()
                .statusCode(503)
                .contentType(ContentType.HTML)
                .extract()
                .asString();

        assertThat(page).contains("Nobody can sign in to these pages yet", "QUARKUS_OIDC_CLIENT_ID");
    }

    @Test
    void one_who_asks_too_often_is_told_when_to_ask_again_and_others_are_not() throws Exception {
        String token = token("service");

        List<ValidatableResponse> responses =
                IntStream.range(0, 40).mapToObj(i -> ask(token)).toList();

        ValidatableResponse refused = responses.stream()
                .filter(response -> response.extract().statusCode() != 200)
                .findFirst()
                .orElseThrow();
        refused.statusCode(429).contentType("application/problem+json").header("Retry-After", "1");
        assertThat(refused.extract().jsonPath().getMap("$")).doesNotContainKeys("decision", "permitted");
        ask(signed(claims("service").preferredUserName("another-" + caller))).statusCode(200);
    }

    private static ValidatableResponse askTogether(String token, int questions) {
        String list = (QUESTION + ",").repeat(questions);
        return with(token)
                .contentType(ContentType.JSON)
                .body("{\"questions\": [" + list.substring(0, list.length() - 1) + "]}")
                .post("/v1/decisions/batch")
                .then();
    }

    @Test
    void each_question_of_a_batch_counts_and_its_caller_waits_for_them_all() throws Exception {
        String token = token("service");

        assertThat(askTogether(token, 30).statusCode(200).extract().jsonPath().getList("answers"))
                .hasSize(30);

        int wait = Integer.parseInt(ask(token).statusCode(429).extract().header("Retry-After"));
        assertThat(wait).isBetween(2, 15);
        ask(signed(claims("service").preferredUserName("another-" + caller))).statusCode(200);
    }

    @Test
    void more_questions_than_the_operator_lets_come_together_are_refused() throws Exception {
        ValidatableResponse refused = askTogether(token("service"), 31);

        refused.statusCode(400).contentType("application/problem+json");
        assertThat(refused.extract().asString()).contains("There are more than 30 questions.");
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        ask(with(token("service")), question -> " ".repeat(2 << 20) + question).statusCode(413);
        ask(with(token("service")), question -> " ".repeat(13 << 20) + question).statusCode(413);
    }
}
