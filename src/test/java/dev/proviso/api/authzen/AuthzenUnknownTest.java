package dev.proviso.api.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of a question × every place of a request where it is not read, and each misspelt at its own. */
class AuthzenUnknownTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Vocabulary WORDS =
            Documents.vocabulary(new Source("words", """
                    vocabulary: words
                    purposes: {service: {label: Service}}
                    operations: {use: {noun: use}}
                    data: {contact: {label: Contact}}
                    circumstances:
                      requested-by-user: {type: boolean, phrase: the user asked for it}
                    attributes:
                      user: {citizenship: text}
                      data: {sensitivity: text}
                      request: {channel: text}
                    """)).value().orElseThrow();

    private static final String REQUEST = """
            {"subject": {"type": "user", "id": "u-1", "properties": {}},
             "action": {"name": "service", "properties": {}},
             "resource": {"type": "contact", "id": "contact", "properties": {}},
             "context": {}}""";

    private static final List<String> PLACES = List.of(
            "",
            "subject",
            "action",
            "resource",
            "subject.properties",
            "action.properties",
            "resource.properties",
            "context");

    /** A word, and where it is read. */
    private record Home(String place, String word) {}

    private static List<Home> homes() {
        return Stream.concat(
                        AuthzenWords.READ.entrySet().stream().flatMap(place -> place.getValue().stream()
                                .map(word -> new Home(place.getKey(), word))),
                        Stream.of(
                                new Home("subject.properties", "citizenship"),
                                new Home("resource.properties", "sensitivity"),
                                new Home("context", "channel"),
                                new Home("context", "requested-by-user")))
                .toList();
    }

    private static List<Mistake> mistakes(String place, String word) throws Exception {
        ObjectNode json = (ObjectNode) JSON.readTree(REQUEST);
        JsonNode at = json.at(place.isEmpty() ? "" : "/" + place.replace('.', '/'));
        ((ObjectNode) at).putNull(word);
        BadJson bad = catchThrowableOfType(BadJson.class, () -> AuthzenUnknown.check(AuthzenRequest.read(json), WORDS));
        return bad == null ? List.of() : bad.mistakes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "context | policy version at trial recipient origin destination safeguards collectedAt collectedFor explain"
                        + " supported_mandatory_extensions supported_obligations channel requested-by-user",
                "subject | source sensitivity",
                "action | country timeZone age attributes uses source citizenship sensitivity",
                "resource | country timeZone age attributes uses citizenship",
                "subject.properties | country timeZone birthDate age ageAtLeast consents objections refusals uses acceptances"
                        + " attributes citizenship channel requested-by-user source policy version at trial explain sensitivity",
                "action.properties | operation channel requested-by-user country timeZone age attributes uses source policy version at"
                        + " trial explain citizenship sensitivity",
                "resource.properties | source sensitivity channel requested-by-user country timeZone age attributes uses policy version"
                        + " at trial explain citizenship",
            })
    void a_word_in_the_wrong_place_is_refused_with_the_right_one(String place, String allowed) throws Exception {
        Set<String> passed = new TreeSet<>();
        for (Home home : homes()) {
            List<Mistake> mistakes = mistakes(place, home.word());
            if (mistakes.isEmpty()) {
                passed.add(home.word());
            } else {
                assertThat(mistakes).hasSize(1);
                assertThat(mistakes.get(0).at()).isEqualTo(place.isEmpty() ? home.word() : place + "." + home.word());
                assertThat(mistakes.get(0).nearest()).contains(home.place() + "." + home.word());
            }
        }

        assertThat(String.join(" ", passed)).isEqualTo(String.join(" ", new TreeSet<>(List.of(allowed.split(" ")))));
    }

    @Test
    void a_word_that_is_nearly_read_is_refused_with_the_one_that_is() throws Exception {
        for (Home home : homes()) {
            String word = home.word();
            if (word.length() < 6) {
                continue;
            }
            for (String wrong : List.of(
                    word.substring(0, 2) + word.substring(3),
                    word + "s",
                    word.charAt(0) + "q" + word.substring(2),
                    word.charAt(1) + word.substring(0, 1) + word.substring(2),
                    word.toUpperCase(Locale.ROOT),
                    word + "\u200b")) {
                assertThat(mistakes(home.place(), wrong))
                        .as("%s instead of %s", wrong, word)
                        .extracting(Mistake::nearest)
                        .hasSize(1)
                        .first()
                        .matches(nearest -> nearest.isPresent());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "context,receiver,recipient",
        "context,to,recipient",
        "context,dest,destination",
        "context,AT,at",
        "context,att,at",
        "context,dry_run,trial",
        "context,user,subject",
        "context,purpose,action.name",
        "context,data,resource.id",
        "context,properties,action.properties",
        "subject,props,properties",
        "subject,propertys,properties",
        "subject,objectons,properties.objections",
        "subject.properties,dob,birthDate",
        "subject.properties,opt_out,objections",
        "subject.properties,receiver,context.recipient",
        "resource.properties,objectons,subject.properties.objections",
        "'',ctx,context",
        "'',contexts,context",
        "'',evaluation,evaluations",
        "'',consent,subject.properties.consents",
    })
    void what_people_call_it_otherwise_is_refused_too(String place, String word, String nearest) throws Exception {
        assertThat(mistakes(place, word)).hasSize(1);
        assertThat(mistakes(place, word).get(0).nearest().orElseThrow()).endsWith(nearest);
    }

    /** Words that gateways, tokens and the standard's own examples bring along. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "ip",
                "ip_address",
                "session",
                "method",
                "owner",
                "department",
                "department_id",
                "role",
                "user_agent",
                "schema",
                "iss",
                "sub",
                "aud",
                "iat",
                "exp",
                "jti",
                "acr",
                "amr",
                "scope",
                "scopes",
                "client_id",
                "email",
                "groups",
                "tenant",
                "region",
                "path",
                "headers",
                "request_id",
                "traceparent",
                "score",
                "foo",
                "futureField",
                "ipAddress",
            })
    void what_cannot_have_been_meant_for_a_fact_is_passed_over(String word) {
        for (String place : PLACES) {
            assertThatCode(() -> assertThat(mistakes(place, word)).as(place).isEmpty())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_request_has_no_end_of_words_that_nobody_reads() throws Exception {
        for (int words : List.of(100, 101)) {
            ObjectNode json = (ObjectNode) JSON.readTree(REQUEST);
            for (int i = 0; i < words; i++) {
                json.withObject(i % 2 == 0 ? "/context" : "/subject/properties").put("zzzzzzzz-" + i, i);
            }
            AuthzenRequest request = AuthzenRequest.read(json);
            BadJson bad = catchThrowableOfType(BadJson.class, () -> AuthzenUnknown.check(request, WORDS));
            assertThat(bad == null).isEqualTo(words == 100);
        }
    }
}
