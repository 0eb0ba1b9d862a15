package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Children, objection, messages, storage and purposes in the law of Europe and its neighbours. */
class LawOfEuropeTest {

    /** What the policy of 2021 itself says to a survey among those who cannot consent. */
    private static final String[] THE_POLICY = {"1.1(3)#3", "5(2)"};

    @ParameterizedTest
    @CsvSource({
        // where, the age of consent, the first day of the law, its rule
        "DE, 16, 2018-05-25, law-eu 3",
        "GI, 13, 2018-05-25, law-gi 2",
        "GG, 13, 2018-05-25, law-gg 2",
        "JE, 13, 2018-05-25, law-je 2",
        "IM, 13, 2018-08-01, law-im 2",
        "AD, 16, 2022-05-17, law-ad 2",
        "SM, 16, 2019-01-05, law-sm 2",
        "RS, 15, 2019-08-21, law-rs 2",
        "AL, 16, 2025-02-01, law-al 2",
        "BA, 16, 2025-10-04, law-ba 2",
        "GE, 16, 2024-03-01, law-ge 2",
        "AM, 16, 2015-07-01, law-am 2",
        "BY, 16, 2021-11-15, law-by 2",
    })
    void below_the_age_of_consent_a_guardian_consents(String place, int age, String first, String rule) {
        LocalDate day = LocalDate.parse(first);
        Asking survey = survey(place).on(first);
        Asking young = survey.bornOn(day.minusYears(age).plusDays(1).toString());
        young.consenting("marketing.survey").isDeniedBy(rule);
        young.withGuardianConsenting("marketing.survey").isPermittedBy("2.2(5)#2");
        young.on(day.minusDays(1).toString()).consenting("marketing.survey").isDeniedBy(THE_POLICY);
        // Consents in these questions are given the day before, when the age must have been reached already.
        Asking old =
                survey.bornOn(day.minusYears(age).toString()).on(day.plusDays(1).toString());
        old.consenting("marketing.survey").isPermittedBy("2.2(5)#2");
    }

    @Test
    void below_14_chinese_law_asks_the_same_of_a_chinese_controller() {
        Asking thirteen = survey("MK").bornOn("2007-08-25").consenting("marketing.survey");
        thirteen.on("2021-08-23").isDeniedBy("law-cn 2(3)");
        thirteen.on("2021-08-24").isDeniedBy("law-cn 2(3)", "law-mk 2");
        thirteen.on("2021-08-24").withGuardianConsenting("marketing.survey").isPermittedBy("2.2(5)#2");
    }

    @Test
    void british_law_takes_over_from_european_law_with_2021() {
        Asking twelve = survey("GB").bornOn("2008-06-01").consenting("marketing.survey");
        twelve.on("2020-12-31").isDeniedBy("law-cn 2(3)", "law-eu 3");
        twelve.on("2021-01-01").isDeniedBy("law-cn 2(3)", "law-gb 2");
        twelve.on("2021-06-02").isDeniedBy("law-cn 2(3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CH", "MD", "UA", "TR", "RU"})
    void where_the_law_names_no_age_of_consent_majority_decides(String place) {
        Asking survey = survey(place).bornOn("2009-02-01").consenting("marketing.survey");
        survey.on("2027-01-31").isDeniedBy(THE_POLICY);
        survey.on("2027-02-02").isPermittedBy("2.2(5)#2");
    }

    @ParameterizedTest
    @CsvSource({
        "1998-10-23, 7(2)",
        "1998-10-24, law-eu 4#2",
        "2018-05-24, law-eu 4#2",
        "2018-05-25, law-eu 4",
    })
    void an_objection_ends_direct_marketing_with_data_in_the_union(String day, String rule) {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("DE")
                .bornOn("1960-01-01")
                .heldIn("DE")
                .consenting("marketing.messages.sms")
                .on(day);
        message.isPermittedBy("2.2(4)");
        message.objecting("marketing").isDeniedBy(rule);
    }

    @Test
    void the_directive_did_not_reach_a_controller_and_data_abroad() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("DE")
                .consenting("marketing.messages.sms")
                .objecting("marketing");
        message.on("2018-05-24").isDeniedBy("7(2)");
        message.on("2018-05-25").isDeniedBy("law-eu 4");
    }

    @Test
    void in_switzerland_an_objection_holds_unless_a_statute_or_a_contract_justifies_the_use() {
        Asking using = of2016().forPurpose("service.requested").livingIn("CH").objecting("service.requested");
        using.on("2023-08-31").isPermittedBy("2.2(2)");
        using.on("2023-09-01").isDeniedBy("law-ch 2");
        using.on("2023-09-01").where("law-requires").isPermittedBy("2.2(2)");
        of2021().forPurpose("service.requested")
                .livingIn("CH")
                .objecting("service.requested")
                .on("2023-09-01")
                .isPermittedBy("2.2(2)");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 2003-10-30, 2003-10-31, law-eu 7(1), 7(2)",
        "CH, 2007-03-31, 2007-04-01, law-ch 3(1), 3(2)",
    })
    void messages_need_consent_and_a_way_out(String place, String before, String first, String rule, String duty) {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn(place)
                .bornOn("1960-01-01");
        message.on(before).isPermittedBy("2.2(4)");
        message.on(first).isDeniedBy(rule);
        message.on(first).forPurpose("marketing.messages.email").isDeniedBy(rule);
        message.on(first).deemedToConsent("marketing.messages.sms").isDeniedBy(rule);
        message.on(before).consenting("marketing.messages.sms").isPermittedWith();
        message.on(first).consenting("marketing.messages.sms").isPermittedWith("opt-out-in-message WITH " + duty);
    }

    @Test
    void messages_to_the_united_kingdom_come_under_its_own_regulations() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("GB")
                .bornOn("1960-01-01");
        message.on("2003-12-10").isDeniedBy("law-eu 7(1)");
        message.on("2003-12-11").isDeniedBy("law-eu 7(1)", "law-gb 6(1)");
        message.on("2021-01-01").isDeniedBy("law-gb 6(1)");
        message.on("2021-01-01").consenting("marketing.messages.sms").isPermittedWith("opt-out-in-message WITH 6(2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie.first-party", "cookie.third-party", "local-storage"})
    void storage_on_the_device_needs_consent_unless_it_is_strictly_necessary(String source) {
        Asking stored = of2016().collecting("browsing.identifier")
                .forPurpose("marketing.advertising.custom")
                .from(source)
                .livingIn("DE")
                .whoNeverUsedTheService();
        String granted = source.equals("local-storage") ? "8.2(3)" : "8.1(4)";
        stored.on("2011-05-24").isPermittedBy(granted);
        stored.on("2011-05-25").isDeniedBy("law-eu 8");
        stored.on("2011-05-25").consenting("marketing.advertising.custom").isPermittedBy(granted);
        stored.livingIn("CN").isPermittedBy(granted);
        stored.using("browsing.identifier").isPermittedBy("2.2(4)", granted);
    }

    @Test
    void a_sign_in_is_remembered_without_consent_and_beacons_are_not_storage() {
        Asking stored = of2016().livingIn("DE").whoNeverUsedTheService();
        stored.collecting("browsing.identifier")
                .forPurpose("service.authentication")
                .from("cookie.first-party")
                .isPermittedBy("8.1(1)");
        stored.collecting("browsing.history")
                .forPurpose("marketing.advertising.custom")
                .from("beacon")
                .isPermittedBy("8.3(2)");
    }

    @Test
    void cookies_in_the_united_kingdom_come_under_its_own_regulations() {
        Asking cookie = of2016().collecting("browsing.identifier")
                .forPurpose("analysis.audience")
                .from("cookie.first-party")
                .livingIn("GB")
                .whoNeverUsedTheService();
        cookie.on("2011-05-25").isDeniedBy("law-eu 8");
        cookie.on("2011-05-26").isDeniedBy("law-eu 8", "law-gb 7");
        cookie.on("2021-01-01").isDeniedBy("law-gb 7");
        cookie.on("2021-01-01").consenting("analysis.audience").isPermittedBy("8.1(2)");
    }

    @Test
    void a_new_purpose_that_rests_on_consent_needs_one_that_names_it() {
        Asking survey = survey("DE").on("2022-01-01").collectedFor("order.processing");
        survey.isDeniedBy("law-cn 7(1)", "law-eu 9");
        survey.consenting("order.processing").isDeniedBy("law-cn 7(1)", "law-eu 9");
        survey.consenting("marketing.survey").isPermittedBy("2.2(5)#2");
        survey.forPurpose("analysis.market").isPermittedBy("2.2(5)");
        survey.collectedFor("marketing").isDeniedBy("1.1(3)#3");
        survey.on("2018-05-24").isDeniedBy("1.1(3)#3");
        survey.on("2018-05-25").isDeniedBy("law-eu 9");
    }

    private static Asking survey(String place) {
        return of2021().using("contact.postcode").forPurpose("marketing.survey").livingIn(place);
    }
}
