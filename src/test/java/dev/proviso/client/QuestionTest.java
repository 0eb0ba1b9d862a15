package dev.proviso.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant THEN = Instant.parse("2016-01-15T00:00:00Z");

    @Test
    void a_question_says_what_it_was_told_and_nothing_else() throws IOException {
        Question question = Question.of("website-privacy", "marketing.messages.email", "contact.email")
                .version("2016-01-14")
                .at(Instant.parse("2016-02-01T02:00:00Z"))
                .operation("use")
                .source("direct")
                .recipient("self", "CN")
                .origin("CN")
                .destination("CN")
                .safeguards()
                .collectedAt(THEN)
                .collectedFor("service.registration")
                .circumstance("requested-by-user", false)
                .circumstance("records-this-year", 50_000)
                .attribute("channel", "web")
                .user(User.withId("u-1")
                        .country("CN")
                        .timeZone(ZoneId.of("Asia/Shanghai"))
                        .birthDate(LocalDate.of(1986, 3, 1))
                        .consent(Consent.of(Consent.By.USER, Consent.Form.EXPLICIT, THEN, "marketing"))
                        .consent(Consent.of(Consent.By.GUARDIAN, Consent.Form.SEPARATE, THEN, "contact")
                                .withdrawn(THEN.plusSeconds(1)))
                        .objection(Objection.of(THEN, "*"))
                        .refusal(Refusal.of("cookie"))
                        .use(THEN)
                        .acceptance(new Acceptance("website-privacy", "2016-01-14", THEN))
                        .attribute("citizenship", "CN"));

        assertThat(JSON.readTree(question.toString())).isEqualTo(JSON.readTree("""
                {"policy": "website-privacy", "purpose": "marketing.messages.email", "data": "contact.email",
                 "version": "2016-01-14", "at": "2016-02-01T02:00:00Z", "operation": "use", "source": "direct",
                 "recipient": {"kind": "self", "country": "CN"}, "origin": "CN", "destination": "CN", "safeguards": [],
                 "collectedAt": "2016-01-15T00:00:00Z", "collectedFor": ["service.registration"],
                 "circumstances": {"requested-by-user": false, "records-this-year": 50000},
                 "attributes": {"channel": "web"},
                 "user": {"id": "u-1", "country": "CN", "timeZone": "Asia/Shanghai", "birthDate": "1986-03-01",
                          "consents": [{"by": "user", "form": "explicit", "scope": ["marketing"],
                                        "givenAt": "2016-01-15T00:00:00Z"},
                                       {"by": "guardian", "form": "separate", "scope": ["contact"],
                                        "givenAt": "2016-01-15T00:00:00Z", "withdrawnAt": "2016-01-15T00:00:01Z"}],
                          "objections": [{"scope": ["*"], "madeAt": "2016-01-15T00:00:00Z"}],
                          "refusals": [{"scope": ["cookie"]}],
                          "uses": ["2016-01-15T00:00:00Z"],
                          "acceptances": [{"policy": "website-privacy", "version": "2016-01-14",
                                           "at": "2016-01-15T00:00:00Z"}],
                          "attributes": {"citizenship": "CN"}}}"""));
    }

    @Test
    void a_consent_says_where_it_was_given_and_a_withdrawal_may_be_of_all_consents_to_something() throws IOException {
        Consent consent = Consent.of(Consent.By.USER, Consent.Form.EXPLICIT, THEN, "marketing");

        assertThat(JSON.readTree(consent.givenIn("AT")
                        .withdrawn(THEN.plusSeconds(1))
                        .json()
                        .toString()))
                .isEqualTo(JSON.readTree("""
                        {"by": "user", "form": "explicit", "scope": ["marketing"], "givenAt": "2016-01-15T00:00:00Z",
                         "givenIn": "AT", "withdrawnAt": "2016-01-15T00:00:01Z"}"""));
        assertThat(JSON.readTree(Consent.withdrawal(Consent.By.USER, THEN, "marketing")
                        .json()
                        .toString()))
                .isEqualTo(JSON.readTree("""
                        {"by": "user", "scope": ["marketing"], "withdrawnAt": "2016-01-15T00:00:00Z"}"""));
        assertThat(User.unnamed().country("DE").countrySince(THEN).json().toString())
                .contains("\"countrySince\":\"2016-01-15T00:00:00Z\"");
    }

    @Test
    void a_question_can_be_kept_and_completed_for_it_never_changes() {
        Question kept = Question.of("website-privacy", "service.requested", List.of("contact.email", "contact.phone"));
        User user = User.unnamed().ageAtLeast(18);
        String before = kept.toString();

        Question completed = kept.user(user.use(THEN)).attribute("channel", "web");
        Question again = completed.attribute("channel", "app");

        assertThat(kept.toString()).isEqualTo(before);
        assertThat(completed.toString()).contains("web").doesNotContain("app");
        assertThat(again.toString()).contains("app");
        assertThat(user.json().has("uses")).isFalse();
        assertThat(kept)
                .isEqualTo(
                        Question.of("website-privacy", "service.requested", List.of("contact.email", "contact.phone")));
    }

    @Test
    void what_is_unknown_is_said_to_be() {
        JsonNode json = Question.of("p", "service", "contact")
                .unknown("recipient")
                .user(User.unnamed().unknown("consents"))
                .json();

        assertThat(json.path("recipient").isNull()).isTrue();
        assertThat(json.path("user").path("consents").isNull()).isTrue();
    }

    /** A permit with what two rules require. */
    private static Answer answerWithObligations() throws IOException {
        return AnswerReader.answer("p", 200, JSON.readTree("""
                {"id": "0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f", "decision": "PERMIT", "permitted": true,
                 "policy": "p", "version": "1", "validUntil": "2016-03-01T00:00:00+08:00",
                 "reasons": [{"rule": "5(1)", "document": "p", "version": "1", "effect": "PERMIT", "clause": "5",
                              "title": "Use", "sentence": "Permit use.", "outcome": "APPLIES"}],
                 "remedies": [["the user consents", "a safeguard"]], "missing": [],
                 "obligations": [{"obligation": "notify", "when": "before", "rule": "5(2)", "document": "p",
                                  "outcome": "APPLIES"},
                                 {"obligation": "log", "when": "after", "rule": "5(3)", "document": "law-cn",
                                  "outcome": "MAY_APPLY"}]}"""));
    }

    @Test
    void one_who_cannot_fulfil_what_comes_with_a_permit_may_not_go_on() throws IOException {
        Answer answer = answerWithObligations();

        assertThat(answer.decision()).isEqualTo(Decision.PERMIT);
        assertThat(answer.permitted()).isFalse();
        assertThat(answer.permittedIf(obligation -> obligation.key().equals("notify")))
                .isFalse();
        assertThat(answer.permittedIf(obligation -> Set.of("notify", "log").contains(obligation.key())))
                .isTrue();
        assertThat(answer.obligations().get(1))
                .isEqualTo(new Obligation("log", Obligation.When.AFTER, "5(3)", "law-cn", false));
    }

    @Test
    void an_answer_is_read_whole() throws IOException {
        Answer answer = answerWithObligations();

        assertThat(answer.validUntil()).contains(OffsetDateTime.parse("2016-03-01T00:00:00+08:00"));
        assertThat(answer.why()).containsExactly("Permit use.");
        assertThat(answer.remedies()).containsExactly(List.of("the user consents", "a safeguard"));
        assertThat(answer.reasons().get(0).rule()).isEqualTo("5(1)");
        assertThat(answer.id().orElseThrow()).hasToString("0198c1d2-5b7a-7c3e-9f00-3a1b5c7d9e0f");
        assertThat(answer.json().path("reasons")).hasSize(1);
    }
}
