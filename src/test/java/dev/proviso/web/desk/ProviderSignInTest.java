package dev.proviso.web.desk;

import static dev.proviso.web.desk.Guest.led;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.proviso.Eventually;
import dev.proviso.TestSettings;
import dev.proviso.api.CodeFlow;
import dev.proviso.api.TokenProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the pages at a provider, which is real but for those who sign in there. */
@QuarkusTest
@Tag("system")
@TestProfile(AtOneProvider.class)
class ProviderSignInTest {

    private static final String PAGE =
            "/desk/ask?policy=website-privacy&purpose=marketing.messages.email&data=contact.email";
    private static final String SESSION = "q_session_desk";
    private static final String FAILED = "Signing in did not work";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ConfigProperty(name = TokenProvider.BEGIN)
    String begin;

    @ConfigProperty(name = TokenProvider.SIGNING_KEY)
    String signingKey;

    private final Guest guest = new Guest();

    @BeforeEach
    void begin() {
        given().get(begin).then().statusCode(204);
    }

    @Test
    void who_wants_a_page_comes_to_it_by_way_of_the_provider() {
        String question = guest.question(PAGE);
        Map<String, String> asked = CodeFlow.query(question);
        String page = guest.arrive(guest.answer(question, "drafter-ann"));

        assertThat(question).startsWith(issuer + "/authorize?");
        assertThat(asked)
                .containsEntry("client_id", CodeFlow.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(page).endsWith(PAGE);
        assertThat(guest.someone().read("/desk")).contains("drafter-ann", "Sign out");
    }

    @Test
    void where_there_is_no_page_a_page_says_so() {
        guest.someone().follow("/desk/no-page").statusCode(404).contentType("text/html");
        Guest.signedInAs("drafter-ann").follow("/desk/no-page").statusCode(404).contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.com/desk",
                "//elsewhere.example.com/desk",
                "/v1/policies",
                "/desk/sign-in",
                "javascript:alert(1)",
                "/desk\\@elsewhere.example.com"
            })
    void nobody_is_led_from_the_sign_in_to_another_place_than_a_page(String elsewhere) {
        Someone someone = Guest.signedInAs("drafter-ann");

        String there = someone.request()
                .queryParam("to", elsewhere)
                .get("/desk/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(URI.create(there).getPath()).isEqualTo("/desk");
        assertThat(there).startsWith("/desk");
    }

    @Test
    void a_code_that_was_used_is_worth_nothing() {
        String answer = guest.answer(guest.question(PAGE), "drafter-ann");
        guest.arrive(answer);
        Guest another = new Guest();
        String question = another.question(PAGE);

        refused(another, answered(state(question), code(answer)));
    }

    @Test
    void a_code_that_another_was_given_is_worth_nothing() {
        String answer = guest.answer(guest.question(PAGE), "drafter-ann");
        Guest another = new Guest();
        String question = another.question(PAGE);

        refused(another, answered(state(question), code(answer)));
    }

    @Test
    void an_answer_to_a_question_that_this_browser_did_not_ask_is_refused() {
        String answer = guest.answer(guest.question(PAGE), "drafter-ann");
        Guest another = new Guest();

        refused(another, answer);
        another.question(PAGE);
        refused(another, answer);
        refused(another, answered("made-up", code(answer)));
    }

    @Test
    void a_refusal_of_the_provider_is_a_page() {
        String state = state(guest.question(PAGE));

        refused(guest, "/desk/sign-in?error=access_denied&state=" + state);
    }

    private void refused(Guest guest, String answer) {
        String page = guest.someone()
                .follow(answer)
                .statusCode(401)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page).contains(FAILED, "href=\"/desk\"").doesNotContain("Exception");
        guest.someone().follow("/desk").statusCode(303);
    }

    private static String answered(String state, String code) {
        return "/desk/sign-in?state=" + state + "&code=" + code;
    }

    private static String state(String question) {
        return CodeFlow.query(question).getOrDefault("state", "");
    }

    private static String code(String answer) {
        return CodeFlow.query(answer).getOrDefault("code", "");
    }

    @Test
    void a_session_that_was_tampered_with_is_none() {
        given().redirects()
                .follow(false)
                .cookie(SESSION, "made up")
                .get("/desk")
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .cookie(SESSION, "made up")
                .get("/desk/sign-in")
                .then()
                .statusCode(302)
                .header("Location", startsWith(issuer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/audit", PAGE})
    void who_has_no_role_is_told_and_can_sign_out(String address) {
        Someone visitor = Guest.signedInAs("visitor-vera");

        String page = visitor.open(address).statusCode(403).extract().asString();

        assertThat(page)
                .contains("You have no role here", "visitor-vera", "drafter, approver, publisher, service, auditor")
                .contains("Ask whoever manages accounts", "action=\"/desk/sign-out\"")
                .doesNotContain("href=\"/desk/calendar\"");
    }

    @Test
    void each_role_opens_its_own_pages() {
        Guest.signedInAs("auditor-al").open("/desk/audit").statusCode(200);
        assertThat(Guest.signedInAs("drafter-ann")
                        .open("/desk/audit")
                        .statusCode(403)
                        .extract()
                        .asString())
                .contains("This account may not do that.");
    }

    @Test
    void who_signs_out_does_so_at_the_provider_too() {
        Someone drafter = Guest.signedInAs("drafter-ann");
        drafter.formWithoutToken().post("/desk/sign-out").then().statusCode(400);
        drafter.open("/desk").statusCode(200);

        String there = led(drafter.form().post("/desk/sign-out").then(), 303);
        String back = led(drafter.follow(there), 302);

        assertThat(there).startsWith(issuer + "/end-session?");
        assertThat(CodeFlow.query(there)).containsKey("id_token_hint");
        assertThat(drafter.follow(back).statusCode(200).extract().asString()).contains("You are signed out");
        drafter.open("/desk").statusCode(303);
    }

    @Test
    void forms_lead_to_the_provider_only_from_the_pages_of_those_who_signed_in_there() {
        Someone drafter = Guest.signedInAs("drafter-ann");

        assertThat(policy(drafter, "/desk")).contains("form-action 'self' " + issuer + ";");
        assertThat(policy(Someone.unknown(), "/desk/signed-out")).contains("form-action 'self';");
        assertThat(policy(Someone.unknown(), "/policies/website-privacy")).contains("form-action 'self';");
    }

    private static String policy(Someone someone, String address) {
        return someone.open(address).statusCode(200).extract().header("Content-Security-Policy");
    }

    /** Whatever the address, and were the cookie sent there: a browser sends it to the desk alone. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/policies", "/v1/policies/desk", "/v1/policies/website-privacy", "/v1/decisions"})
    void a_session_does_not_open_what_programs_call(String address) {
        Map<String, String> cookies = guest.cookies(guest.answer(guest.question("/desk"), "auditor-al"));
        assertThat(cookies.keySet()).anyMatch(name -> name.startsWith(SESSION));
        given().cookies(cookies).get("/desk/audit").then().statusCode(200);

        given().cookies(cookies).redirects().follow(false).get(address).then().statusCode(401);
    }

    @Test
    void a_session_writes_nothing_where_programs_write() {
        Map<String, String> cookies = guest.cookies(guest.answer(guest.question("/desk"), "drafter-ann"));

        given().cookies(cookies)
                .contentType("text/markdown")
                .body("---\npolicy: website-privacy\nversion: x\n---\n")
                .post("/v1/policies/website-privacy/drafts")
                .then()
                .statusCode(401);
    }

    @Test
    void the_session_is_for_the_pages_alone_and_no_script_reads_it() {
        String answer = guest.answer(guest.question("/desk"), "drafter-ann");

        var cookie = guest.someone().follow(answer).statusCode(302).extract().detailedCookie(SESSION);

        assertThat(cookie.getPath()).isEqualTo("/desk");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void a_token_opens_what_programs_call_and_no_page() throws Exception {
        byte[] encoded = Base64.getDecoder().decode(signingKey);
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        String token = Jwt.issuer(issuer)
                .subject("1")
                .preferredUserName("drafter-ann")
                .audience(TokenProvider.AUDIENCE)
                .groups(Set.of("drafter"))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(TokenProvider.KEY_ID)
                .sign(key);

        given().auth().oauth2(token).get("/v1/policies").then().statusCode(200);
        given().auth()
                .oauth2(token)
                .redirects()
                .follow(false)
                .get("/desk")
                .then()
                .statusCode(303);
        for (String address : new String[] {"/desk;x/audit", "/desk;x", "/;x/desk", "/desk%3Bx/audit"}) {
            given().auth()
                    .oauth2(token)
                    .urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void a_session_opens_no_call_of_programs_however_its_address_is_written() {
        Map<String, String> cookies = guest.cookies(guest.answer(guest.question("/desk"), "auditor-al"));

        for (String address : new String[] {"/v1;x/policies", "/desk/../v1/policies", "/desk;x/../v1/policies"}) {
            given().cookies(cookies)
                    .urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void a_copy_of_a_session_opens_nothing_once_it_was_signed_out_of() {
        Someone drafter = Guest.signedInAs("drafter-ann");
        String copy = drafter.cookies();
        given().header("Cookie", copy).get("/desk").then().statusCode(200);

        drafter.form().post("/desk/sign-out").then().statusCode(303);

        given().header("Cookie", copy)
                .redirects()
                .follow(false)
                .get("/desk")
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/ask?purpose=a,b", "/desk/documents/a,b", "/desk/ask?purpose=\u00c3\u00a9\"{"})
    void an_address_that_no_cookie_can_have_is_wanted_all_the_same(String address) {
        var answer = dev.proviso.RawHttp.send(URI.create(RestAssured.baseURI + ":" + RestAssured.port), "GET", address);

        // The server itself refuses what no address may hold; nothing is left without an answer.
        assertThat(answer.status()).isIn(302, 303, 400);
        if (answer.status() != 400) {
            assertThat(answer.header("Location")).startsWith("/desk/");
        }
    }

    @Test
    void there_are_no_local_accounts() {
        Someone someone = Someone.unknown();

        someone.signIn("drafter", TestSettings.PASSWORD).statusCode(404);
        someone.follow("/desk").statusCode(303);
        for (String address : new String[] {"/desk", "/desk/audit"}) {
            someone.request()
                    .auth()
                    .preemptive()
                    .basic("auditor", TestSettings.PASSWORD)
                    .get(address)
                    .then()
                    .statusCode(303);
        }
        given().auth()
                .preemptive()
                .basic("drafter", TestSettings.PASSWORD)
                .get("/v1/policies")
                .then()
                .statusCode(401);
    }

    @Test
    void what_a_form_sends_without_a_session_goes_nowhere_and_says_so() {
        String page = guest.someone()
                .request()
                .contentType(ContentType.URLENC)
                .formParam("text", "A long text.")
                .post("/desk/drafts/website-privacy/x")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains("nothing was changed", "What you typed is still in your browser", "target=\"_blank\"");
    }

    @Test
    void a_script_without_a_session_is_told_and_led_nowhere() {
        var sent = guest.someone()
                .request()
                .header("X-CSRF-TOKEN", "of an earlier page")
                .contentType(ContentType.URLENC)
                .formParam("text", "A long text.")
                .post("/desk/drafts/website-privacy/x/editor/text")
                .then()
                .statusCode(401)
                .extract();
        var fetched = guest.someone()
                .request()
                .header("HX-Request", "true")
                .get("/desk/documents/website-privacy/compare/tests?from=2016-01-14&to=2021-11-01")
                .then()
                .statusCode(401)
                .extract();

        assertThat(sent.header("Location")).isNull();
        assertThat(sent.cookies()).isEmpty();
        assertThat(fetched.header("Location")).isNull();
        assertThat(fetched.header("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void a_session_outlasts_an_id_token_that_the_provider_renews() throws Exception {
        Someone drafter = Guest.signedInAs("drafter" + CodeFlow.BRIEF);

        Eventually.holds(
                "a new session in place of the one at its end",
                () -> !drafter.open("/desk").statusCode(200).extract().cookies().isEmpty());
    }

    @Test
    void who_signs_out_when_an_id_token_is_at_its_end_is_out() throws Exception {
        Someone drafter = Guest.signedInAs("drafter" + CodeFlow.BRIEF);
        RequestSpecification signOut = drafter.form();
        // For longer than the token lasts.
        Thread.sleep(Duration.ofSeconds(3).toMillis());

        led(signOut.post("/desk/sign-out").then(), 303);

        drafter.open("/desk").statusCode(303);
    }
}
