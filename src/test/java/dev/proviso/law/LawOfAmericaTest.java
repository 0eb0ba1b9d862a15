package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law documents of the Americas but for the United States: what each rule forbids and lets pass, and from what day. */
class LawOfAmericaTest {

    private static final Asking REGISTERING =
            of2016().collecting("contact.email").forPurpose("service.registration");

    @Test
    void a_canadian_message_needs_consent_and_stops_on_objection() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("CA");
        message.on("2014-06-30").isPermittedBy("2.2(4)");
        message.on("2014-06-30").objecting("marketing").isDeniedBy("7(2)");
        message.on("2014-07-01").isDeniedBy("law-ca 2(1)");
        message.on("2014-07-01").consenting("marketing.messages.sms").isPermittedBy("2.2(4)");
        message.on("2014-07-01")
                .consenting("marketing.messages.sms")
                .objecting("marketing")
                .isDeniedBy("law-ca 2(2)");
    }

    @Test
    void in_quebec_a_parent_consents_for_a_child_under_14() {
        Asking thirteen = REGISTERING.livingIn("CA-QC").on("2023-09-22").aged(13);
        thirteen.isDeniedBy("law-ca-qc 2(1)");
        thirteen.on("2023-09-21").isDeniedBy("5(1)");
        thirteen.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        thirteen.aged(14).isPermittedBy("1.1(1)");
        thirteen.livingIn("CA-ON").isPermittedBy("1.1(1)");
    }

    @Test
    void in_quebec_a_parent_also_consents_to_the_use_of_a_childs_data() {
        Asking message = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("CA-QC");
        Asking thirteen = message.on("2023-09-22").aged(13);
        thirteen.forPurpose("service.requested").isDeniedBy("5(2)");
        thirteen.isDeniedBy("law-ca 2(1)", "law-ca-qc 2(2)", "law-cn 2(2)");
        thirteen.on("2023-09-21").isDeniedBy("law-ca 2(1)", "law-cn 2(2)");
        thirteen.withGuardianConsentingSeparately("marketing.messages.sms").isPermittedBy("2.2(4)#2");
    }

    @Test
    void majority_in_canada_follows_the_province() {
        Asking eighteen = of2016().using("contact.email")
                .forPurpose("service.requested")
                .on("2016-06-01")
                .aged(18);
        eighteen.livingIn("CA").isPermittedBy("2.2(2)");
        eighteen.livingIn("CA-BC").isDeniedBy("5(2)");
        eighteen.livingIn("CA-NS").isDeniedBy("5(2)");
        eighteen.livingIn("CA-NS").aged(19).isPermittedBy("2.2(2)");
        eighteen.livingIn("CA-BC").aged(19).isOpenFor("law:CA-BC");
    }

    @Test
    void puerto_rico_is_of_age_at_21_and_has_the_federal_rule_for_children() {
        of2016().using("contact.email")
                .forPurpose("service.requested")
                .livingIn("PR")
                .aged(20)
                .isDeniedBy("5(2)");
        of2016().using("contact.email")
                .forPurpose("service.requested")
                .livingIn("PR")
                .aged(21)
                .isPermittedBy("2.2(2)");
        Asking twelve = REGISTERING.livingIn("PR").on("2000-04-21").aged(12);
        twelve.isDeniedBy("law-pr 2(1)");
        twelve.on("2000-04-20").isDeniedBy("5(1)");
        twelve.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        twelve.aged(13).isPermittedBy("1.1(1)");
        Asking disclosing = of2016().disclosing("contact.email", "company", "CN")
                .forPurpose("order.processing")
                .livingIn("PR")
                .on("2025-06-23")
                .aged(12)
                .withGuardianConsenting("order.processing", "disclose");
        disclosing.isDeniedBy("law-pr 2(2)");
        disclosing
                .withGuardianConsentingSeparately("order.processing", "disclose")
                .isPermittedBy("3.1(1)");
    }

    @Test
    void no_brazilian_minor_is_profiled_for_advertising_from_17_march_2026() {
        Asking profiling = of2021().using("browsing.history")
                .forPurpose("marketing.advertising.custom")
                .consenting("marketing.advertising.custom")
                .livingIn("BR");
        profiling.on("2026-03-16").aged(17).isPermittedBy("2.2(4)");
        profiling.on("2026-03-17").aged(17).isDeniedBy("law-br 3(1)");
        profiling.on("2026-03-17").aged(18).isPermittedBy("2.2(4)");
    }

    @Test
    void the_guardian_of_a_young_brazilian_account_holder_is_verified_from_17_march_2026() {
        Asking registering = REGISTERING.livingIn("BR");
        registering.on("2026-03-17").aged(16).isPermittedWith("guardian-verification BEFORE 3(2)");
        registering.on("2026-03-16").aged(16).isPermittedWith();
        registering.on("2026-03-17").aged(17).isPermittedWith();
    }

    @Test
    void a_brazilian_objects_to_marketing() {
        Asking message = of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("BR")
                .objecting("marketing");
        message.on("2020-09-17").isDeniedBy("7(2)");
        message.on("2020-09-18").isDeniedBy("law-br 4");
        message.on("2020-09-18").forPurpose("service.requested").isPermittedBy("2.2(2)");
    }

    @ParameterizedTest
    @CsvSource({
        // place, age of consent, a day of the rule, the rule, what else denies because the controller is in China
        "PE, 14, 2013-05-08, law-pe 2, 5(2)",
        "EC, 15, 2021-05-26, law-ec 2, 5(2)",
        "BM, 14, 2025-01-01, law-bm 2, law-cn 2(2)",
        "JM, 18, 2023-12-01, law-jm 2, 5(2)",
        "CL, 14, 2026-12-01, law-cl 2(1), law-cn 2(2)",
    })
    void where_consent_is_the_basis_a_guardian_gives_it_for_a_child(
            String place, int age, String day, String rule, String china) {
        Asking child = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn(place)
                .on(day)
                .aged(age - 1);
        boolean isUnderChineseRule = china.equals("law-cn 2(2)");
        if (isUnderChineseRule) {
            child.isDeniedBy(rule, china);
            child.on(dayBefore(day)).isDeniedBy(china);
        } else {
            child.isDeniedBy(rule);
            child.on(dayBefore(day)).isDeniedBy("5(2)", "7(1)");
        }
        child.withGuardianConsentingSeparately("marketing.messages.sms").isPermittedBy("2.2(4)#2");
        child.on(LocalDate.parse(day).plusDays(2).toString())
                .aged(age)
                .consenting("marketing.messages.sms")
                .isPermittedBy("2.2(4)#2");
    }

    @Test
    void a_brazilian_child_under_12_has_a_guardian_consent() {
        Asking eleven = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("BR")
                .on("2020-09-18")
                .aged(11);
        eleven.isDeniedBy("law-br 2", "law-cn 2(3)");
        eleven.on("2020-09-17").isDeniedBy("law-cn 2(3)");
        eleven.withGuardianConsentingSeparately("marketing.messages.sms").isPermittedBy("2.2(4)#2");
        eleven.on("2020-09-20").aged(12).consenting("marketing.messages.sms").isDeniedBy("law-cn 2(3)");
        eleven.on("2020-09-20").aged(14).consenting("marketing.messages.sms").isPermittedBy("2.2(4)#2");
    }

    @Test
    void in_colombia_a_representative_authorises_until_majority() {
        Asking child = REGISTERING.livingIn("CO").on("2012-10-18").aged(17);
        child.isDeniedBy("law-co 2");
        child.on("2012-10-17").isDeniedBy("5(1)");
        child.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        child.aged(18).isPermittedBy("1.1(1)");
    }

    @Test
    void in_chile_consent_to_sensitive_data_counts_from_16() {
        Asking survey = of2021().using("special.health")
                .forPurpose("marketing.survey")
                .livingIn("CL")
                .consentingSeparately("marketing.survey");
        // The consent of the day before is that of one who could not give it yet.
        survey.on("2026-12-01").aged(15).isDeniedBy("law-cl 2(2)", "law-cn 3");
        survey.on("2026-11-30").aged(15).isDeniedBy("law-cn 3");
        survey.on("2026-12-03").aged(15).isDeniedBy("law-cl 2(2)");
        survey.on("2026-12-03").aged(16).isDeniedByDefault();
        survey.using("contact.phone").on("2026-12-03").aged(15).isPermittedBy("1.1(3)", "2.2(5)#2");
    }

    private static String dayBefore(String day) {
        return LocalDate.parse(day).minusDays(1).toString();
    }
}
