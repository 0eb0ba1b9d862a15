package dev.proviso.api;

import static io.restassured.RestAssured.given;

import dev.proviso.TestSettings;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Someone who is signed in. */
public final class Client {

    /** The question of the interface's description: someone who consented to promotional e-mail, and then objected. */
    public static final String QUESTION = """
            {
              "policy": "website-privacy",
              "version": "2016-01-14",
              "at": "2016-02-01T10:00:00+08:00",
              "purpose": "marketing.messages.email",
              "operation": "use",
              "data": "contact.email",
              "source": "direct",
              "recipient": {"kind": "self", "country": "CN"},
              "origin": "CN",
              "destination": "CN",
              "safeguards": [],
              "collectedAt": "2016-01-20T09:00:00+08:00",
              "collectedFor": ["service.registration"],
              "circumstances": {"requested-by-user": false},
              "attributes": {"channel": "web"},
              "user": {
                "id": "u-1",
                "country": "CN",
                "timeZone": "Asia/Shanghai",
                "birthDate": "1986-03-01",
                "consents":   [{"by": "user", "form": "explicit", "scope": ["marketing.messages.email"], "givenAt": "2016-01-15T00:00:00Z", "withdrawnAt": null}],
                "objections": [{"scope": ["marketing"], "madeAt": "2016-01-30T00:00:00Z", "liftedAt": null}],
                "refusals":   ["cookie"],
                "uses":       ["2016-01-15T00:00:00Z"],
                "attributes": {"citizenship": "CN"}
              }
            }
            """;

    private Client() {}

    public static RequestSpecification as(String account) {
        return given().filter(new AsDescribed()).auth().preemptive().basic(account, TestSettings.PASSWORD);
    }

    /** The header that signs an account in. */
    static String credentials(String account) {
        String pair = account + ":" + TestSettings.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse ask(String question) {
        return as("service")
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/decisions")
                .then();
    }
}
