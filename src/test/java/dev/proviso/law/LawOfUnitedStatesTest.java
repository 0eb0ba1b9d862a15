package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Federal law of the United States: what each rule forbids and lets pass, and from what day on. */
class LawOfUnitedStatesTest {

    private static final Asking REGISTERING =
            of2016().collecting("contact.email").forPurpose("service.registration");
    private static final Asking DISCLOSING =
            of2016().disclosing("contact.email", "company", "CN").forPurpose("order.processing");

    @Test
    void a_parent_consents_for_a_child_under_13_from_21_april_2000() {
        Asking twelve = REGISTERING.livingIn("US").on("2000-04-21").aged(12);
        twelve.isDeniedBy("law-us 2");
        twelve.on("2000-04-20").isDeniedBy("5(1)");
        twelve.withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        twelve.aged(13).isPermittedBy("1.1(1)");
        twelve.aged(13).on("2000-04-20").isDeniedBy("5(1)");
    }

    @Test
    void the_rule_for_children_covers_use_and_spares_what_protects_them() {
        Asking twelve = of2016().using("contact.email").livingIn("US").aged(12);
        twelve.forPurpose("service.requested").where("lawful-locally").isDeniedBy("law-us 2");
        twelve.forPurpose("minors.protection").isPermittedBy("5(3)");
        twelve.forPurpose("service.security")
                .where("incident-reported")
                .where("lawful-locally")
                .isPermittedBy("5.4");
    }

    @Test
    void disclosing_a_childs_data_takes_a_separate_consent_from_23_june_2025() {
        Asking twelve = DISCLOSING.livingIn("US").aged(9).withGuardianConsenting("order.processing", "disclose");
        twelve.on("2025-06-22").aged(12).isPermittedBy("3.1(1)");
        twelve.on("2025-06-23").aged(12).isDeniedBy("law-us 3");
        twelve.on("2026-04-22").aged(12).isDeniedBy("law-us 3");
        twelve.on("2025-06-23")
                .aged(12)
                .withGuardianConsentingSeparately("order.processing", "disclose")
                .isPermittedBy("3.1(1)");
        DISCLOSING
                .livingIn("US")
                .on("2025-06-23")
                .aged(13)
                .where("lawful-locally")
                .consenting("order.processing", "disclose")
                .isPermittedBy("3.1(1)");
    }

    @Test
    void a_processor_may_hold_a_childs_data_without_a_separate_consent() {
        of2021().disclosing("contact.phone", "processor", "CN")
                .forPurpose("order.processing")
                .livingIn("US")
                .on("2025-06-23")
                .aged(12)
                .withGuardianConsenting("order.processing", "disclose")
                .isPermittedBy("3.2(1)");
    }

    @Test
    void commercial_mail_stops_once_the_user_opted_out() {
        Asking mail = of2016().using("contact.email")
                .forPurpose("marketing.messages.email")
                .livingIn("US")
                .aged(40)
                .consenting("marketing.messages.email");
        mail.objecting("marketing").on("2003-12-31").isDeniedBy("7(2)");
        mail.objecting("marketing").on("2004-01-01").isDeniedBy("law-us 4");
        mail.on("2004-01-01").isPermittedBy("2.2(4)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "CU", "HK", "IR", "KP", "MO", "RU", "VE"})
    void bulk_data_has_no_way_to_a_country_of_concern_from_8_april_2025(String destination) {
        Asking leaving = REGISTERING.livingIn("US").goingTo(destination).under();
        Asking bulk = leaving.where("records-this-year", 100);
        bulk.on("2025-04-07").isPermittedBy("1.1(1)", "5.1(1)");
        bulk.on("2025-04-08").isDeniedBy("5.1(2)");
        bulk.on("2025-04-08").goingTo("CA").isPermittedBy("1.1(1)", "5.1(1)");
        leaving.where("records-this-year", 99).on("2025-04-08").isPermittedBy("1.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "CU", "HK", "IR", "KP", "MO", "RU", "VE"})
    void bulk_data_is_not_sold_to_a_country_of_concern(String destination) {
        Asking sale = REGISTERING
                .livingIn("US")
                .goingTo(destination)
                .under()
                .where("sale")
                .where("records-this-year", 100);
        sale.on("2025-04-07").isPermittedBy("1.1(1)", "5.1(1)");
        sale.on("2025-04-08").isDeniedBy("law-us 6(1)");
        sale.on("2025-04-08").where("records-this-year", 99).isPermittedBy("1.1(1)", "5.1(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "HK", "IR", "KP", "MO", "RU"})
    void no_sensitive_data_is_sold_to_an_adversary_from_23_june_2024(String destination) {
        Asking sale = REGISTERING
                .collecting("financial.card")
                .forPurpose("order.processing")
                .livingIn("US")
                .goingTo(destination)
                .under()
                .where("sale")
                .where("records-this-year", 1);
        sale.on("2024-06-22").isPermittedBy("1.1(2)", "5.1(1)");
        sale.on("2024-06-23").isDeniedBy("law-us 6(2)");
        sale.on("2024-06-23").goingTo("CA").isPermittedBy("1.1(2)", "5.1(1)");
        sale.on("2024-06-23").collecting("contact.email").isPermittedBy("1.1(2)", "5.1(1)");
    }
}
