package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.question.BadJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserStatementsTest {

    private static final Library LIBRARY = Small.library();
    private static final Instant NOW = Instant.parse("2023-01-01T12:00:00Z");
    private static final Instant GIVEN = Instant.parse("2020-01-02T00:00:00Z");

    private static Event read(BiFunction<UserStatements, byte[], Event> kind, String text) {
        return kind.apply(new UserStatements(LIBRARY, NOW), Small.bytes(text.replace('\'', '"')));
    }

    private static String mistake(BiFunction<UserStatements, byte[], Event> kind, String text) {
        BadJson bad = catchThrowableOfType(BadJson.class, () -> read(kind, text));
        assertThat(bad).as(text).isNotNull();
        assertThat(bad.mistakes()).doesNotHaveDuplicates();
        return bad.mistakes().get(0).sentence();
    }

    @Test
    void statements_of_every_kind_are_read_in_the_shapes_of_a_question() {
        assertThat(read(
                        UserStatements::description,
                        "{'country': 'CN', 'timeZone': 'Asia/Shanghai', 'birthDate': '1986-03-01', 'attributes': {}}"))
                .isEqualTo(new Event.Described(
                        Optional.of(new Place("CN")),
                        Optional.of(ZoneId.of("Asia/Shanghai")),
                        Optional.of(LocalDate.of(1986, 3, 1)),
                        Collections.emptySortedMap()));
        assertThat(read(UserStatements::description, "{'country': null}")).isEqualTo(Event.Described.NOTHING);
        assertThat(read(
                        UserStatements::consent,
                        "{'by': 'guardian', 'form': 'separate', 'scope': ['marketing', 'email'],"
                                + " 'givenAt': '2020-01-02T08:00:00+08:00', 'withdrawnAt': null}"))
                .isEqualTo(new Event.Consented(new Consent(
                        Consent.By.GUARDIAN,
                        Consent.Form.SEPARATE,
                        Set.of(new Key("marketing"), new Key("email")),
                        GIVEN,
                        Optional.empty())));
        assertThat(read(UserStatements::objection, "{'scope': ['*'], 'madeAt': '2020-01-02T00:00:00Z'}")
                        .kind())
                .isEqualTo(Event.Kind.OBJECTION_MADE);
        assertThat(read(UserStatements::refusal, "'direct'"))
                .isEqualTo(read(UserStatements::refusal, "{'scope': ['direct']}"))
                .isEqualTo(
                        new Event.Refused(new Refusal(Set.of(new Key("direct")), Optional.empty(), Optional.empty())));
        assertThat(read(UserStatements::use, "{'at': '2020-01-02T00:00:00Z', 'policy': 'shop'}"))
                .isEqualTo(new Event.Used(GIVEN, Optional.of("shop")));
        assertThat(read(UserStatements::acceptance, "{'policy': 'shop', 'version': '2', 'at': '2020-01-02T00:00:00Z'}"))
                .isEqualTo(new Event.Accepted(new Acceptance("shop", "2", GIVEN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'birthdate': '1986-03-01'} | birthdate: There is no field \"birthdate\" here. Did you mean \"birthDate\"?",
                "{'birthDate': '2023-01-03'} | birthDate: The birth date 2023-01-03 lies in the future of 2023-01-02.",
                "{'timeZone': 'Asia/Shanghay'} | timeZone: This is not a time zone, such as \"Asia/Shanghai\". Did you mean"
                        + " \"Asia/Shanghai\"?",
                "{'attributes': {'member': true}} | attributes.member: The vocabulary \"small\" has no such attribute of the"
                        + " user.",
                "{'country': 'UK'} | country: \"UK\" is not a country of ISO 3166. Did you mean \"GB\"?",
                "{'countrySince': '2020-01-02T00:00:00Z'} | countrySince: State the country in which the user has lived since"
                        + " then.",
                "{'country': 'DE', 'countrySince': '2023-01-01T12:00:01Z'} | countrySince: This lies in the future of"
                        + " 2023-01-01T12:00:00Z. Say where the user lives now.",
                "{'country': 'EU'} | country: \"EU\" is a group of countries; name the one that is meant.",
                "[] | The text is not a JSON object.",
            })
    void a_mistake_in_a_description_is_named_with_the_nearest_right_thing(String text, String sentence) {
        assertThat(mistake(UserStatements::description, text)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'scope': ['marketting'], 'givenAt': '2020-01-02T00:00:00Z' | scope[0]: \"marketting\" is not a purpose or an"
                        + " operation or a kind of data or a recipient of the vocabulary \"small\". Did you mean \"marketing\"?",
                "'scope': ['*'], 'givenAt': '2020-01-02T00:00:00Z' | scope: A consent names at least one key; \"*\" and an"
                        + " empty list are no consent.",
                "'scope': [], 'givenAt': '2020-01-02T00:00:00Z' | scope: A consent names at least one key; \"*\" and an empty"
                        + " list are no consent.",
                "'scope': ['marketing'] | givenAt: The field \"givenAt\" is required.",
                "'scope': ['marketing'], 'givenAt': '2020-01-02T00:00:00Z', 'givenIn': 'UK' | givenIn: \"UK\" is not a country of"
                        + " ISO 3166. Did you mean \"GB\"?",
                "'scope': ['marketing'], 'givenAt': '2020-01-02T00:00:00Z', 'givenIn': null | givenIn: This cannot be null: it is"
                        + " never unknown.",
                "'scope': ['marketing'], 'givenAt': '2020-01-02' | givenAt: This is not an ISO 8601 time with an offset, such as"
                        + " \"2016-02-01T10:00:00+08:00\".",
                "'scope': ['marketing'], 'givenAt': '2020-01-02T00:00:00Z', 'withdrawnAt': '2020-01-01T00:00:00Z' | withdrawnAt:"
                        + " This lies before \"givenAt\".",
            })
    void a_mistake_in_a_consent_is_named_once_with_the_nearest_right_thing(String fields, String sentence) {
        assertThat(mistake(UserStatements::consent, "{'by': 'user', 'form': 'explicit', " + fields + "}"))
                .isEqualTo(sentence);
    }

    @Test
    void a_consent_says_where_the_user_lived_and_a_description_since_when() {
        assertThat(read(
                        UserStatements::consent,
                        "{'by': 'user', 'form': 'explicit', 'scope': ['marketing'], 'givenAt': '2020-01-02T00:00:00Z',"
                                + " 'givenIn': 'US-CA'}"))
                .isEqualTo(new Event.Consented(new Consent(
                        Consent.By.USER,
                        Consent.Form.EXPLICIT,
                        Set.of(new Key("marketing")),
                        GIVEN,
                        Optional.empty(),
                        Optional.of(new Place("US-CA")))));
        assertThat(read(UserStatements::description, "{'country': 'DE', 'countrySince': '2020-01-02T00:00:00Z'}"))
                .isEqualTo(new Event.Described(
                        Optional.of(new Place("DE")),
                        Optional.empty(),
                        Optional.empty(),
                        Collections.emptySortedMap(),
                        Optional.of(GIVEN)));
    }

    @Test
    void a_withdrawal_without_the_time_of_a_consent_is_of_all_consents_to_its_scope() {
        assertThat(read(
                        UserStatements::consent,
                        "{'by': 'guardian', 'scope': ['marketing'], 'withdrawnAt': '2020-01-02T00:00:00Z'}"))
                .isEqualTo(new Event.Consented(
                        Consent.withdrawal(Consent.By.GUARDIAN, Set.of(new Key("marketing")), GIVEN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'by': 'user', 'scope': ['*'] | scope: A consent names at least one key; \"*\" and an empty list are no consent.",
                "'by': 'user', 'scope': [] | scope: A consent names at least one key; \"*\" and an empty list are no consent.",
                "'scope': ['marketing'] | by: The field \"by\" is required.",
                "'by': 'usr', 'scope': ['marketing'] | by: This is not one of user, guardian. Did you mean \"user\"?",
                "'by': 'user', 'form': 'explicit', 'scope': ['marketing'] | form: State \"givenAt\" to withdraw one consent, or"
                        + " leave \"form\" out to withdraw all consents to this scope.",
            })
    void a_mistake_in_such_a_withdrawal_is_named(String fields, String sentence) {
        assertThat(mistake(UserStatements::consent, "{'withdrawnAt': '2020-01-02T00:00:00Z', " + fields + "}"))
                .isEqualTo(sentence);
    }

    @Test
    void mistakes_in_the_other_statements_are_named_too() {
        assertThat(mistake(UserStatements::objection, "{'scope': [], 'madeAt': '2020-01-02T00:00:00Z'}"))
                .isEqualTo("scope: An objection names at least one key, or \"*\" for everything.");
        assertThat(mistake(
                        UserStatements::objection,
                        "{'scope': ['*'], 'madeAt': '2020-01-02T00:00:00Z', 'liftedAt': '2020-01-02T00:00:00Z'}"))
                .isEqualTo("liftedAt: This is not after \"madeAt\".");
        assertThat(mistake(
                        UserStatements::refusal,
                        "{'scope': ['direct'], 'madeAt': '2020-01-02T00:00:00Z', 'liftedAt': '2020-01-01T00:00:00Z'}"))
                .isEqualTo("liftedAt: This is not after \"madeAt\".");
        assertThat(mistake(UserStatements::refusal, "{'scope': []}"))
                .isEqualTo("scope: A refusal names at least one source.");
        assertThat(mistake(UserStatements::refusal, "{'scope': ['*']}"))
                .startsWith("scope[0]: \"*\" is not a source of the vocabulary \"small\".");
        assertThat(mistake(UserStatements::refusal, "'dirct'"))
                .isEqualTo("refusal: \"dirct\" is not a source of the vocabulary \"small\". Did you mean \"direct\"?");
        assertThat(mistake(UserStatements::refusal, "")).isEqualTo("The text is empty.");
        assertThat(mistake(UserStatements::use, "{'policy': 'shp', 'at': '2020-01-02T00:00:00Z'}"))
                .isEqualTo("policy: There is no such policy. Did you mean \"shop\"?");
        assertThat(mistake(UserStatements::use, "{}")).isEqualTo("at: The field \"at\" is required.");
        assertThat(mistake(
                        UserStatements::acceptance, "{'policy': 'shop', 'version': '3', 'at': '2020-01-02T00:00:00Z'}"))
                .startsWith("version: The policy \"shop\" has no such version.");
    }
}
