package dev.proviso.web.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("system")
class AnswerHeadersTest {

    private static Response get(String address) {
        return given().redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic("auditor", TestSettings.PASSWORD)
                .get(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk",
                "/desk/sign-in",
                "/v1/policies",
                "/v1/decisions",
                "/v1/users/u-1",
                "/v1/nothing",
                "/nothing",
                "/policies/website-privacy",
                "/policies/website-privacy/changes.atom",
                "/.well-known/authzen-configuration",
                "/q/health",
                "/q/openapi",
                "/q/swagger-ui/",
                "/v1;x/policies"
            })
    void no_answer_is_taken_for_something_else_than_it_says_it_is(String address) {
        assertThat(get(address).headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/sign-in",
                "/v1/decisions",
                "/v1/decisions/00000000-0000-0000-0000-000000000001",
                "/v1/users/u-1",
                "/v1/users/u-1/governing?policy=website-privacy",
                "/access/v1/evaluation"
            })
    void what_is_personal_is_kept_by_nobody(String address) {
        assertThat(get(address).headers().getValues("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/openapi", "/q/swagger-ui/"})
    void what_the_server_brings_along_is_shown_in_no_other_page(String address) {
        Response response = get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    /** Without an address of its own, the service can only name the one that it was asked under. */
    @ParameterizedTest
    @ValueSource(strings = {"/policies/website-privacy/changes.atom", "/.well-known/authzen-configuration"})
    void what_names_the_host_of_one_request_is_kept_for_no_other(String address) {
        Response response = given().header("Host", "elsewhere.example.com").get(address);

        assertThat(response.asString()).contains("elsewhere.example.com");
        assertThat(response.header("Cache-Control"))
                .contains("private", "no-cache")
                .doesNotContain("max-age");
    }

    @Test
    void a_script_reads_no_cookie_of_the_pages() {
        Response page = given().redirects().follow(false).get("/desk");
        Response form = given().get("/desk/sign-in");

        assertThat(page.detailedCookie("proviso-wanted").isHttpOnly()).isTrue();
        assertThat(form.detailedCookie("proviso-csrf").isHttpOnly()).isTrue();
        assertThat(Someone.unknown()
                        .signIn("auditor", TestSettings.PASSWORD)
                        .extract()
                        .detailedCookie("proviso-session")
                        .isHttpOnly())
                .isTrue();
    }
}
