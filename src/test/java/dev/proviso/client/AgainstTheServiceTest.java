package dev.proviso.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.TestSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client and the service understand each other. */
@QuarkusTest
@Tag("system")
class AgainstTheServiceTest {

    private static final Instant IN_JANUARY = Instant.parse("2016-01-15T00:00:00Z");

    private static final Question QUESTION = Question.of("website-privacy", "marketing.messages.email", "contact.email")
            .version("2016-01-14")
            .at(Instant.parse("2016-02-01T02:00:00Z"))
            .source("direct");

    private static final User SOMEONE = User.unnamed().country("CN").birthDate(LocalDate.of(1986, 3, 1));

    private static final Consent CONSENT =
            Consent.of(Consent.By.USER, Consent.Form.EXPLICIT, IN_JANUARY, "marketing.messages.email");

    @ConfigProperty(name = "test.url")
    String address;

    private ProvisoClient client;

    @BeforeEach
    void connect() {
        client = connected(TestSettings.PASSWORD);
    }

    private ProvisoClient connected(String password) {
        return ProvisoClient.at(URI.create(address))
                .account("service", password)
                .timeout(Duration.ofSeconds(60))
                .client();
    }

    @Test
    void a_consent_permits_and_an_objection_denies_with_its_clause_and_its_remedy() {
        Answer consented = client.ask(QUESTION.user(SOMEONE.consent(CONSENT)));
        Answer objected = client.ask(QUESTION.user(
                SOMEONE.consent(CONSENT).objection(Objection.of(IN_JANUARY.plusSeconds(1), "marketing"))));

        assertThat(consented.orThrow().permitted()).isTrue();
        assertThat(objected.permitted()).isFalse();
        assertThat(objected.decision()).isEqualTo(Decision.DENY);
        assertThat(objected.reasons().get(0).rule()).isEqualTo("7(2)");
        assertThat(objected.remedies()).isEqualTo(List.of(List.of("the user lifts the objection to marketing")));
        assertThat(objected.id()).isPresent();
        assertThat(objected.validUntil()).isPresent();
    }

    @Test
    void what_is_missing_is_named() {
        Answer answer = client.ask(QUESTION.unknown("source").user(SOMEONE.consent(CONSENT)));

        assertThat(answer.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.problem()).isEmpty();
        assertThat(answer.missing()).contains("source");
    }

    @Test
    void a_list_of_data_has_a_part_for_each() {
        Answer answer = client.ask(
                Question.of("website-privacy", "service.registration", List.of("contact.email", "special.health"))
                        .version("2016-01-14")
                        .at(Instant.parse("2016-02-01T02:00:00Z"))
                        .source("direct")
                        .user(SOMEONE));

        assertThat(answer.parts()).extracting(Part::data).containsExactly("contact.email", "special.health");
        assertThat(answer.parts()).last().satisfies(part -> assertThat(part.permitted())
                .isFalse());
    }

    @Test
    void many_questions_have_their_answers_in_order_and_a_bad_one_has_a_problem_of_its_own() {
        Question consented = QUESTION.user(SOMEONE.consent(CONSENT));
        Question bad = Question.of("website-privacy", "marketing.mesages.email", "contact.email");
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            questions.add(i % 2 == 0 ? consented : QUESTION.user(SOMEONE));
        }
        questions.set(1, bad);

        List<Answer> answers = client.askAll(questions);

        assertThat(answers).hasSize(1_001);
        assertThat(answers.get(1).problem()).isPresent();
        assertThat(answers.get(1).permitted()).isFalse();
        for (int i = 2; i < answers.size(); i++) {
            assertThat(answers.get(i).decision()).isEqualTo(i % 2 == 0 ? Decision.PERMIT : Decision.DENY);
            assertThat(answers.get(i).problem()).isEmpty();
        }
    }

    @Test
    void a_misspelt_word_and_a_wrong_password_are_problems_and_no_permits() {
        Answer misspelt = client.ask(Question.of("website-privacy", "marketing.mesages.email", "contact.email"));
        Answer unknown = connected("wrong").ask(QUESTION);

        assertThat(misspelt.permitted()).isFalse();
        assertThat(misspelt.why().get(0)).endsWith("Did you mean \"marketing.messages.email\"?");
        assertThat(misspelt.problem().orElseThrow().mistakes()).hasSize(1);
        assertThat(unknown.permitted()).isFalse();
        assertThat(unknown.problem().orElseThrow().status()).isEqualTo(401);
    }

    @Test
    void what_is_recorded_of_a_user_counts_until_it_is_withdrawn() {
        String id = "user of the client/" + UUID.randomUUID();
        UserLedger ledger = client.user(id);
        ledger.describe(SOMEONE);
        ledger.add(CONSENT);
        ledger.add(Refusal.of("cookie"));
        ledger.addUse(IN_JANUARY);
        Question about = QUESTION.user(User.withId(id));
        assertThat(client.ask(about).orThrow().permitted()).isTrue();

        ledger.add(CONSENT.withdrawn(IN_JANUARY.plusSeconds(60)));

        assertThat(client.ask(about).orThrow().decision()).isEqualTo(Decision.DENY);
        assertThat(ledger.export().path("decisions")).hasSize(2);
        ledger.erase();
        assertThatThrownBy(ledger::export).isInstanceOfSatisfying(ProvisoException.class, failure -> assertThat(
                        failure.problem().status())
                .isEqualTo(404));
    }

    @Test
    void the_version_that_governs_is_told_with_what_makes_it_so() {
        UserLedger ledger = client.user("user of the client " + UUID.randomUUID());
        ledger.addUse(Instant.parse("2016-03-01T00:00:00Z"), "website-privacy");
        Instant later = Instant.parse("2023-01-01T00:00:00Z");

        Governing byUse = ledger.governing("website-privacy", later);
        ledger.add(new Acceptance("website-privacy", "2021-11-01", Instant.parse("2022-01-01T00:00:00Z")));
        ledger.add(Objection.of(IN_JANUARY, "*"));
        Governing byAcceptance = ledger.governing("website-privacy");

        assertThat(byUse.version()).isEqualTo("2016-01-14");
        assertThat(byUse.reason()).isEqualTo("use");
        assertThat(byUse.sentence()).isNotBlank();
        assertThat(byAcceptance.version()).isEqualTo("2021-11-01");
        assertThat(byAcceptance.reason()).isEqualTo("acceptance");
    }
}
