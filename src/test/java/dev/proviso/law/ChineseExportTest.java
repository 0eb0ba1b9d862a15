package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves mainland China, and by which way, as the law of export changes from 2017 to 2026. */
class ChineseExportTest {

    private static final String FORBIDDEN = "law-cn 5(3)";
    private static final String NONE = "none";

    private static Asking sending() {
        return of2016().sending("contact.email", "US")
                .forPurpose("service.requested")
                .where("records-this-year", 500)
                .where("sensitive-records-this-year", 0);
    }

    private static void decide(Asking sending, String safeguard, boolean permitted) {
        Asking asked = safeguard.equals(NONE) ? sending.under() : sending.under(safeguard);
        if (permitted) {
            asked.isPermittedBy("5.1(1)");
        } else {
            asked.isDeniedBy(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-21,   99999, none, false",
        "2024-03-21,   99999, standard-contract, true",
        "2024-03-21,   99999, certification, true",
        "2024-03-21,  100000, standard-contract, false",
        "2024-03-21,  100000, certification, false",
        "2024-03-21,  100000, security-assessment, true",
        "2024-03-21, 1000000, standard-contract, false",
        "2024-03-21, 1000000, security-assessment, true",
        "2024-03-22,   99999, none, true",
        "2024-03-22,  100000, none, false",
        "2024-03-22,  100000, standard-contract, true",
        "2024-03-22,  100000, certification, true",
        "2024-03-22,  999999, standard-contract, true",
        "2024-03-22, 1000000, standard-contract, false",
        "2024-03-22, 1000000, certification, false",
        "2024-03-22, 1000000, security-assessment, true",
        "2026-01-01,  999999, certification, true",
        "2026-01-01, 1000000, certification, false",
    })
    void the_way_depends_on_how_many_were_sent(String day, long records, String safeguard, boolean permitted) {
        decide(sending().on(day).where("records-this-year", records), safeguard, permitted);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-21,     1, none, false",
        "2024-03-21,     1, standard-contract, true",
        "2024-03-22,     1, none, false",
        "2024-03-22,     1, standard-contract, true",
        "2024-03-22,  9999, standard-contract, true",
        "2024-03-22, 10000, standard-contract, false",
        "2024-03-22, 10000, certification, false",
        "2024-03-22, 10000, security-assessment, true",
    })
    void one_sensitive_record_needs_a_way_and_ten_thousand_an_assessment(
            String day, long records, String safeguard, boolean permitted) {
        Asking sending = sending().sending("location.precise", "US");
        decide(sending.on(day).where("sensitive-records-this-year", records), safeguard, permitted);
    }

    @Test
    void one_sensitive_record_sent_earlier_ends_the_exemption_for_small_numbers() {
        Asking sending = sending().on("2024-03-22").where("records-this-year", 99_999);
        decide(sending.where("sensitive-records-this-year", 0), NONE, true);
        decide(sending.where("sensitive-records-this-year", 1), NONE, false);
        decide(sending.where("sensitive-records-this-year", 1), "standard-contract", true);
    }

    @Test
    void how_many_were_sent_must_be_stated() {
        Asking sending = of2016().sending("contact.email", "US")
                .forPurpose("service.requested")
                .on("2024-03-22");
        sending.under().isOpenFor("circumstances.records-this-year", "circumstances.sensitive-records-this-year");
        sending.under("security-assessment").isPermittedBy("5.1(1)");
    }

    @Test
    void data_of_a_child_under_14_is_no_small_number() {
        Asking child = sending().withGuardianConsenting("service.requested", "transfer");
        child.bornOn("2010-03-23").on("2024-03-22").under().isDeniedBy(FORBIDDEN);
        child.bornOn("2010-03-23").on("2024-03-22").under("standard-contract").isPermittedBy("5.1(1)");
        child.bornOn("2010-03-22")
                .on("2024-03-22")
                .where("lawful-locally")
                .under()
                .isPermittedBy("5.1(1)");
    }

    @Test
    void before_the_cybersecurity_law_there_is_no_general_rule() {
        Asking critical = sending().where("exporter-is-critical");
        critical.on("2017-05-31").under().isPermittedBy("5.1(1)");
        critical.on("2017-06-01").under().isDeniedBy("law-cn 5(4)");
        critical.on("2017-06-01").under("security-assessment").isPermittedBy("5.1(1)");
        sending().on("2021-10-31").under().isPermittedBy("5.1(1)");
        critical.on("2021-10-31").under().isDeniedBy("law-cn 5(4)");
    }

    @Test
    void critical_infrastructure_keeps_to_the_assessment() {
        Asking critical = sending().where("exporter-is-critical").on("2024-03-22");
        critical.under("standard-contract", "certification").isDeniedBy(FORBIDDEN);
        critical.under("security-assessment").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-11-01", "2022-08-31"})
    void between_the_law_and_its_measures_only_a_treaty_opens_the_border(String day) {
        Asking sending = sending().on(day).under("security-assessment", "standard-contract", "certification");
        sending.isDeniedBy(FORBIDDEN);
        sending.where("treaty-applies").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "security-assessment, 2022-08-31, 2022-09-01",
        "certification, 2022-11-03, 2022-11-04",
        "standard-contract, 2023-05-31, 2023-06-01",
    })
    void each_way_opens_on_the_day_of_its_measure(String safeguard, String before, String first) {
        decide(sending().on(before), safeguard, false);
        decide(sending().on(first), safeguard, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "MO", "TW"})
    void hong_kong_macao_and_taiwan_are_abroad(String place) {
        Asking sending = sending().goingTo(place).on("2023-06-01");
        sending.under().isDeniedBy(FORBIDDEN);
        sending.under("standard-contract").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({"HK, 2023-12-12, 2023-12-13", "MO, 2024-09-09, 2024-09-10"})
    void the_contract_of_the_greater_bay_area_has_no_limit_of_numbers(String place, String before, String first) {
        Asking sending =
                sending().goingTo(place).where("records-this-year", 2_000_000).under("standard-contract-gba");
        sending.on(before).isDeniedBy(FORBIDDEN);
        sending.on(first).isPermittedBy("5.1(1)");
        sending.on(first).goingTo("TW").isDeniedBy(FORBIDDEN);
        sending.on(first).under("standard-contract").isDeniedBy(FORBIDDEN);
    }

    @Test
    void what_a_users_own_order_needs_goes_abroad_since_2024() {
        Asking order = of2021().sending("contact.address.delivery", "US")
                .forPurpose("order.processing")
                .where("records-this-year", 2_000_000)
                .under();
        order.on("2024-03-21").where("requested-by-user").isDeniedBy(FORBIDDEN);
        order.on("2024-03-22").where("requested-by-user").isPermittedBy("5.1(1)");
        order.on("2024-03-22").isDeniedBy(FORBIDDEN);
    }

    @Test
    void where_consent_is_the_basis_an_export_takes_a_separate_one() {
        Asking sending = of2021().sending("contact.email", "HK")
                .forPurpose("marketing.messages.email")
                .where("treaty-applies")
                .under();
        sending.on("2021-10-31")
                .consenting("marketing.messages.email", "transfer")
                .isDeniedByDefault();
        sending.on("2021-11-01")
                .consenting("marketing.messages.email", "transfer")
                .isDeniedBy("law-cn 5(1)");
        sending.on("2021-11-01")
                .consentingSeparately("marketing.messages.email", "transfer")
                .isPermittedBy("5.1(1)");
    }

    @Test
    void a_foreign_authority_receives_chinese_data_only_with_approval() {
        Asking demand = of2016().disclosing("contact.email", "authority.foreign", "US")
                .forPurpose("legal.obligation")
                .where("legal-demand");
        demand.on("2021-08-31").under().isPermittedBy("3.3(1)");
        demand.on("2021-09-01").under().isDeniedBy("law-cn 5(2)");
        demand.on("2021-09-01").under("authority-approval").isPermittedBy("3.3(1)");
        demand.on("2022-02-01").under().isDeniedBy("law-cn 5(2)", FORBIDDEN);
        demand.on("2022-02-01").under("authority-approval").isPermittedBy("3.3(1)");
    }

    @Test
    void data_that_is_not_kept_in_china_is_no_chinese_export() {
        Asking sending = sending().heldIn("HK").goingTo("US").under();
        sending.on("2022-01-01").isPermittedBy("5.1(1)");
        sending.on("2022-01-01").heldIn("CN").isDeniedBy(FORBIDDEN);
    }
}
