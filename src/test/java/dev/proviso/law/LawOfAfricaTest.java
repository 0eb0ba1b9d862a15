package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law documents of Africa: what each rule forbids and lets pass, and from what day on. */
class LawOfAfricaTest {

    @ParameterizedTest
    @CsvSource({
        // place, age, first day of the rule, the rule
        "EG, 17, 2020-10-14, law-eg 2",
        "ZA, 17, 2020-07-01, law-za 2",
        "KE, 17, 2019-11-25, law-ke 2",
        "UG, 17, 2019-05-03, law-ug 2",
        "MU, 15, 2018-01-15, law-mu 2",
    })
    void data_of_a_child_is_not_collected_without_a_guardian(String place, int age, String day, String rule) {
        Asking child = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn(place)
                .on(day)
                .aged(age);
        child.isDeniedBy(rule);
        child.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        child.aged(age + 1).isPermittedBy("1.1(1)");
        child.on(dayBefore(day)).isDeniedBy("5(1)");
    }

    @Test
    void the_law_itself_and_the_protection_of_a_child_need_no_guardian() {
        Asking child = of2016().livingIn("ZA").on("2021-12-01").aged(15);
        child.using("contact.email").forPurpose("minors.protection").isPermittedBy("5(3)");
        child.using("log.visits")
                .forPurpose("legal.evidence")
                .where("violation-recorded")
                .where("lawful-locally")
                .isPermittedBy("9");
    }

    @ParameterizedTest
    @CsvSource({
        "NG, 17, 2023-06-12, law-ng 2",
        "RW, 15, 2021-11-01, law-rw 2",
    })
    void where_consent_is_the_basis_a_guardian_gives_it_for_a_child(String place, int age, String day, String rule) {
        Asking child = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn(place)
                .on(day)
                .aged(age);
        child.isDeniedBy(rule);
        child.withGuardianConsenting("marketing.messages.sms").isPermittedBy("2.2(4)#2");
        child.on("2024-01-01")
                .aged(age + 1)
                .consenting("marketing.messages.sms")
                .isPermittedBy("2.2(4)#2");
        child.forPurpose("service.requested").isDeniedBy("5(2)");
    }

    @Test
    void the_rules_of_nigeria_and_rwanda_have_a_first_day() {
        Asking child = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .aged(15);
        child.livingIn("NG").on("2023-06-11").isDeniedBy("5(2)", "7(1)");
        child.livingIn("RW").on("2021-10-14").isDeniedBy("5(2)", "7(1)");
        child.livingIn("RW").on("2021-10-15").isDeniedBy("law-rw 2");
    }

    @Test
    void in_ghana_only_the_special_data_of_a_child_needs_the_guardian() {
        Asking child =
                of2016().forPurpose("service.registration").livingIn("GH").aged(17);
        child.on("2012-10-16").collecting("special.health").isDeniedBy("law-gh 2");
        child.on("2012-10-15").collecting("special.health").isDeniedBy("5(1)");
        child.on("2012-10-16").collecting("contact.email").isDeniedBy("5(1)");
        child.on("2012-10-16")
                .collecting("special.health")
                .withGuardianConsenting("service.registration")
                .isDeniedByDefault();
    }

    @Test
    void a_young_egyptian_consents_from_18_and_stays_a_minor_until_21() {
        Asking eighteen = of2016().livingIn("EG").on("2021-12-01").aged(18);
        eighteen.collecting("contact.email").forPurpose("service.registration").isPermittedBy("1.1(1)");
        eighteen.using("contact.email").forPurpose("service.requested").isDeniedBy("5(2)");
    }

    @Test
    void messages_to_south_africa_need_consent() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("ZA");
        message.on("2020-06-30").isPermittedBy("2.2(4)");
        message.on("2020-07-01").isDeniedBy("law-za 3(1)");
        message.on("2020-07-01").consenting("marketing.messages.sms").isPermittedBy("2.2(4)");
        message.livingIn("NG").on("2020-07-01").isPermittedBy("2.2(4)");
    }

    @Test
    void south_africans_may_object_to_advertising() {
        Asking advertisement = of2016().using("browsing.history")
                .forPurpose("marketing.advertising.sponsored")
                .livingIn("ZA");
        advertisement.on("2020-07-01").isPermittedBy("2.2(4)");
        advertisement.on("2020-07-01").objecting("marketing").isDeniedBy("law-za 3(2)");
        advertisement.on("2020-06-30").objecting("marketing").isDeniedBy("7(2)");
    }

    @ParameterizedTest
    @CsvSource({
        // origin, first day, the rule, a safeguard that will do
        "ZA, 2020-07-01, law-za 6, standard-contract",
        "ZA, 2020-07-01, law-za 6, binding-corporate-rules",
        "KE, 2019-11-25, law-ke 5(1), authority-approval",
        "KE, 2019-11-25, law-ke 5(1), standard-contract",
        "RW, 2021-10-15, law-rw 4, authority-approval",
    })
    void data_leaves_only_under_a_safeguard_once_the_law_asks_for_one(
            String origin, String day, String rule, String safeguard) {
        Asking leaving = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn(origin)
                .goingTo("US")
                .under();
        leaving.on(dayBefore(day)).isPermittedBy("1.1(1)", "5.1(1)");
        leaving.on(day).isDeniedBy(rule);
        leaving.on(day).under("security-assessment").isDeniedBy(rule);
        leaving.on(day).under(safeguard).isPermittedBy("1.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @CsvSource({"ZA, law-za 6", "NG, law-ng 4", "RW, law-rw 4"})
    void consent_opens_a_way_out(String origin, String rule) {
        Asking leaving = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn(origin)
                .on("2023-12-01")
                .goingTo("US")
                .under();
        leaving.consenting("service.registration", "transfer").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.consenting("service.registration").isDeniedBy(rule);
    }

    @Test
    void a_contract_with_the_user_opens_a_way_out() {
        Asking order = of2021().collecting("contact.phone")
                .forPurpose("order.processing")
                .goingTo("US")
                .under()
                .on("2023-12-01");
        for (String origin : List.of("ZA", "NG", "RW", "KE")) {
            order.livingIn(origin).isPermittedBy("1.1(2)", "5.1(1)");
        }
    }

    @Test
    void nothing_is_known_of_exports_from_nigeria_before_its_act() {
        Asking leaving = of2016().collecting("contact.email")
                .forPurpose("service.registration")
                .livingIn("NG")
                .goingTo("US")
                .under("standard-contract");
        leaving.on("2023-06-11").isOpenFor("table:transfers/NG/US");
        leaving.on("2023-06-12").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.on("2023-06-12").under("authority-approval").isDeniedBy("law-ng 4");
    }

    @Test
    void sensitive_data_leaves_kenya_only_with_consent_as_well() {
        Asking leaving = of2021().sending("special.health", "US")
                .heldIn("KE")
                .forPurpose("rights.access")
                .under("standard-contract");
        leaving.isDeniedBy("law-ke 5(2)");
        leaving.consentingSeparately("rights.access", "transfer").isPermittedBy("5.1(1)");
        leaving.sending("contact.email", "US").isDeniedByDefault();
        leaving.on("2019-11-24").isDeniedByDefault();
    }

    private static String dayBefore(String day) {
        return LocalDate.parse(day).minusDays(1).toString();
    }
}
