package dev.proviso.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Endpoint;
import dev.proviso.RawHttp;
import dev.proviso.RawHttp.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All forms of the pages, by each Content-Type that one can be sent with, without the token of a page or with another. */
@QuarkusTest
@Tag("system")
class FormTokensTest {

    private static final List<String> TYPES = List.of(
            "",
            "*/*",
            "application/*",
            "*",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "Application/X-WWW-Form-Urlencoded",
            "application/x-www-form-urlencoded, text/plain",
            "multipart/form-data; boundary=b",
            "Multipart/Form-Data; boundary=b",
            "multipart/form-data",
            "multipart/mixed; boundary=b",
            "multipart/*; boundary=b",
            "text/plain",
            "application/json",
            "form");

    private static final String WRONG = "AAAAAAAAAAAAAAAAAAAAAA";

    @TestHTTPResource("/")
    URI service = URI.create("http://127.0.0.1/");

    private final Map<String, String> cookies = new HashMap<>();

    private static List<Endpoint> forms() {
        return Endpoint.ofPages().stream()
                .filter(endpoint -> !endpoint.verb().equals("GET"))
                .toList();
    }

    private String cookies(String account) {
        return cookies.computeIfAbsent(account, name -> Someone.signedInAs(name).cookies());
    }

    private static Map<String, String> fields(Endpoint form, String token) {
        Map<String, String> fields = List.of(form.code().getParameters()).stream()
                .filter(parameter -> parameter.isAnnotationPresent(RestForm.class))
                .collect(Collectors.toMap(
                        parameter -> parameter.getAnnotation(RestForm.class).value(), parameter -> "1"));
        if (!token.isEmpty()) {
            fields.put("csrf-token", token);
        }
        return fields;
    }

    private static String body(String type, Map<String, String> fields) {
        if (type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart")) {
            return fields.entrySet().stream()
                            .map(field -> "--b\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                    + "\"\r\n\r\n" + field.getValue() + "\r\n")
                            .collect(Collectors.joining())
                    + "--b--\r\n";
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private Answer send(Endpoint form, String type, String token, String... more) {
        return send(form, type, fields(form, token), more);
    }

    private Answer send(Endpoint form, String type, Map<String, String> fields, String... more) {
        List<String> headers = new java.util.ArrayList<>(List.of(more));
        headers.add("Cookie: " + cookies(form.account()));
        if (!type.isEmpty()) {
            headers.add("Content-Type: " + type);
        }
        return RawHttp.sendFrom(
                "127.0.0.1", service, form.verb(), form.address(), body(type, fields), headers.toArray(String[]::new));
    }

    @Test
    void no_form_does_anything_without_its_token_whatever_it_says_that_it_is() {
        assertThat(forms()).hasSizeGreaterThan(12);
        for (Endpoint form : forms()) {
            for (String type : TYPES) {
                for (String token : List.of("", WRONG)) {
                    assertThat(send(form, type, token).status())
                            .as("%s as \"%s\" with the token \"%s\"", form, type, token)
                            .isIn(400, 415);
                }
                assertThat(send(form, type, "", "X-CSRF-TOKEN: " + WRONG).status())
                        .as("%s as \"%s\" with a wrong header", form, type)
                        .isIn(400, 415);
            }
        }
    }

    /** Were all of them refused for another reason, the test above would pass too. */
    @Test
    void with_its_token_a_form_is_looked_at() {
        for (Endpoint form : forms()) {
            if (form.path().endsWith("/sign-out")) {
                continue;
            }
            String token = cookies(form.account()).replaceAll(".*proviso-csrf=([^;]*).*", "$1");
            String type = form.isInParts() ? "multipart/form-data; boundary=b" : TYPES.get(4);

            Answer answer = send(form, type, token);

            assertThat(answer.body()).as(form.toString()).doesNotContain("This form is out of date");
            assertThat(answer.status()).as(form.toString()).isNotEqualTo(415).isLessThan(500);
        }
    }

    /** Of a version that is published, so that nothing can be done. */
    @Test
    void with_its_token_no_form_fails_whatever_is_left_out_and_whatever_it_says_that_it_is() {
        int tried = 0;
        for (Endpoint form : forms()) {
            if (form.path().endsWith("/sign-out")) {
                continue;
            }
            String token = cookies(form.account()).replaceAll(".*proviso-csrf=([^;]*).*", "$1");
            for (String left : fields(form, "").keySet()) {
                for (String type : TYPES) {
                    Map<String, String> fields = fields(form, token);
                    fields.remove(left);

                    Answer answer = send(form, type, fields, "X-CSRF-TOKEN: " + token);

                    assertThat(answer.status())
                            .as("%s as \"%s\" without %s", form, type, left)
                            .isBetween(200, 499);
                    assertThat(answer.body()).doesNotContain("Exception");
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20 * TYPES.size());
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_token() {
        for (Endpoint form : forms()) {
            String token = cookies(form.account()).replaceAll(".*proviso-csrf=([^;]*).*", "$1");
            for (String site : List.of("cross-site", "same-site")) {
                assertThat(send(form, TYPES.get(4), token, "Sec-Fetch-Site: " + site)
                                .status())
                        .as(form.toString())
                        .isEqualTo(403);
            }
        }
    }
}
