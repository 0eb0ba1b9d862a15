package dev.proviso.law;

import static dev.proviso.Asking.of2016;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the neighbours of the Union ask of data that leaves them, and of data that is collected in Russia. */
class NeighbouringTransfersTest {

    @ParameterizedTest
    @CsvSource({
        // origin, adequate, not adequate, the last day without the law, its first day, its rule
        "CH, DE, IN, 2023-08-31, 2023-09-01, law-ch 4",
        "RS, DE, IN, 2019-08-20, 2019-08-21, law-rs 3",
    })
    void switzerland_and_serbia_forbid_export_from_the_first_day_of_their_laws(
            String from, String adequate, String other, String before, String first, String rule) {
        sending(from, other).on(before).isOpenFor("table:transfers/" + from + "/" + other);
        sending(from, other).on(first).isDeniedBy(rule);
        sending(from, other).on(first).under("binding-corporate-rules").isPermittedBy("5.1(1)");
        sending(from, other)
                .on(first)
                .consenting("service.requested", "transfer")
                .isDeniedBy("5.1(2)");
        sending(from, adequate).on(first).isPermittedBy("5.1(1)");
    }

    @Test
    void certified_americans_receive_swiss_data_from_15_september_2024() {
        Asking sending = sending("CH", "US").under("adequacy-certification");
        sending.on("2024-09-14").isDeniedBy("law-ch 4");
        sending.on("2024-09-15").isPermittedBy("5.1(1)");
        sending.on("2024-09-15").under().isDeniedBy("law-ch 4");
    }

    @Test
    void serbian_contract_clauses_came_after_the_law() {
        Asking sending = sending("RS", "IN").under("standard-contract");
        sending.on("2020-01-29").isDeniedBy("law-rs 3");
        sending.on("2020-01-30").isPermittedBy("5.1(1)");
    }

    @Test
    void turkish_law_begins_with_consent() {
        Asking sending = sending("TR", "DE");
        sending.on("2016-04-06").isOpenFor("table:transfers/TR/DE");
        sending.on("2016-04-07").isDeniedBy("law-tr 3(1)");
        sending.on("2016-04-07").consenting("service.requested", "transfer").isPermittedBy("5.1(1)");
        sending.on("2016-04-07").under("authority-approval").isPermittedBy("5.1(1)");
    }

    @Test
    void turkish_law_ends_reliance_on_consent_and_opens_the_standard_contract() {
        Asking sending = sending("TR", "DE");
        sending.on("2024-05-31").isDeniedBy("law-tr 3(1)");
        sending.on("2024-06-01").isDeniedBy("law-tr 3(2)");
        sending.on("2024-06-01").under("authority-approval").isPermittedBy("5.1(1)");
        Asking consented = sending.consenting("service.requested", "transfer");
        consented.on("2024-08-31").isPermittedBy("5.1(1)");
        consented.on("2024-09-01").isDeniedBy("law-tr 3(2)");
        sending.on("2024-07-09").under("standard-contract").isDeniedBy("law-tr 3(2)");
        sending.on("2024-07-10").under("standard-contract").isPermittedBy("5.1(1)");
    }

    @Test
    void russian_law_asks_the_regulator_before_export_since_march_2023() {
        Asking sending = sending("RU", "US");
        Asking consented = sending.consenting("service.requested", "transfer");
        sending.on("2023-02-28").isDeniedBy("law-ru 4(1)");
        sending.on("2023-02-28").under("authority-approval").isDeniedBy("law-ru 4(1)");
        consented.on("2023-02-28").isPermittedBy("5.1(1)");
        sending.on("2023-03-01").isDeniedBy("law-ru 4(2)");
        sending.on("2023-03-01").under("authority-approval").isPermittedBy("5.1(1)");
        consented.on("2023-03-01").isDeniedBy("law-ru 4(2)");
    }

    @Test
    void russian_law_on_export_began_in_2007() {
        // Before the policy began, only a consent can be deemed to have been given.
        Asking sending = sending("RU", "US").deemedToConsent("service.requested", "transfer");
        sending.on("2007-01-29").isOpenFor("table:transfers/RU/US");
        sending.on("2007-01-30").isDeniedBy("law-ru 4(1)");
    }

    @Test
    void parties_to_the_convention_receive_data_from_russia_and_others_that_the_regulator_lists() {
        sending("RU", "TR").on("2016-08-31").isDeniedBy("law-ru 4(1)");
        sending("RU", "TR").on("2016-09-01").isPermittedBy("5.1(1)");
        sending("RU", "FR").on("2023-03-01").isPermittedBy("5.1(1)");
        sending("RU", "CN").on("2023-02-28").isDeniedBy("law-ru 4(1)");
        sending("RU", "CN").on("2023-03-01").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-09-01, law-ru 3(1)",
        "2025-06-30, law-ru 3(1)",
        "2025-07-01, law-ru 3(2)",
    })
    void data_of_people_in_russia_is_collected_into_databases_in_russia(String day, String rule) {
        Asking collecting = collectingInRussia().on(day);
        collecting.goingTo("DE").under("authority-approval").isDeniedBy(rule);
        collecting.goingTo("RU").isPermittedBy("1.1(1)");
        collecting.isOpenFor("destination");
        collecting.where("treaty-applies").isPermittedBy("1.1(1)");
        collecting.livingIn("BY").isPermittedBy("1.1(1)");
    }

    @Test
    void before_september_2015_the_place_of_the_database_did_not_matter() {
        collectingInRussia().on("2015-08-31").isPermittedBy("1.1(1)");
    }

    @Test
    void where_nothing_is_known_of_exports_the_answer_stays_open() {
        sending("GI", "DE").isOpenFor("table:transfers/GI/DE");
    }

    private static Asking collectingInRussia() {
        return of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn("RU")
                .deemedToConsent("service.registration", "transfer");
    }

    private static Asking sending(String from, String to) {
        return of2016().sending("contact.email", to)
                .forPurpose("service.requested")
                .heldIn(from)
                .livingIn(from)
                .under()
                .deemedToConsent("service.requested", "transfer");
    }
}
