package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law documents that ship: what their rows and sentences do to the answers of the policy. */
class LawTest {

    @ParameterizedTest
    @CsvSource({
        // place, born, a day on which a guardian is needed still, a day on which none is needed any more
        "CN, 2002-06-01, 2019-09-30, 2019-10-01", // 17: the age of consent falls from 18 to 14
        "CN, 2008-03-10, 2022-03-09, 2022-03-10", // the 14th birthday
        "GB, 2010-03-10, 2023-03-09, 2023-03-10",
        "US, 2010-03-10, 2023-03-09, 2023-03-10",
        "JP, 2000-06-01, 2017-05-29, 2017-05-30", // 16: 20 until that day, 15 after it
        "PE, 2008-03-10, 2022-03-09, 2022-03-10", // 14 as in China, without a law for children on every ground
        "KR, 2008-03-10, 2022-03-09, 2022-03-10",
        "SG, 2009-03-10, 2024-03-27, 2024-03-28",
        "DE, 2006-03-10, 2022-03-09, 2022-03-10",
        "SI, 2007-06-01, 2023-01-25, 2023-01-26", // 15: 16 until that day, 15 after it
    })
    void the_age_from_which_no_guardian_is_needed(String place, String born, String still, String nolonger) {
        Asking collecting = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn(place)
                .bornOn(born);
        collecting.on(still).withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        collecting.on(nolonger).isPermittedBy("1.1(1)");
        if (place.equals("CN") && still.compareTo("2019-10-01") >= 0) {
            collecting.on(still).isDeniedBy("law-cn 2(1)");
        } else if (!place.equals("US")) {
            collecting.on(still).isDeniedBy("5(1)");
        }
    }

    @Test
    void denmark_raised_its_age_from_13_to_15_at_the_start_of_2024() {
        Asking fourteen = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn("DK")
                .bornOn("2009-06-01");
        fourteen.on("2023-12-31").isPermittedBy("1.1(1)");
        fourteen.on("2024-01-01").isDeniedBy("5(1)");
    }

    @Test
    void a_state_of_the_united_states_may_have_a_majority_of_its_own() {
        Asking eighteen =
                of2016().using("contact.email").forPurpose("service.requested").bornOn("1997-06-01");
        eighteen.livingIn("US").isPermittedBy("2.2(2)");
        eighteen.livingIn("US-AL").isDeniedBy("5(2)");
    }

    @Test
    void scotland_has_a_majority_of_its_own() {
        Asking sixteen =
                of2016().using("contact.email").forPurpose("service.requested").bornOn("1999-06-01");
        sixteen.livingIn("GB-SCT").isPermittedBy("2.2(2)");
        sixteen.livingIn("GB").isDeniedBy("5(2)");
    }

    @Test
    void in_france_child_and_parent_consent_together() {
        Asking twelve = of2021().using("contact.email")
                .forPurpose("marketing.messages.email")
                .livingIn("FR")
                .bornOn("2009-06-01");
        twelve.withGuardianConsenting("marketing.messages.email").isDeniedBy("law-cn 2(2)", "law-eu 3", "law-eu 7(1)");
        twelve.withGuardianConsentingSeparately("marketing.messages.email")
                .consenting("marketing.messages.email")
                .isPermittedBy("2.2(4)#2");
    }

    @Test
    void european_law_stops_direct_marketing_after_an_objection() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .consenting("marketing.messages.sms")
                .objecting("marketing")
                .on("2019-02-01");
        message.livingIn("DE").isDeniedBy("law-eu 4");
        message.livingIn("NO").isDeniedBy("law-eu 4");
        message.livingIn("CN").isDeniedBy("7(2)");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, law-eu 4",
        "2021-01-01, law-gb 3",
    })
    void the_united_kingdom_is_under_european_law_until_the_transition_ends(String day, String rule) {
        of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .consenting("marketing.messages.sms")
                .objecting("marketing")
                .livingIn("GB")
                .on(day)
                .isDeniedBy(rule);
    }

    @Test
    void a_destination_that_is_adequate_needs_no_safeguard() {
        Asking collecting = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn("DE")
                .under()
                .on("2021-12-01");
        collecting.goingTo("JP").isPermittedBy("1.1(1)", "5.1(1)");
        collecting.goingTo("FR").isPermittedBy("1.1(1)", "5.1(1)");
        collecting.goingTo("IN").isDeniedBy("law-eu 6(2)");
    }

    @Test
    void no_child_under_13_in_the_united_states_gives_data_without_a_parent() {
        Asking child = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn("US")
                .bornOn("2006-05-05");
        child.isDeniedBy("law-us 2");
        child.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        child.bornOn("2002-05-05").isPermittedBy("1.1(1)");
    }
}
