package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the countries of Asia, the Pacific and the Middle East; mainland China is in {@link ChineseExportTest}. */
class AsianExportTest {

    private static final String ORDER = "order.processing";

    /** To another company abroad, with an express consent that covers the disclosure and not the transfer. */
    private static Asking handing(String origin, String destination, String day) {
        return of2016().disclosing("contact.phone", "company", destination)
                .forPurpose(ORDER)
                .consenting(ORDER, "disclose")
                .deemedToConsent(ORDER, "transfer")
                .bornOn("1960-03-01")
                .heldIn(origin)
                .on(day);
    }

    @ParameterizedTest
    @CsvSource({
        // origin, the rule, its first day, a safeguard that will do
        "MO, law-mo 3, 2006-02-19, authority-approval",
        "JP, law-jp 3, 2017-05-30, certification",
        "KR, law-kr 5(2), 2023-09-15, certification",
        "SG, law-sg 2, 2014-07-02, standard-contract",
        "SG, law-sg 2, 2021-02-01, certification",
        "SG, law-sg 2, 2026-03-02, certification",
        "MY, law-my 4, 2013-11-15, standard-contract",
        "MY, law-my 4, 2025-04-01, transfer-impact-assessment",
        "TH, law-th 4, 2024-03-24, binding-corporate-rules",
        "ID, law-id 4, 2022-10-17, standard-contract",
        "NZ, law-nz 2, 2020-12-01, standard-contract",
        "IL, law-il 2, 2001-06-15, standard-contract",
        "SA, law-sa 4, 2024-09-14, binding-corporate-rules",
        "AE, law-ae 4, 2022-01-02, standard-contract",
        "VN, law-vn 4, 2026-01-01, transfer-impact-assessment",
    })
    void data_leaves_only_by_a_way_that_the_law_names(String origin, String rule, String day, String safeguard) {
        Asking handing = handing(origin, "US", day);
        handing.under().isDeniedBy(rule);
        handing.under("adequacy-certification").isDeniedBy(rule);
        handing.under(safeguard).isPermittedBy("3.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "MO, law-mo 3, 2006-02-19",
        "JP, law-jp 3, 2017-05-30",
        "JP, law-jp 3, 2022-04-01",
        "KR, law-kr 5(1), 2011-09-30",
        "KR, law-kr 5(1), 2023-09-14",
        "KR, law-kr 5(2), 2023-09-15",
        "SG, law-sg 2, 2021-02-01",
        "MY, law-my 4, 2013-11-15",
        "TH, law-th 4, 2022-06-01",
        "ID, law-id 4, 2022-10-17",
        "NZ, law-nz 2, 2020-12-01",
        "IL, law-il 2, 2001-06-15",
        "AE, law-ae 4, 2022-01-02",
    })
    void a_consent_to_the_transfer_will_do(String origin, String rule, String day) {
        Asking handing = handing(origin, "US", day).under();
        handing.isDeniedBy(rule);
        handing.consentingSeparately(ORDER, "disclose", "transfer").isPermittedBy("3.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "HK, US, 1996-12-20",
        "HK, CN, 2026-06-01",
        "TW, US, 2012-10-01",
        "TW, CN, 2026-06-01",
        "PH, US, 2012-09-08",
        "AU, US, 2014-03-12",
        "JP, US, 2017-05-29",
        "SG, US, 2014-07-01",
        "IN, US, 2011-04-11",
        "IN, US, 2027-05-13",
    })
    void data_leaves_freely_where_no_way_is_asked_for(String origin, String destination, String day) {
        handing(origin, destination, day).under().isPermittedBy("3.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "TW, US, 2012-09-30",
        "TH, US, 2022-05-31",
        "SA, US, 2024-09-13",
        "VN, US, 2023-06-30",
    })
    void before_the_first_row_the_answer_stays_open(String origin, String destination, String day) {
        handing(origin, destination, day).under().isOpenFor("table:transfers/" + origin + "/" + destination);
    }

    @ParameterizedTest
    @CsvSource({
        "JP, DE, 2019-01-22, 2019-01-23, law-jp 3",
        "JP, GB, 2019-01-22, 2019-01-23, law-jp 3",
        "KR, DE, 2025-09-15, 2025-09-16, law-kr 5(2)",
        "KR, NO, 2025-09-15, 2025-09-16, law-kr 5(2)",
    })
    void a_recognised_destination_needs_nothing_more(
            String origin, String destination, String before, String first, String rule) {
        handing(origin, destination, before).under().isDeniedBy(rule);
        handing(origin, destination, first).under().isPermittedBy("3.1(1)", "5.1(1)");
    }

    @Test
    void japan_still_recognises_the_united_kingdom_after_it_left() {
        handing("JP", "GB", "2021-01-01").under().isPermittedBy("3.1(1)", "5.1(1)");
    }

    @Test
    void korea_does_not_recognise_europe_for_financial_data() {
        Asking card = handing("KR", "DE", "2025-09-16").disclosing("financial.card", "company", "DE");
        card.under().isDeniedBy("law-kr 5(2)");
        card.under("certification").isPermittedBy("3.1(1)", "5.1(1)");
    }

    @Test
    void korea_lets_a_processor_abroad_keep_what_a_contract_needs() {
        Asking keeping = of2021().disclosing("contact.phone", "processor", "US")
                .forPurpose(ORDER)
                .heldIn("KR")
                .under();
        keeping.on("2023-09-14").where("notice-at-collection").isDeniedBy("5.1(2)");
        keeping.on("2023-09-15").isDeniedBy("law-kr 5(2)");
        keeping.on("2023-09-15").where("notice-at-collection").isPermittedBy("3.2(1)", "5.1(1)");
        keeping.on("2023-09-15").where("treaty-applies").isPermittedBy("3.2(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "MO, law-mo 3",
        "MY, law-my 4",
        "TH, law-th 4",
        "AE, law-ae 4",
    })
    void a_contract_that_the_user_asked_for_will_do(String origin, String rule) {
        Asking order = of2021().sending("contact.phone", "US")
                .forPurpose(ORDER)
                .heldIn(origin)
                .on("2023-09-15")
                .under();
        order.isDeniedBy(rule);
        order.where("requested-by-user").isPermittedBy("5.1(1)");
    }

    @Test
    void vietnam_asks_for_consent_beside_the_dossier_until_the_end_of_2025() {
        Asking handing = handing("VN", "US", "2025-12-31").under("transfer-impact-assessment");
        handing.isDeniedBy("law-vn 4");
        handing.consenting(ORDER, "disclose", "transfer").isPermittedBy("3.1(1)", "5.1(1)");
        handing.on("2023-07-01").isDeniedBy("law-vn 4");
        handing.on("2026-01-01").isPermittedBy("3.1(1)", "5.1(1)");
    }

    @Test
    void israel_sends_data_to_members_of_the_union() {
        handing("IL", "DE", "2022-01-01").under().isPermittedBy("3.1(1)", "5.1(1)");
        handing("IL", "GB", "2020-01-31").under().isPermittedBy("3.1(1)", "5.1(1)");
        // The United Kingdom left the Union, and stayed a party to the convention.
        handing("IL", "GB", "2020-02-01").under().isPermittedBy("3.1(1)", "5.1(1)");
        handing("IL", "US", "2020-02-01").under().isDeniedBy("law-il 2");
    }

    @Test
    void india_asks_a_way_for_sensitive_data_until_its_new_law() {
        Asking card = handing("IN", "US", "2027-05-12").disclosing("financial.card", "company", "US");
        card.under().isDeniedBy("law-in 4");
        card.under("standard-contract").isDeniedBy("law-in 4");
        card.under("standard-contract")
                .consenting(ORDER, "disclose", "transfer")
                .isPermittedBy("3.1(1)", "5.1(1)");
        card.on("2011-04-11").under().isDeniedBy("law-in 4");
        card.on("2027-05-13").under().isPermittedBy("3.1(1)", "5.1(1)");
    }
}
