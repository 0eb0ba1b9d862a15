package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the countries of the Americas: from what day on it needs a way, and which ways are open. */
class AmericanTransfersTest {

    private static final Asking REGISTERING =
            of2016().collecting("contact.email").forPurpose("service.registration");

    /** What an adult gives leaves the country, and the user is deemed to have agreed to that. */
    private static final Asking LEAVING = REGISTERING
            .aged(40)
            .deemedToConsent("service.registration", "transfer")
            .goingTo("US")
            .under();

    @Test
    void canada_lets_data_go_and_quebec_asks_for_an_agreement() {
        Asking leaving = REGISTERING.goingTo("US").under();
        leaving.livingIn("CA-ON").on("2023-12-01").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.livingIn("CA-QC").on("2023-09-21").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.livingIn("CA-QC").on("2023-09-22").isDeniedBy("law-ca-qc 4");
        leaving.livingIn("CA-QC").on("2023-09-22").under("standard-contract").isPermittedBy("1.1(1)", "5.1(1)");
    }

    @Test
    void an_exporter_in_canada_says_whether_it_is_quebec() {
        Asking leaving = REGISTERING.livingIn("FR").heldIn("CA").goingTo("US").on("2023-12-01");
        leaving.under().isOpenFor("origin");
        leaving.heldIn("CA-ON").under().isPermittedBy("1.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        // origin, first day, the rule, a safeguard that will do
        "AR, 2016-11-18, law-ar 4, standard-contract",
        "BR, 2020-09-18, law-br 8, authority-approval",
        "BR, 2024-08-23, law-br 8, standard-contract",
        "BR, 2024-08-23, law-br 8, binding-corporate-rules",
        "CL, 2026-12-01, law-cl 5, standard-contract",
        "CL, 2026-12-01, law-cl 5, certification",
        "CO, 2012-10-18, law-co 5, authority-approval",
        "UY, 2008-08-18, law-uy 3, authority-approval",
    })
    void data_leaves_under_a_safeguard_that_the_law_accepts(String origin, String day, String rule, String safeguard) {
        Asking leaving = LEAVING.livingIn(origin).on(day);
        leaving.under().isDeniedBy(rule);
        leaving.under("security-assessment").isDeniedBy(rule);
        leaving.under(safeguard).isPermittedBy("1.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "AR, 2000-11-02, law-ar 4",
        "BR, 2020-09-18, law-br 8",
        "CL, 2026-12-01, law-cl 5",
        "CO, 2012-10-18, law-co 5",
        "MX, 2010-07-06, 5.1(2)", // by the policy alone: within the company the law calls it no transfer
        "UY, 2008-08-18, law-uy 3",
    })
    void data_leaves_freely_until_the_law_starts(String origin, String day, String rule) {
        Asking leaving = LEAVING.livingIn(origin);
        leaving.on(dayBefore(day)).isPermittedBy("1.1(1)", "5.1(1)");
        leaving.on(day).isDeniedBy(rule);
    }

    @ParameterizedTest
    @CsvSource({"AR, law-ar 4", "CO, law-co 5", "MX, 5.1(2)", "UY, law-uy 3"})
    void consent_opens_a_way_out(String origin, String rule) {
        Asking leaving = REGISTERING.livingIn(origin).goingTo("IN").under().on("2025-06-01");
        leaving.consenting("service.registration", "transfer").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.consenting("service.registration").isDeniedBy(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // origin, destination, the last day without the way, the rule
        "AR, CH, 2016-11-17, law-ar 4",
        "AR, FR, 2016-11-17, law-ar 4",
        "UY, AR, 2021-06-07, law-uy 3",
        "UY, KR, 2023-11-21, law-uy 3",
        "CO, US, 2017-08-09, law-co 5",
        "CO, JP, 2018-03-22, law-co 5",
    })
    void places_on_the_list_of_the_authority_receive_data(String origin, String destination, String last, String rule) {
        Asking leaving =
                LEAVING.livingIn(origin).goingTo(destination).deemedToConsent("service.registration", "transfer");
        leaving.on(last).isDeniedBy(rule);
        leaving.on(LocalDate.parse(last).plusDays(1).toString()).isPermittedBy("1.1(1)", "5.1(1)");
    }

    @Test
    void a_contract_with_the_user_opens_a_way_out() {
        Asking order = of2021().collecting("contact.phone")
                .forPurpose("order.processing")
                .goingTo("US")
                .under()
                .on("2025-06-01");
        for (String origin : List.of("BR", "MX", "UY")) {
            order.livingIn(origin).isPermittedBy("1.1(2)", "5.1(1)");
        }
        order.livingIn("AR").isDeniedBy("law-ar 4");
    }

    @Test
    void mexican_data_goes_to_a_processor_freely() {
        Asking sending = of2021().disclosing("contact.phone", "processor", "US")
                .heldIn("MX")
                .forPurpose("analysis.market")
                .under()
                .consentingSeparately("analysis.market", "transfer", "processor");
        sending.isPermittedBy("3.2(1)", "5.1(1)");
        // To a company of the group it goes freely too, and to others with consent.
        Asking handing = of2021().disclosing("contact.phone", "affiliate", "US")
                .heldIn("MX")
                .forPurpose("analysis.market")
                .under();
        handing.consentingSeparately("analysis.market", "disclose", "transfer").isPermittedBy("3.1(1)", "5.1(1)");
        handing.to("company", "US")
                .consentingSeparately("analysis.market", "disclose")
                .isDeniedBy("law-mx 4");
    }

    @Test
    void brazil_asks_for_a_separate_consent_and_takes_a_legal_duty() {
        Asking leaving = REGISTERING.livingIn("BR").goingTo("US").under().on("2021-06-01");
        leaving.consenting("service.registration", "transfer").isDeniedBy("law-br 8");
        leaving.consentingSeparately("service.registration", "transfer").isPermittedBy("1.1(1)", "5.1(1)");
        of2021().disclosing("contact.email", "authority.foreign", "US")
                .heldIn("BR")
                .forPurpose("legal.obligation")
                .where("legal-demand")
                .under()
                .isPermittedBy("3.3(1)");
    }

    @Test
    void brazil_holds_the_european_economic_area_adequate_from_27_january_2026() {
        Asking leaving = REGISTERING.livingIn("BR").under();
        leaving.goingTo("PT").on("2026-01-26").isDeniedBy("law-br 8");
        leaving.goingTo("PT").on("2026-01-27").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.goingTo("NO").on("2026-01-27").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.goingTo("GB").on("2026-01-27").isDeniedBy("law-br 8");
        leaving.goingTo("US").on("2026-01-27").isDeniedBy("law-br 8");
    }

    @Test
    void brazilian_standard_clauses_count_from_23_august_2024() {
        Asking leaving = REGISTERING.livingIn("BR").goingTo("US").under("standard-contract");
        leaving.on("2024-08-22").isDeniedBy("law-br 8");
        leaving.on("2024-08-23").isPermittedBy("1.1(1)", "5.1(1)");
    }

    private static String dayBefore(String day) {
        return LocalDate.parse(day).minusDays(1).toString();
    }
}
