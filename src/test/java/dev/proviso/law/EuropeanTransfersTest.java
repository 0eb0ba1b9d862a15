package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What European law asks of data that leaves: each day on which a way opens or closes, and the day before it. */
class EuropeanTransfersTest {

    @ParameterizedTest
    @CsvSource({
        "2015-10-05, true, law-eu 6(1)",
        "2015-10-06, false, law-eu 6(1)",
        "2016-07-11, false, law-eu 6(1)",
        "2016-07-12, true, law-eu 6(1)",
        "2020-07-15, true, law-eu 6(2)",
        "2020-07-16, false, law-eu 6(2)",
        "2023-07-09, false, law-eu 6(2)",
        "2023-07-10, true, law-eu 6(2)",
    })
    void certified_recipients_in_the_united_states_receive_data_only_while_a_decision_stands(
            String day, boolean open, String rule) {
        Asking sending = sending("DE", "US").on(day);
        sending.under().isDeniedBy(rule);
        if (open) {
            sending.under("adequacy-certification").isPermittedBy("5.1(1)");
        } else {
            sending.under("adequacy-certification").isDeniedBy(rule);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JP, 2019-01-22, 2019-01-23",
        "KR, 2021-12-16, 2021-12-17",
        "BR, 2026-01-25, 2026-01-26",
        "CH, 2000-07-25, 2000-07-26",
        "HU, 2000-07-25, 2000-07-26",
    })
    void a_country_receives_european_data_from_the_day_it_is_adequate(String to, String closed, String open) {
        sending("DE", to).on(open).isPermittedBy("5.1(1)");
        String rule = closed.compareTo("2018-05-25") < 0 ? "law-eu 6(1)" : "law-eu 6(2)";
        sending("DE", to).on(closed).isDeniedBy(rule);
    }

    @Test
    void adequacy_reaches_no_further_than_its_decision() {
        sending("DE", "JP").on("2022-01-01").to("authority.foreign", "JP").isDeniedBy("law-eu 6(2)");
        sending("DE", "KR").on("2022-01-01").isPermittedBy("5.1(1)");
        sending("DE", "KR").doing("transfer", "financial.card").on("2022-01-01").isDeniedBy("law-eu 6(2)");
        sending("DE", "CA").on("2022-01-01").isDeniedBy("law-eu 6(2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-02-01", "2019-02-01", "2022-02-01", "2026-06-01"})
    void china_is_never_adequate(String day) {
        String rule = day.startsWith("2016") ? "law-eu 6(1)" : "law-eu 6(2)";
        sending("DE", "CN").on(day).isDeniedBy(rule);
        sending("DE", "CN").on(day).under("adequacy-certification").isDeniedBy(rule);
        sending("DE", "CN").on(day).under("standard-contract").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "1998-10-24, law-eu 6(1)",
        "2018-05-24, law-eu 6(1)",
        "2018-05-25, law-eu 6(2)",
    })
    void the_directive_forbids_export_first_and_then_the_regulation(String day, String rule) {
        sending("FR", "IN").on(day).isDeniedBy(rule);
        sending("FR", "IN").on(day).under("authority-approval").isPermittedBy("5.1(1)");
        sending("FR", "IT").on(day).isPermittedBy("5.1(1)");
        sending("NO", "IN").on(day).isDeniedBy(rule);
    }

    @Test
    void before_the_directive_nothing_is_known() {
        sending("FR", "IN").on("1998-10-23").isOpenFor("table:transfers/FR/IN");
    }

    @Test
    void companies_of_a_group_are_bound_by_its_rules_from_the_regulation_on() {
        Asking sending = sending("DE", "IN").under("binding-corporate-rules");
        sending.on("2018-05-24").isDeniedBy("law-eu 6(1)");
        sending.on("2018-05-25").isPermittedBy("5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({"2017-01-01, law-eu 6(1)", "2019-01-01, law-eu 6(2)"})
    void deemed_agreement_never_is_the_explicit_consent_that_the_exception_takes(String day, String rule) {
        Asking sending = sending("DE", "CN").on(day);
        sending.deemedToConsent("service.requested", "transfer").isDeniedBy(rule);
        sending.consenting("service.requested").isDeniedBy(rule);
        // The law lets an explicit consent to the transfer pass; what then forbids is the policy's own clause.
        sending.consenting("service.requested", "transfer").isDeniedBy("5.1(2)");
    }

    @Test
    void a_contract_is_an_exception_where_the_user_has_asked() {
        Asking order = of2021().sending("contact.email", "CN")
                .forPurpose("order.processing")
                .heldIn("DE")
                .livingIn("DE")
                .under();
        order.isDeniedBy("law-eu 6(2)");
        order.where("requested-by-user").isDeniedBy("5.1(2)");
        order.where("requested-by-user").forPurpose("analysis.market").isDeniedBy("law-eu 6(2)");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, true", // a member of the Economic Area, for this purpose
        "2021-01-01, true", // the bridge of the trade agreement
        "2021-06-27, true",
        "2021-06-28, true", // adequate
        "2025-12-18, true",
        "2025-12-19, true", // adequate again
        "2031-12-27, true",
        "2031-12-28, false",
    })
    void the_united_kingdom_receives_european_data_without_a_gap(String day, boolean open) {
        if (open) {
            sending("IE", "GB").on(day).isPermittedBy("5.1(1)");
        } else {
            sending("IE", "GB").on(day).isDeniedBy("law-eu 6(2)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-31, law-eu 6(2)",
        "2021-01-01, law-gb 5(1)",
        "2021-06-28, law-gb 5(1)",
        "2025-12-19, law-gb 5(1)",
        "2026-02-04, law-gb 5(1)",
        "2026-02-05, law-gb 5(2)",
    })
    void the_united_kingdom_as_exporter_has_its_own_rule_since_the_transition(String day, String rule) {
        sending("GB", "CN").on(day).isDeniedBy(rule);
        sending("GB-SCT", "CN").on(day).isDeniedBy(rule);
        sending("GB", "CN").on(day).under("standard-contract").isPermittedBy("5.1(1)");
        sending("GB", "IE").on(day).isPermittedBy("5.1(1)");
        sending("GB", "JP").on(day).isPermittedBy("5.1(1)");
    }

    @Test
    void the_united_kingdom_finds_korea_adequate_and_builds_a_bridge_to_certified_americans() {
        sending("GB", "KR").on("2022-12-18").isDeniedBy("law-gb 5(1)");
        sending("GB", "KR").on("2022-12-19").isPermittedBy("5.1(1)");
        Asking bridge = sending("GB", "US").under("adequacy-certification");
        bridge.on("2023-10-11").isDeniedBy("law-gb 5(1)");
        bridge.on("2023-10-12").isPermittedBy("5.1(1)");
        bridge.on("2023-10-12").under().isDeniedBy("law-gb 5(1)");
    }

    @Test
    void explicit_consent_is_an_exception_in_british_law_too() {
        for (String day : new String[] {"2022-01-01", "2026-03-01"}) {
            sending("GB", "CN")
                    .on(day)
                    .consenting("service.requested", "transfer")
                    .isDeniedBy("5.1(2)");
        }
    }

    private static Asking sending(String from, String to) {
        return of2016().sending("contact.email", to)
                .forPurpose("service.requested")
                .heldIn(from)
                .livingIn(from)
                .bornOn("1960-01-01")
                .under()
                .deemedToConsent("service.requested", "transfer");
    }
}
