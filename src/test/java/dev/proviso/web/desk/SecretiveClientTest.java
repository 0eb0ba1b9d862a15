package dev.proviso.web.desk;

import static dev.proviso.web.desk.Guest.led;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.api.CodeFlow;
import dev.proviso.api.TokenProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A provider that is away at first, asks for a secret, says in access tokens alone what people are, and has no place where a
 * session ends.
 */
@QuarkusTest
@Tag("system")
@TestProfile(SecretiveClientTest.WithSecret.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretiveClientTest {

    public static final class WithSecret extends AtOneProvider {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.oidc.client-id", CodeFlow.CONFIDENTIAL_CLIENT);
            settings.put("quarkus.oidc.credentials.secret", CodeFlow.SECRET);
            settings.put("quarkus.oidc.token.principal-claim", "sub");
            settings.put("quarkus.oidc.desk.roles.source", "accesstoken");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TokenProvider.class, Map.of(TokenProvider.ENDLESS, "true")));
        }
    }

    @ConfigProperty(name = TokenProvider.BEGIN)
    String begin;

    @Test
    @Order(1)
    void while_the_provider_is_away_nobody_comes_in_and_a_page_says_so() {
        Someone someone = Someone.unknown();
        String door = led(someone.follow("/desk/calendar"), 303);
        String page = someone.follow(door)
                .statusCode(503)
                .contentType("text/html")
                .header("Retry-After", "5")
                .extract()
                .asString();

        assertThat(page)
                .contains("Nobody can sign in right now", "could not be reached")
                .doesNotContain("Exception");
        given().cookie("q_session_desk", "made up")
                .get("/desk")
                .then()
                .statusCode(503)
                .contentType("text/html");
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"/policies/website-privacy", "/q/health/live", "/desk/signed-out"})
    void while_the_provider_is_away_the_public_and_the_health_are_served(String address) {
        given().get(address).then().statusCode(200);
    }

    @Test
    @Order(3)
    void roles_come_from_the_access_token_and_names_from_the_claim_that_the_operator_chose() {
        given().get(begin).then().statusCode(204);

        String library = Guest.signedInAs("auditor-al").read("/desk");

        assertThat(library).contains("the number of auditor-al", "href=\"/desk/audit\"");
    }

    @Test
    @Order(4)
    void where_the_provider_ends_no_session_that_of_the_pages_ends() {
        given().get(begin).then().statusCode(204);
        Someone auditor = Guest.signedInAs("auditor-al");
        String policy = auditor.open("/desk").extract().header("Content-Security-Policy");

        String there = led(auditor.form().post("/desk/sign-out").then(), 303);

        assertThat(policy).contains("form-action 'self';");
        assertThat(there).endsWith("/desk/signed-out");
        assertThat(auditor.read("/desk/signed-out")).contains("You are signed out", "sign-in page, too");
        auditor.open("/desk").statusCode(303);
    }
}
