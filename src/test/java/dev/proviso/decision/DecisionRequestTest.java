package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.library.Edition;
import dev.proviso.policy.Key;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRequestTest {

    private static final Instant NOW = Instant.parse("2023-01-01T00:00:00Z");
    private static final Edition EDITION = Small.library().version("shop", "1").orElseThrow();

    private static String question(String more) {
        return "{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\"" + more.replace('\'', '"') + "}";
    }

    private static Question read(String more) {
        return DecisionRequest.read(Small.bytes(question(more)), NOW)
                .questions(EDITION)
                .get(0);
    }

    private static List<Mistake> mistakes(String json) {
        BadJson bad = catchThrowableOfType(BadJson.class, () -> DecisionRequest.read(Small.bytes(json), NOW)
                .questions(EDITION));
        assertThat(bad).as(json).isNotNull();
        return bad.mistakes();
    }

    @Test
    void what_is_left_out_is_absent_or_unknown() {
        Question question = read("");

        assertThat(question.at()).isEqualTo(NOW);
        assertThat(question.operation()).isEqualTo(Key.USE);
        assertThat(question.recipient()).contains(Key.SELF);
        assertThat(question.source()).isEmpty();
        assertThat(question.origin()).isEqualTo(Stated.LEFT_OUT);
        assertThat(question.destination()).isEqualTo(Stated.LEFT_OUT);
        assertThat(question.safeguards()).isEmpty();
        assertThat(question.circumstances()).isEmpty();
        assertThat(question.user().consents()).contains(List.of());
        assertThat(question.user().objections()).contains(List.of());
        assertThat(question.user().refusals()).contains(List.of());
        assertThat(question.user().uses()).isEmpty();
        assertThat(question.user().birth()).isEmpty();
    }

    @Test
    void null_says_unknown() {
        Question question = read(
                ", 'recipient': null, 'origin': null, 'destination': null, 'source': null,"
                        + " 'circumstances': {'asked': null}, 'user': {'consents': null, 'objections': null, 'refusals': null}");

        assertThat(question.recipient()).isEmpty();
        assertThat(question.origin()).isEqualTo(Stated.UNKNOWN);
        assertThat(question.destination()).isEqualTo(Stated.UNKNOWN);
        assertThat(question.circumstances()).containsEntry(new Key("asked"), Optional.empty());
        assertThat(question.user().consents()).isEmpty();
        assertThat(question.user().objections()).isEmpty();
        assertThat(question.user().refusals()).isEmpty();
    }

    @Test
    void a_recipient_in_an_unknown_country_makes_the_destination_unknown() {
        assertThat(read(", 'recipient': {'kind': 'self', 'country': null}").destination())
                .isEqualTo(Question.Stated.UNKNOWN);
        assertThat(read(", 'recipient': {'kind': 'self'}").destination()).isEqualTo(Question.Stated.LEFT_OUT);
        assertThat(read(", 'recipient': {'kind': 'self', 'country': null}, 'destination': 'CN'")
                        .destination()
                        .stated())
                .isTrue();
    }

    @Test
    void a_star_names_everything_in_an_objection_and_nothing_in_a_consent() {
        Question question = read(
                ", 'user': {'consents': [{'by': 'user', 'form': 'explicit', 'scope': ['*'], 'givenAt': '2020-01-01T00:00:00Z'}],"
                        + " 'objections': [{'scope': ['*'], 'madeAt': '2020-01-01T00:00:00Z'}]}");

        assertThat(question.user().consents().orElseThrow().get(0).scope()).isEmpty();
        assertThat(question.user().objections().orElseThrow().get(0).everything())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ", 'porpose': 'service' | porpose | There is no field \"porpose\" here. | purpose",
                ", 'user': {'cuntry': 'CN'} | user.cuntry | There is no field \"cuntry\" here. | country",
                ", 'purpose': null | purpose | This cannot be null: it is never unknown. |",
                ", 'operation': null | operation | This cannot be null: it is never unknown. |",
                ", 'at': '2020-01-01' | at | This is not an ISO 8601 time with an offset, such as \"2016-02-01T10:00:00+08:00\". |",
                ", 'at': 7 | at | This is not an ISO 8601 time with an offset, such as \"2016-02-01T10:00:00+08:00\". |",
                ", 'source': 'dirct' | source | \"dirct\" is not a source of the vocabulary \"small\". | direct",
                ", 'source': 'service' | source | \"service\" is not a source of the vocabulary \"small\" (it is a purpose). |",
                ", 'origin': 'China' | origin | \"China\" is not a country (ISO 3166-1, such as CN) or a subdivision (ISO 3166-2, such as GB-SCT). | CN",
                ", 'circumstances': {'askd': true} | circumstances.askd | The vocabulary \"small\" has no such circumstance. | asked",
                ", 'circumstances': {'asked': 'yes'} | circumstances.asked | This is not true or false. |",
                ", 'user': {'birthDate': '2024-01-01'} | user.birthDate | The birth date 2024-01-01 lies in the future of 2023-01-01. |",
                ", 'user': {'birthDate': '1850-01-01'} | user.birthDate | The birth date 1850-01-01 lies more than 130 years before 2023-01-01. |",
                ", 'user': {'birthDate': '2023-02-30'} | user.birthDate | This is not an ISO 8601 date, such as \"1986-03-01\". |",
                ", 'user': {'age': 17.5} | user.age | This is not a whole number from 0 through 130. |",
                ", 'user': {'age': 17, 'ageAtLeast': 16} | user.ageAtLeast | State only one of birthDate, age and ageAtLeast. |",
                ", 'user': {'timeZone': 'Asia/Shangai'} | user.timeZone | This is not a time zone, such as \"Asia/Shanghai\". | Asia/Shanghai",
                ", 'user': {'timeZone': 'EST'} | user.timeZone | This is not a time zone, such as \"Asia/Shanghai\". | America/New_York",
                ", 'user': {'timeZone': 'PST'} | user.timeZone | This is not a time zone, such as \"Asia/Shanghai\". | America/Los_Angeles",
                ", 'user': {'objections': [{'scope': ['*'], 'madeAt': '2020-01-02T00:00:00Z', 'liftedAt': '2020-01-01T00:00:00Z'}]} | user.objections[0].liftedAt | This is not after \"madeAt\". |",
                ", 'user': {'objections': [{'scope': ['*'], 'madeAt': '2020-01-02T00:00:00Z', 'liftedAt': '2020-01-02T01:00:00+01:00'}]} | user.objections[0].liftedAt | This is not after \"madeAt\". |",
                ", 'user': {'refusals': [{'scope': ['direct'], 'madeAt': '2020-01-02T00:00:00Z', 'liftedAt': '2020-01-01T00:00:00Z'}]} | user.refusals[0].liftedAt | This is not after \"madeAt\". |",
                ", 'user': {'consents': [{'by': 'user', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-01-02T00:00:00Z', 'withdrawnAt': '2020-01-01T00:00:00Z'}]} | user.consents[0].withdrawnAt | This lies before \"givenAt\". |",
                ", 'user': {'consents': [{'by': 'usr', 'form': 'explicit', 'scope': [], 'givenAt': '2020-01-01T00:00:00Z'}]} | user.consents[0].by | This is not one of user, guardian. | user",
                ", 'user': {'consents': [{'by': 'user', 'form': 'explicit', 'scope': ['direct'], 'givenAt': '2020-01-01T00:00:00Z'}]} | user.consents[0].scope[0] | \"direct\" is not a purpose or an operation or a kind of data or a recipient of the vocabulary \"small\" (it is a source). |",
                ", 'user': {'consents': [{'by': 'user', 'form': 'explicit', 'scope': []}]} | user.consents[0].givenAt | The field \"givenAt\" is required. |",
                ", 'user': {'objections': [{'scope': [], 'madeAt': '2020-01-01T00:00:00Z'}]} | user.objections[0].scope | An objection names at least one key, or \"*\" for everything. |",
                ", 'user': {'objections': [null]} | user.objections[0] | An element of a list cannot be null. |",
                ", 'user': [] | user | This is not an object. |",
            })
    void a_mistake_has_a_place_a_sentence_and_the_nearest_word(String more, String at, String detail, String nearest) {
        String json = more.startsWith(", 'purpose'")
                ? "{\"policy\": \"shop\", \"data\": \"email\"" + more.replace('\'', '"') + "}"
                : question(more);

        boolean ofName = detail.startsWith("There is no field") || detail.contains("has no such");
        assertThat(mistakes(json)).containsExactly(new Mistake(at, detail, Optional.ofNullable(nearest), ofName));
    }

    @Test
    void whether_a_name_or_a_value_is_wrong_is_for_the_reader_alone_and_goes_nowhere() {
        JsonMapper mapper = JsonMapper.builder().addModule(new Jdk8Module()).build();

        assertThat(mapper.valueToTree(new Mistake("a", "b", Optional.empty(), true))
                        .toString())
                .isEqualTo("{\"at\":\"a\",\"detail\":\"b\"}");
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        assertThat(mistakes(question(", 'source': 'x', 'operation': 'y', 'user': {'country': 'z', 'refusals': ['w']}")))
                .extracting(Mistake::at)
                .containsExactlyInAnyOrder("source", "operation", "user.country", "user.refusals[0]");
        assertThat(mistakes("{}")).extracting(Mistake::at).containsExactly("policy", "purpose", "data");
    }

    @Test
    void data_is_one_key_or_one_to_a_hundred() {
        String hundred = "\"email\",".repeat(100);
        assertThat(mistakes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": []}"))
                .extracting(Mistake::detail)
                .containsExactly("Data is one key, or a list of 1 to 100 keys.");
        assertThat(mistakes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": [" + hundred + "\"email\"]}"))
                .extracting(Mistake::at)
                .containsExactly("data");
    }

    @Test
    void a_text_full_of_mistakes_is_not_repeated_whole() {
        String words = "\"wrong\",".repeat(99);

        assertThat(mistakes(question(", 'collectedFor': [" + words + "\"wrong\"]")))
                .hasSize(50);
    }
}
