package dev.proviso.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Shipped;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.engine.User.Consent.Form;
import dev.proviso.engine.User.Objection;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * When a consent and an objection begin and end, to the instant, asked of 7(1), promotional e-mail needs a consent, and of
 * 7(2), an objection to marketing stops it.
 */
class ConsentAndObjectionTest {

    private static final Instant AT = Instant.parse("2016-02-01T02:00:00Z");
    private static final Instant BEFORE = AT.minusSeconds(86_400);
    private static final Duration TICK = Duration.ofNanos(1000);
    private static final LocalDate ADULT = LocalDate.of(1986, 3, 1);
    private static final Key EMAIL = new Key("marketing.messages.email");

    private static Decision ask(Place country, LocalDate born, List<Consent> consents, List<Objection> objections) {
        User user = new User(
                Optional.of(country),
                Optional.empty(),
                Optional.of(Birth.on(born, LocalDate.of(2016, 2, 1))),
                Optional.of(consents),
                Optional.of(objections),
                Optional.of(List.of()),
                Optional.of(List.of(BEFORE)),
                Collections.emptySortedMap(),
                List.of());
        Question question = new Question(
                AT,
                EMAIL,
                new Key("use"),
                new Key("contact.email"),
                Optional.of(new Key("direct")),
                Optional.of(Key.SELF),
                Optional.empty(),
                Stated.LEFT_OUT,
                Stated.LEFT_OUT,
                Optional.of(Set.of()),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                user);
        return Decider.decide(question, Shipped.rulebook("2016-01-14")).decision();
    }

    private static Decision withConsent(Instant given, Optional<Instant> withdrawn) {
        return ask(new Place("CN"), ADULT, List.of(consent(By.USER, given, withdrawn)), List.of());
    }

    private static Consent consent(By by, Instant given, Optional<Instant> withdrawn) {
        return new Consent(by, Form.EXPLICIT, Set.of(EMAIL), given, withdrawn);
    }

    private static Decision withObjection(Instant made, Optional<Instant> lifted, Consent... consents) {
        Objection objection = new Objection(false, Set.of(new Key("marketing")), made, lifted);
        return ask(new Place("CN"), ADULT, List.of(consents), List.of(objection));
    }

    @Test
    void a_consent_counts_from_the_instant_it_is_given() {
        assertThat(withConsent(AT.plus(TICK), Optional.empty())).isEqualTo(Decision.DENY);
        assertThat(withConsent(AT, Optional.empty())).isEqualTo(Decision.PERMIT);
    }

    @Test
    void a_consent_counts_until_just_before_it_is_withdrawn() {
        assertThat(withConsent(BEFORE, Optional.of(AT.plus(TICK)))).isEqualTo(Decision.PERMIT);
        assertThat(withConsent(BEFORE, Optional.of(AT))).isEqualTo(Decision.DENY);
    }

    @Test
    void an_objection_holds_from_the_instant_it_is_made_until_just_before_it_is_lifted() {
        Consent earlier = consent(By.USER, BEFORE.minus(TICK), Optional.empty());
        assertThat(withObjection(AT.plus(TICK), Optional.empty(), earlier)).isEqualTo(Decision.PERMIT);
        assertThat(withObjection(AT, Optional.empty(), earlier)).isEqualTo(Decision.DENY);
        assertThat(withObjection(BEFORE, Optional.of(AT.plus(TICK)), earlier)).isEqualTo(Decision.DENY);
        assertThat(withObjection(BEFORE, Optional.of(AT), earlier)).isEqualTo(Decision.PERMIT);
    }

    @Test
    void a_later_consent_that_names_the_purpose_ends_an_objection_and_in_one_instant_the_objection_wins() {
        assertThat(withObjection(BEFORE, Optional.empty(), consent(By.USER, BEFORE, Optional.empty())))
                .isEqualTo(Decision.DENY);
        assertThat(withObjection(BEFORE, Optional.empty(), consent(By.USER, BEFORE.plus(TICK), Optional.empty())))
                .isEqualTo(Decision.PERMIT);
    }

    @Test
    void whether_a_consent_is_valid_is_judged_on_the_day_it_was_given_and_it_lasts() {
        Place china = new Place("CN"); // without a zone, a day has begun when it has in Xinjiang
        LocalDate turned18 = LocalDate.of(1998, 1, 31);
        Consent onTheDay = consent(By.USER, Instant.parse("2016-01-30T18:00:00Z"), Optional.empty());
        Consent theDayBefore = consent(By.USER, Instant.parse("2016-01-30T17:59:59Z"), Optional.empty());

        assertThat(ask(china, turned18, List.of(onTheDay), List.of())).isEqualTo(Decision.PERMIT);
        assertThat(ask(china, turned18, List.of(theDayBefore), List.of())).isEqualTo(Decision.DENY);
    }

    @Test
    void a_guardians_consent_outlives_the_childhood_in_which_it_was_given() {
        Place china = new Place("CN");
        Consent longAgo = consent(By.GUARDIAN, Instant.parse("2000-01-01T00:00:00Z"), Optional.empty());
        Consent tooLate = consent(By.GUARDIAN, BEFORE, Optional.empty());

        assertThat(ask(china, ADULT, List.of(longAgo), List.of())).isEqualTo(Decision.PERMIT);
        assertThat(ask(china, ADULT, List.of(tooLate), List.of())).isEqualTo(Decision.DENY);
    }
}
