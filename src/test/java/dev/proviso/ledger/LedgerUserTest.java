package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.User.Consent;
import dev.proviso.ledger.Event.Described;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerUserTest {

    private static final Optional<Instant> NEVER = Optional.empty();

    private static LedgerUser after(Event... events) {
        AtomicLong number = new AtomicLong();
        return LedgerUser.of(Stream.of(events)
                .map(event -> new Recorded(number.incrementAndGet(), Instant.EPOCH, event, Optional.empty()))
                .toList());
    }

    @Test
    void a_withdrawal_ends_the_consent_that_it_repeats() {
        assertThat(after(Events.given(), Events.withdrawn()).consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent.withdrawnAt()).contains(Events.WITHDRAWN));
    }

    @Test
    void a_withdrawn_consent_that_comes_again_stays_withdrawn() {
        assertThat(after(Events.withdrawn(), Events.given()).consents())
                .isEqualTo(after(Events.given(), Events.withdrawn()).consents());
    }

    @Test
    void of_two_withdrawals_the_earlier_one_holds() {
        Event later = Events.consent(Optional.of(Events.WITHDRAWN.plusSeconds(60)));

        assertThat(after(later, Events.withdrawn()).consents())
                .isEqualTo(after(Events.withdrawn(), later).consents())
                .extracting(Consent::withdrawnAt)
                .containsExactly(Optional.of(Events.WITHDRAWN));
    }

    @Test
    void consents_that_differ_are_consents_of_their_own() {
        Event separate = new Event.Consented(
                new Consent(Consent.By.USER, Consent.Form.SEPARATE, Set.of(new Key("marketing")), Events.GIVEN, NEVER));

        assertThat(after(Events.given(), separate, Events.withdrawn()).consents())
                .extracting(Consent::form, Consent::withdrawnAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Consent.Form.EXPLICIT, Optional.of(Events.WITHDRAWN)),
                        org.assertj.core.groups.Tuple.tuple(Consent.Form.SEPARATE, NEVER));
    }

    @Test
    void an_objection_or_refusal_that_is_stated_again_stands_again() {
        LedgerUser lifted = after(
                Events.objection(NEVER),
                Events.objection(Optional.of(Events.WITHDRAWN)),
                Events.refusal(NEVER, NEVER),
                Events.refusal(NEVER, Optional.of(Events.WITHDRAWN)));
        LedgerUser again = after(
                Events.objection(Optional.of(Events.WITHDRAWN)),
                Events.objection(NEVER),
                Events.refusal(NEVER, Optional.of(Events.WITHDRAWN)),
                Events.refusal(NEVER, NEVER));

        assertThat(lifted.objections()).singleElement().satisfies(one -> assertThat(one.liftedAt())
                .contains(Events.WITHDRAWN));
        assertThat(lifted.refusals()).singleElement().satisfies(one -> assertThat(one.liftedAt())
                .contains(Events.WITHDRAWN));
        assertThat(again.objections()).singleElement().satisfies(one -> assertThat(one.liftedAt())
                .isEmpty());
        assertThat(again.refusals()).singleElement().satisfies(one -> assertThat(one.liftedAt())
                .isEmpty());
    }

    @Test
    void a_description_replaces_the_one_before_it_whole() {
        assertThat(after(Events.DESCRIBED).description()).isEqualTo(Events.DESCRIBED);
        assertThat(after(Events.DESCRIBED, Described.NOTHING).description()).isEqualTo(Described.NOTHING);
        assertThat(LedgerUser.NOBODY.description()).isEqualTo(Described.NOTHING);
    }

    @Test
    void a_withdrawal_that_fits_no_consent_names_the_one_that_it_may_have_meant() {
        Consent given = ((Event.Consented) Events.given()).consent();
        Consent otherTime = new Consent(
                Consent.By.USER,
                Consent.Form.EXPLICIT,
                Set.of(new Key("marketing")),
                Events.GIVEN.plusSeconds(1),
                Optional.of(Events.WITHDRAWN));

        assertThat(after(Events.given()).meantBy(otherTime)).containsExactly(given);
        assertThat(after(Events.given()).meantBy(((Event.Consented) Events.withdrawn()).consent()))
                .isEmpty();
        assertThat(after(Events.given(), Events.withdrawn()).meantBy(otherTime)).isEmpty();
        assertThat(LedgerUser.NOBODY.meantBy(otherTime)).isEmpty();
    }

    private static Described livesIn(@Nullable String country, Optional<Instant> since) {
        return new Described(
                Optional.ofNullable(country).map(Place::new),
                Optional.empty(),
                Optional.empty(),
                new java.util.TreeMap<>(),
                since);
    }

    /** Where the ledger says that a consent was given which was given on 15 January 2016. */
    private static Optional<Place> givenIn(Recorded... events) {
        return LedgerUser.of(List.of(events)).consents().get(0).givenIn();
    }

    private static Recorded recorded(String at, Event event) {
        return new Recorded(1, Instant.parse(at), event, Optional.empty());
    }

    @Test
    void a_change_of_country_is_an_event_with_its_time_by_which_the_ledger_says_where_a_consent_was_given() {
        Recorded consent = recorded("2016-01-15T00:00:01Z", Events.given());
        Recorded austria = recorded("2015-01-01T00:00:00Z", livesIn("AT", Optional.empty()));
        Recorded germany = recorded("2016-06-01T00:00:00Z", livesIn("DE", Optional.empty()));
        Recorded germanyBefore =
                recorded("2016-06-01T00:00:00Z", livesIn("DE", Optional.of(Instant.parse("2016-01-15T00:00:00Z"))));
        Recorded germanyAfter =
                recorded("2016-06-01T00:00:00Z", livesIn("DE", Optional.of(Instant.parse("2016-01-16T00:00:00Z"))));
        Recorded nowhere = recorded("2016-06-01T00:00:00Z", livesIn(null, Optional.empty()));

        assertThat(givenIn(consent)).isEmpty();
        assertThat(givenIn(consent, germany)).as("the first one since ever").contains(new Place("DE"));
        assertThat(givenIn(austria, consent, germany)).contains(new Place("AT"));
        assertThat(givenIn(austria, consent, germanyAfter)).contains(new Place("AT"));
        assertThat(givenIn(austria, consent, germanyBefore)).contains(new Place("DE"));
        assertThat(givenIn(austria, consent, nowhere)).contains(new Place("AT"));
        assertThat(givenIn(consent, germanyAfter))
                .as("nobody knows where before")
                .isEmpty();
        assertThat(givenIn(austria, consent, germanyAfter, germanyBefore))
                .as("what was believed is taken back")
                .contains(new Place("DE"));
    }

    @Test
    void a_consent_that_says_itself_where_it_was_given_keeps_that_and_one_stated_again_has_the_last_place() {
        Consent given = ((Event.Consented) Events.given()).consent();
        Event inFrance = new Event.Consented(given.in(Optional.of(new Place("FR"))));
        Event inItaly = new Event.Consented(given.in(Optional.of(new Place("IT"))));
        Recorded austria = recorded("2015-01-01T00:00:00Z", livesIn("AT", Optional.empty()));

        assertThat(givenIn(austria, recorded("2016-01-15T00:00:01Z", inFrance))).contains(new Place("FR"));
        assertThat(after(inFrance, Events.withdrawn(), inItaly).consents())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.givenIn()).contains(new Place("IT"));
                    assertThat(one.withdrawnAt()).contains(Events.WITHDRAWN);
                });
    }

    @Test
    void a_withdrawal_of_all_consents_to_a_purpose_need_not_fit_one_and_is_kept_beside_them() {
        Consent given = ((Event.Consented) Events.given()).consent();
        Consent all = Consent.withdrawal(Consent.By.USER, Set.of(new Key("marketing")), Events.WITHDRAWN);

        assertThat(after(Events.given()).meantBy(all)).isEmpty();
        assertThat(new Event.Consented(all).kind()).isEqualTo(Event.Kind.CONSENT_WITHDRAWN);
        assertThat(after(Events.given(), new Event.Consented(all)).consents()).containsExactly(given, all);
    }
}
