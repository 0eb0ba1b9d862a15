package dev.proviso.web.desk;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Someone, without a browser, who signs in at a provider step by step. */
final class Guest {

    private final Someone someone = Someone.unknown();

    Someone someone() {
        return someone;
    }

    /** Someone who is signed in. */
    static Someone signedInAs(String user) {
        Guest guest = new Guest();
        guest.arrive(guest.answer(guest.question("/desk"), user));
        return guest.someone;
    }

    /** Where the provider is asked who this is, on the way to a page. */
    String question(String page) {
        String door = led(someone.follow(page), 303);
        return led(someone.follow(door), 302);
    }

    /** Where the provider leads back to once it knows. */
    String answer(String question, String user) {
        return led(someone.follow(question + "&user=" + user), 302);
    }

    /** The cookies that come with the answer. */
    Map<String, String> cookies(String answer) {
        return someone.follow(answer).statusCode(302).extract().cookies();
    }

    /** From the answer to where it all leads. */
    String arrive(String answer) {
        String address = answer;
        ValidatableResponse response = someone.follow(address);
        while (response.extract().statusCode() / 100 == 3) {
            address = response.extract().header("Location");
            response = someone.follow(address);
        }
        return address;
    }

    static String led(ValidatableResponse response, int status) {
        return response.statusCode(status).extract().header("Location");
    }
}
