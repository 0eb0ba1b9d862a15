package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages, children and marketing in the law of Asia, the Pacific and the Middle East; what leaves them is in {@link AsianExportTest}. */
class LawOfAsiaTest {

    private static final String MESSAGES = "marketing.messages.email";

    @ParameterizedTest
    @CsvSource({
        // place, born, the last day as a minor, the first day of full age
        "CN, 2004-03-10, 2022-03-09, 2022-03-10",
        "HK, 2004-03-10, 2022-03-09, 2022-03-10",
        "MO, 2004-03-10, 2022-03-09, 2022-03-10",
        "TW, 2004-06-01, 2022-12-31, 2023-01-01", // 18: majority falls from 20 to 18
        "TW, 2002-03-10, 2022-03-09, 2022-03-10", // the 20th birthday
        "JP, 2003-06-01, 2022-03-31, 2022-04-01", // 18: majority falls from 20 to 18
        "KR, 1993-08-01, 2013-06-30, 2013-07-01", // 19: majority falls from 20 to 19
        "KR, 2003-03-10, 2022-03-09, 2022-03-10", // the 19th birthday
        "IN, 2004-03-10, 2022-03-09, 2022-03-10",
        "SG, 2001-03-10, 2022-03-09, 2022-03-10", // the 21st birthday
        "MY, 2004-03-10, 2022-03-09, 2022-03-10",
        "TH, 2002-03-10, 2022-03-09, 2022-03-10", // the 20th birthday
        "VN, 2004-03-10, 2022-03-09, 2022-03-10",
        "ID, 2004-03-10, 2022-03-09, 2022-03-10",
        "PH, 2004-03-10, 2022-03-09, 2022-03-10",
        "AU, 2004-03-10, 2022-03-09, 2022-03-10",
        "NZ, 2002-03-10, 2022-03-09, 2022-03-10", // the 20th birthday
        "IL, 2004-03-10, 2022-03-09, 2022-03-10",
        "SA, 2004-03-10, 2022-03-09, 2022-03-10",
        "AE, 2001-03-10, 2022-03-09, 2022-03-10", // the 21st birthday
        "AE, 2005-03-10, 2026-03-09, 2026-03-10", // and still so in 2026
    })
    void the_day_of_full_age(String place, String born, String still, String nolonger) {
        Asking using = of2016().using("contact.email")
                .forPurpose("service.requested")
                .livingIn(place)
                .bornOn(born);
        using.on(still).isDeniedBy("5(2)");
        using.on(nolonger).isPermittedBy("2.2(2)");
    }

    @ParameterizedTest
    @CsvSource({
        // place, born, a day on which a guardian is needed still, a day on which none is needed any more
        "VN, 2007-06-01, 2023-06-30, 2023-07-01", // 16: the age of consent falls from 18 to 16
        "AU, 1998-06-01, 2014-03-11, 2014-03-12", // 15: from 18 to 15
        "AE, 2012-06-01, 2025-12-31, 2026-01-01", // 13: from 21 to 13
        "MY, 2004-03-10, 2022-03-09, 2022-03-10",
        "SA, 2006-03-10, 2024-03-09, 2024-03-10",
    })
    void the_age_from_which_no_guardian_is_needed(String place, String born, String still, String nolonger) {
        Asking collecting = of2021().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn(place)
                .bornOn(born);
        collecting.on(still).isDeniedBy("5(1)");
        collecting.on(still).withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        collecting.on(nolonger).isPermittedBy("1.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        // place, the rule, a child's birthday, the first day of the rule
        "KR, law-kr 2, 2000-06-01, 2011-09-30",
        "MY, law-my 2, 2000-06-01, 2013-11-15",
        "TH, law-th 2, 2014-06-01, 2022-06-01",
        "VN, law-vn 2, 2017-06-01, 2023-07-01",
        "ID, law-id 2, 2012-06-01, 2022-10-17",
        "PH, law-ph 2, 2000-06-01, 2012-09-08",
        "SA, law-sa 2, 2012-06-01, 2023-09-14",
    })
    void where_consent_is_the_basis_a_guardian_gives_it(String place, String rule, String born, String first) {
        Asking message = of2021().using("contact.email")
                .forPurpose(MESSAGES)
                .livingIn(place)
                .bornOn(born)
                .on(first);
        message.withGuardianConsentingSeparately(MESSAGES).isPermittedBy("2.2(4)#2");
        Asking alone = message.consentingSeparately(MESSAGES);
        if (first.compareTo("2019-10-01") < 0) {
            alone.isDeniedBy(rule);
        } else if (first.compareTo("2021-11-01") >= 0) {
            alone.isDeniedBy(rule, "law-cn 2(2)");
        }
        message.forPurpose("service.registration")
                .withGuardianConsenting("service.registration")
                .isPermittedBy("2.2(1)");
    }

    @ParameterizedTest
    @CsvSource({
        // place, old enough when the guardian consented the day before, a day too young, the day of the question
        "TH, 2012-07-09, 2012-07-10, 2022-07-10",
        "VN, 2016-07-09, 2016-07-10, 2023-07-10",
        "VN, 2019-07-09, 2019-07-10, 2026-07-10",
    })
    void from_an_age_on_child_and_guardian_consent_together(String place, String old, String young, String day) {
        Asking message = of2021().using("contact.email")
                .forPurpose(MESSAGES)
                .livingIn(place)
                .on(day)
                .withGuardianConsentingSeparately(MESSAGES);
        message.bornOn(young).isPermittedBy("2.2(4)#2");
        message.bornOn(old).isDeniedBy("law-cn 2(2)", "law-" + place.toLowerCase(Locale.ROOT) + " 2");
        message.bornOn(old).consenting(MESSAGES).isPermittedBy("2.2(4)#2");
    }

    @Test
    void india_protects_children_by_its_new_law_not_before_its_day() {
        Asking child = of2016().livingIn("IN").bornOn("2011-06-01");
        Asking advertisement = child.using("browsing.history")
                .forPurpose("marketing.advertising.custom")
                .withGuardianConsenting("marketing.advertising.custom");
        advertisement.on("2027-05-12").isPermittedBy("2.2(4)");
        advertisement.on("2027-05-13").isDeniedBy("law-in 2(2)", "law-in 2(2)#2");
        advertisement.on("2027-05-13").bornOn("2009-05-13").isPermittedBy("2.2(4)");
        Asking collecting = child.collecting("contact.email").forPurpose("service.registration");
        collecting.on("2027-05-12").isDeniedBy("5(1)");
        collecting.on("2027-05-13").isDeniedBy("law-in 2(1)");
        collecting
                .on("2027-05-13")
                .withGuardianConsenting("service.registration")
                .isPermittedBy("1.1(1)");
    }

    @Test
    void the_emirates_ask_a_parent_for_a_child_under_13() {
        Asking child = of2016().using("contact.email")
                .forPurpose("service.registration")
                .livingIn("AE")
                .bornOn("2014-06-01");
        child.on("2025-12-31").isDeniedBy("5(2)");
        child.on("2026-01-01").isDeniedBy("law-ae 2");
        child.on("2026-01-01").withGuardianConsenting("service.registration").isPermittedBy("2.2(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "HK, law-hk 2(1), marketing.messages.sms, 2013-03-31, 2013-04-01",
        "IL, law-il 3, marketing.messages.sms, 2008-11-30, 2008-12-01",
        "JP, law-jp 4(1), marketing.messages.email, 2008-11-30, 2008-12-01",
        "JP, law-jp 4(1), marketing.messages.sms, 2008-11-30, 2008-12-01",
        "NZ, law-nz 3(1), marketing.messages.sms, 2007-09-04, 2007-09-05",
        "KR, law-kr 3, marketing.messages.sms, 2014-11-28, 2014-11-29",
        "AU, law-au 2(3), marketing.messages.sms, 2014-03-11, 2014-03-12",
    })
    void messages_need_consent(String place, String rule, String purpose, String before, String first) {
        Asking message = of2016().using("contact.phone").forPurpose(purpose).livingIn(place);
        if (purpose.equals(MESSAGES)) {
            message.on(before).isDeniedBy("7(1)");
        } else {
            message.on(before).isPermittedBy("2.2(4)");
        }
        message.on(first).isDeniedBy(rule);
        message.on(first).consenting(purpose).isPermittedBy("2.2(4)");
    }

    @ParameterizedTest
    @CsvSource({
        "HK, law-hk 2(2), 2013-03-31, 2013-04-01",
        "SG, law-sg 3, 2014-01-01, 2014-01-02",
        "AU, law-au 2(1), 2014-03-11, 2014-03-12",
    })
    void messages_end_with_an_objection(String place, String rule, String before, String first) {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn(place)
                .consenting("marketing.messages.sms");
        message.objecting("marketing").on(before).isDeniedBy("7(2)");
        message.objecting("marketing").on(first).isDeniedBy(rule);
        message.on(first).isPermittedBy("2.2(4)");
    }

    @Test
    void hong_kong_hands_data_on_for_marketing_only_with_consent() {
        Asking handing = of2016().disclosing("contact.phone", "company", "CN")
                .forPurpose("marketing.messages.sms")
                .livingIn("HK");
        handing.on("2013-03-31").isDeniedBy("3.1(2)");
        handing.on("2013-04-01").isDeniedBy("law-hk 2(3)");
        handing.on("2013-04-01")
                .consenting("marketing.messages.sms", "disclose")
                .isPermittedBy("3.1(1)");
    }

    @Test
    void australia_asks_for_consent_before_sensitive_data_serves_marketing() {
        Asking marketing =
                of2016().using("special.health").forPurpose("marketing.survey").livingIn("AU");
        marketing.on("2014-03-11").isDeniedBy("1.1(3)#3");
        marketing.on("2014-03-12").isDeniedBy("law-au 2(2)");
        marketing.on("2014-03-12").consenting("marketing.survey").isDeniedByDefault();
    }
}
