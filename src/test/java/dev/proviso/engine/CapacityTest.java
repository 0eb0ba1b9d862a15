package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.User.Consent;
import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For whom a guardian counts alone, where a guardian is asked for and age, country or row are not known. */
class CapacityTest {

    private static final Instant GIVEN = Instant.parse("2022-05-01T00:00:00Z");
    private static final Consent CONSENT =
            new Consent(Consent.By.GUARDIAN, Consent.Form.EXPLICIT, Set.of(new Key("news")), GIVEN, Optional.empty());

    @Test
    void where_the_law_never_asks_for_both_a_guardian_counts_for_everyone_below_majority_however_vague_the_age() {
        Row.Age row = age("US", OptionalInt.of(18), OptionalInt.of(13));
        Birth tenToSeventeen = new Birth(LocalDate.of(2004, 7, 1), LocalDate.of(2012, 1, 1));

        assertThat(spokenFor(Optional.of("US"), tenToSeventeen, row)).isEqualTo(Evaluation.TRUE);
    }

    @Test
    void an_unknown_country_leaves_it_open_only_where_the_places_differ_for_that_age() {
        Row.Age us = age("US", OptionalInt.of(18), OptionalInt.of(13));
        Row.Age de = age("DE", OptionalInt.of(18), OptionalInt.of(16));
        Row.Age kr = age("KR", OptionalInt.of(19), OptionalInt.of(14));
        Birth fifteen = new Birth(LocalDate.of(2007, 1, 1), LocalDate.of(2007, 1, 1));
        Birth eighteen = new Birth(LocalDate.of(2004, 1, 1), LocalDate.of(2004, 1, 1));

        assertThat(spokenFor(Optional.empty(), fifteen, us, de, kr)).isEqualTo(Evaluation.TRUE);
        assertThat(spokenFor(Optional.empty(), eighteen, us, de, kr)).isEqualTo(Evaluation.unknown("user.country"));
        assertThat(spokenFor(Optional.empty(), eighteen, us, de)).isEqualTo(Evaluation.FALSE);
    }

    @Test
    void a_row_without_a_majority_leaves_it_open_from_the_age_of_consent_on_and_is_named() {
        Row.Age row = age("US", OptionalInt.empty(), OptionalInt.of(13));
        Birth twelve = new Birth(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 1, 1));
        Birth fifteen = new Birth(LocalDate.of(2007, 1, 1), LocalDate.of(2007, 1, 1));

        assertThat(spokenFor(Optional.of("US"), twelve, row)).isEqualTo(Evaluation.TRUE);
        assertThat(spokenFor(Optional.of("US"), fifteen, row)).isEqualTo(Evaluation.unknown("table:age-of-consent/US"));
    }

    private static Evaluation spokenFor(Optional<String> country, Birth birth, Row.Age... rows) {
        User user = User.UNSTATED.but(it -> {
            it.country = country.map(Place::new);
            it.timeZone = Optional.of(ZoneOffset.UTC);
            it.birth = Optional.of(birth);
        });
        return new Capacity.ByAge(new Ages(
                        user.birth(), new UserTime(user, GIVEN), new Tables(List.of(rows), new Tables.Found())))
                .ofGuardian()
                .alone(CONSENT);
    }

    private static Row.Age age(String place, OptionalInt majority, OptionalInt consent) {
        return new Row.Age(new Place(place), majority, consent, OptionalInt.empty(), Days.ALWAYS, Row.Provenance.NONE);
    }
}
