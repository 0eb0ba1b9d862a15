package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Question.Stated;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place without a document is not a free place. */
class LawNotDrawnTest {

    private static final Instant AT = Instant.parse("2024-07-01T12:00:00Z");

    private static final String TEXAS = "| US-TX | 2024-07-01 | 2026-12-31 |";
    private static final String BANGLADESH = "| BD | 2025-11-06 | |";
    private static final String CHINA = "| CN | | 1999-12-31 |";

    private static final Rulebook OPEN = rulebook("indeterminate", "Permit use of any data for news.");
    private static final Rulebook PASSED_OVER = rulebook("passed-over", "Permit use of any data for news.");

    private static Rulebook rulebook(String setting, String rules) {
        return SmallRulebook.of("law-not-drawn: " + setting, rules, """
                ```table not-drawn
                | place | from | until |
                | --- | --- | --- |
                %s
                %s
                %s
                ```
                """.formatted(TEXAS, BANGLADESH, CHINA));
    }

    private static Question living(String country, Instant at) {
        return SmallRulebook.question(
                at,
                User.UNSTATED.but(user -> user.country =
                        Optional.of(country).filter(code -> !code.isEmpty()).map(Place::new)));
    }

    private static Question asked(Consumer<QuestionBuilder> set) {
        return living("DE", AT).but(set);
    }

    @Test
    void a_permit_is_open_for_the_law_of_the_place_and_has_neither_reasons_nor_obligations() {
        Rulebook duty = rulebook("indeterminate", """
                Permit use of any data for news.
                Require notice-to-user before use of any data for news.""");

        Answer answer = Decider.decide(living("US-TX", AT), duty);

        assertThat(Decider.decide(living("DE", AT), duty).obligations()).hasSize(1);
        assertThat(answer.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.missing()).containsExactly("law:US-TX");
        assertThat(answer.lawNotDrawn()).containsExactly("US-TX");
        assertThat(answer.reasons()).isEmpty();
        assertThat(answer.obligations()).isEmpty();
    }

    @Test
    void a_policy_that_passes_over_such_law_permits_and_names_the_place() {
        Answer answer = Decider.decide(living("US-TX", AT), PASSED_OVER);

        assertThat(answer.decision()).isEqualTo(Decision.PERMIT);
        assertThat(answer.missing()).isEmpty();
        assertThat(answer.lawNotDrawn()).containsExactly("US-TX");
        assertThat(answer.reasons()).hasSize(1);
    }

    @Test
    void what_is_denied_or_outside_the_policy_stays_so_and_names_the_place() {
        Rulebook strict = rulebook("indeterminate", """
                Permit use of any data for news.
                Forbid use of name for news.
                This policy does not apply to use of any data for service.""");

        Answer denied = Decider.decide(living("US-TX", AT).but(other -> other.data = new Key("name")), strict);
        Answer outside = Decider.decide(living("US-TX", AT).but(other -> other.purpose = new Key("service")), strict);

        assertThat(denied.decision()).isEqualTo(Decision.DENY);
        assertThat(denied.missing()).isEmpty();
        assertThat(denied.lawNotDrawn()).containsExactly("US-TX");
        assertThat(outside.decision()).isEqualTo(Decision.NOT_APPLICABLE);
        assertThat(outside.lawNotDrawn()).containsExactly("US-TX");
    }

    @Test
    void an_open_answer_misses_the_law_too() {
        Rulebook asking = rulebook("indeterminate", "Permit use of any data for news if the user consented.");

        Question question = living("US-TX", AT);
        Answer answer =
                Decider.decide(question.by(question.user().but(user -> user.consents = Optional.empty())), asking);

        assertThat(answer.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.missing()).containsExactly("law:US-TX", "user.consents");
        assertThat(answer.reasons()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "US-TX, 2024-06-30T12:00:00Z, ''",
        "US-TX, 2024-07-01T12:00:00Z, US-TX",
        "US-TX, 2026-12-31T12:00:00Z, US-TX",
        "US-TX, 2027-01-01T12:00:00Z, ''",
        "US,    2024-07-01T12:00:00Z, ''",
        "US-CA, 2024-07-01T12:00:00Z, ''",
        "BD,    2026-01-01T12:00:00Z, BD",
        "BD-13, 2026-01-01T12:00:00Z, BD",
        "'',    2026-01-01T12:00:00Z, ''",
    })
    void a_place_that_is_stated_is_not_drawn_if_a_row_in_force_names_it_or_its_country(
            String country, Instant at, String notDrawn) {
        Answer answer = Decider.decide(living(country, at), OPEN);

        assertThat(answer.decision()).isEqualTo(notDrawn.isEmpty() ? Decision.PERMIT : Decision.INDETERMINATE);
        assertThat(String.join(" ", answer.lawNotDrawn())).isEqualTo(notDrawn);
    }

    @Test
    void where_the_user_lives_the_controller_and_the_origin_count_and_where_data_goes_does_not() {
        Place texas = new Place("US-TX");

        assertThat(notDrawn(asked(other -> other.origin = Stated.at(texas)))).containsExactly("US-TX");
        assertThat(notDrawn(asked(other -> other.destination = Stated.at(texas))))
                .isEmpty();
        assertThat(notDrawn(asked(other -> other.recipientCountry = Optional.of(texas))))
                .isEmpty();
        assertThat(notDrawn(living("US-TX", AT).but(other -> other.origin = Stated.UNKNOWN)))
                .containsExactly("US-TX");
        // In this year the controller's country has no document, and it is where data is held as well.
        assertThat(notDrawn(living("US-TX", Instant.parse("1999-12-31T12:00:00Z"))))
                .containsExactly("CN");
    }

    private static List<String> notDrawn(Question question) {
        return List.copyOf(Decider.decide(question, OPEN).lawNotDrawn());
    }

    @Test
    void an_answer_holds_until_the_law_of_its_place_is_drawn_or_is_not_any_more() {
        assertThat(until("US-TX", "2024-06-01T12:00:00Z")).contains(Instant.parse("2024-06-30T16:00:00Z"));
        assertThat(until("US-TX", "2024-07-01T12:00:00Z")).contains(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(until("DE", "2024-07-01T12:00:00Z")).isEmpty();
    }

    private static Optional<Instant> until(String country, String at) {
        Question question = living(country, Instant.parse(at));
        return Validity.of(question, Decider.decide(question, OPEN), OPEN, Optional.empty(), Budget.unlimited());
    }

    @Test
    void nothing_that_a_caller_can_state_supplies_the_law() {
        Question question = living("US-TX", AT);
        Answer answer = Decider.decide(question, OPEN);

        Remedies remedies = Remedies.of(List.of(question), answer, OPEN, Budget.unlimited());

        assertThat(remedies.sets()).isEmpty();
        assertThat(remedies.complete()).isTrue();
    }

    @Test
    void the_front_matter_of_a_policy_chooses_and_leaves_a_permit_open_where_it_says_nothing() {
        assertThat(OPEN.policy().lawNotDrawn()).isEqualTo(Policy.LawNotDrawn.INDETERMINATE);
        assertThat(PASSED_OVER.policy().lawNotDrawn()).isEqualTo(Policy.LawNotDrawn.PASSED_OVER);
        assertThat(SmallRulebook.of("Permit use of any data for news.").policy().lawNotDrawn())
                .isEqualTo(Policy.LawNotDrawn.INDETERMINATE);
    }
}
