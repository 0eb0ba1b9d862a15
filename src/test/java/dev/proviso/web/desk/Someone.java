package dev.proviso.web.desk;

import static io.restassured.RestAssured.given;

import dev.proviso.TestSettings;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Someone in front of the pages, without a browser: with its cookies, and with nothing that scripts do. */
public final class Someone {

    private static final String TOKEN = "csrf-token";

    private final CookieFilter cookies = new CookieFilter();

    private Someone() {}

    public static Someone unknown() {
        return new Someone();
    }

    public static Someone signedInAs(String account) {
        Someone someone = new Someone();
        someone.open("/desk/sign-in").statusCode(200);
        someone.signIn(account, TestSettings.PASSWORD).statusCode(302);
        return someone;
    }

    /** All that a browser keeps, as it sends it: of one who has opened a page. */
    String cookies() {
        read("/desk");
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    ValidatableResponse signIn(String account, String password) {
        return request()
                .contentType(ContentType.URLENC)
                .formParam("j_username", account)
                .formParam("j_password", password)
                .post("/desk/sign-in/check")
                .then();
    }

    /** Opens a page as it is, without following where it leads. */
    public ValidatableResponse open(String address, Object... values) {
        return request().accept("text/html").get(address, values).then();
    }

    /** Goes to an address as an answer has it, and no further. */
    public ValidatableResponse follow(String location) {
        return request()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(location)
                .then();
    }

    /** The page as a browser shows it. */
    public String read(String address, Object... values) {
        return open(address, values).statusCode(200).extract().asString();
    }

    /** A form of a page, which carries the token of the page. */
    public RequestSpecification form() {
        return formWithoutToken().formParam(TOKEN, token());
    }

    /** A form with many fields, as a browser sends it in parts. */
    RequestSpecification parts() {
        return partsWithoutToken().multiPart(TOKEN, token());
    }

    RequestSpecification partsWithoutToken() {
        return request().contentType("multipart/form-data; charset=UTF-8");
    }

    private String token() {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, read("/desk"))
                .getString("**.find { it.@name == '" + TOKEN + "' }.@value");
    }

    public RequestSpecification formWithoutToken() {
        return request().contentType(ContentType.URLENC);
    }

    public RequestSpecification request() {
        return given().filter(cookies).redirects().follow(false);
    }
}
