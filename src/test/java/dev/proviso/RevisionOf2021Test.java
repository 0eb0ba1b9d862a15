package dev.proviso;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the version of 2021 answers otherwise than that of 2016. */
class RevisionOf2021Test {

    private static final String CHILD = "2011-05-05";

    @Test
    void tailored_advertisements_need_consent() {
        Asking advertisement = of2021().using("browsing.history").forPurpose("marketing.advertising.custom");
        advertisement.isDeniedBy("2.2(4)#3");
        advertisement.consenting("marketing.advertising.custom").isPermittedBy("2.2(4)");
        of2016().using("browsing.history")
                .forPurpose("marketing.advertising.custom")
                .isPermittedBy("2.2(4)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact.email", "profile.preferences", "device.ip"})
    void tailored_advertisements_draw_on_browsing_and_usage_alone(String data) {
        Asking advertisement = of2021().using(data)
                .forPurpose("marketing.advertising.custom")
                .from("local-storage")
                .consenting("marketing.advertising.custom");
        advertisement.isDeniedBy("2.2(4)#4");
        advertisement.using("usage.interactions").isPermittedBy("2.2(4)", "8.2(4)");
    }

    @Test
    void precise_location_serves_no_advertising() {
        of2021().using("location.precise")
                .forPurpose("marketing.advertising.sponsored")
                .from("observed.location")
                .isDeniedBy("2.2(4)#5");
        of2021().using("location.precise")
                .forPurpose("service.requested")
                .from("observed.location")
                .isPermittedBy("2.2(2)");
    }

    @Test
    void every_promotional_message_needs_consent_and_offers_a_way_to_object() {
        Asking message = of2021().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("PE");
        message.isDeniedBy("7(1)");
        message.consenting("marketing.messages.sms").isPermittedBy("2.2(4)#2");
        message.consenting("marketing.messages.sms").isPermittedWith("opt-out-in-message WITH 7(4)");
        of2016().using("contact.phone")
                .forPurpose("marketing.messages.sms")
                .livingIn("PE")
                .isPermittedBy("2.2(4)");
    }

    @Test
    void models_are_trained_only_with_a_separate_consent() {
        Asking training =
                of2021().using("usage.interactions").forPurpose("ai.training").from("observed.usage");
        training.isDeniedBy("2.2(10)#2");
        training.consenting("ai.training").isDeniedBy("2.2(10)#2");
        training.consentingSeparately("ai.training").isPermittedBy("2.2(10)");
        training.collecting("usage.interactions")
                .consentingSeparately("ai.training")
                .isPermittedBy("1.2(4)");
        training.using("contact.email").consentingSeparately("ai.training").isDeniedByDefault();
    }

    @Test
    void a_processor_needs_no_approval_and_an_affiliate_does() {
        Asking delivering = of2021().forPurpose("order.processing");
        delivering.disclosing("contact.phone", "processor", "CN").isPermittedBy("3.2(1)");
        delivering
                .disclosing("contact.phone", "processor", "CN")
                .isPermittedWith("minimal-disclosure WITH 3.2(2)", "notice-of-recipient BEFORE 3.2(3)");
        delivering.disclosing("contact.phone", "affiliate", "CN").isDeniedBy("3.1(2)");
        of2016().disclosing("contact.phone", "processor", "CN")
                .forPurpose("order.processing")
                .isDeniedBy("3.1(2)");
    }

    @Test
    void a_processor_receives_data_only_for_a_purpose_whose_use_is_permitted() {
        of2021().disclosing("contact.phone", "processor", "CN")
                .forPurpose("personalisation")
                .isDeniedBy("3.1(2)");
    }

    @Test
    void approval_of_a_disclosure_must_be_separate() {
        Asking disclosing =
                of2021().disclosing("contact.phone", "company", "CN").forPurpose("order.processing");
        disclosing.consenting("order.processing", "disclose").isDeniedBy("3.1(2)");
        disclosing.consentingSeparately("order.processing", "disclose").isPermittedBy("3.1(1)");
        disclosing
                .consentingSeparately("order.processing", "disclose")
                .isPermittedWith("notice-of-recipient BEFORE 3.1(3)");
    }

    @Test
    void an_authority_receives_no_more_than_it_demands() {
        Asking demand = of2021().disclosing("contact.email", "authority.domestic", "CN")
                .forPurpose("legal.obligation")
                .where("legal-demand");
        demand.isPermittedWith("minimal-disclosure WITH 3.3(3)");
        demand.to("authority.foreign", "US").under().isDeniedBy("law-cn 5(2)", "law-cn 5(3)");
    }

    @Test
    void users_are_told_who_acquires_their_information() {
        of2021().disclosing("contact.email", "acquirer", "CN")
                .forPurpose("corporate.transaction")
                .where("corporate-event")
                .isPermittedWith("notice-of-recipient BEFORE 3.3(4)");
    }

    @Test
    void users_are_told_before_they_answer_a_survey() {
        Asking survey = of2021().collecting("profile.gender").forPurpose("marketing.survey");
        survey.consenting("marketing.survey").isPermittedWith("notice-to-user BEFORE 1.1(3)#4");
        survey.isDeniedBy("1.1(3)#3");
    }

    @ParameterizedTest
    @CsvSource({
        "order.processing, contact.email, 2024-11-19, 2024-11-20",
        "personalisation, usage.interactions, 2022-05-19, 2022-05-20",
        "ai.training, usage.interactions, 2022-11-19, 2022-11-20",
    })
    void data_is_kept_until_its_period_is_over(String purpose, String data, String still, String over) {
        Asking keeping = of2021().keeping(data)
                .forPurpose(purpose)
                .collectedOn("2021-11-20")
                .consentingSeparately("ai.training");
        keeping.on(still).isPermittedBy("5.3(1)");
        keeping.on(over).isDeniedBy("5.3(2)");
    }

    @Test
    void retention_for_advertising_is_shorter_than_for_other_marketing() {
        Asking keeping = of2021().keeping("usage.interactions")
                .collectedOn("2021-11-20")
                .on("2022-07-01")
                .consenting("marketing");
        keeping.forPurpose("marketing.advertising.custom").isDeniedBy("5.3(2)");
        keeping.keeping("contact.email").forPurpose("marketing.messages.email").isPermittedBy("5.3(1)");
    }

    @Test
    void minors_of_the_age_of_consent_decide_for_themselves() {
        Asking using = of2021().using("contact.email")
                .forPurpose("service.registration")
                .livingIn("PE");
        using.bornOn("2005-06-01").isPermittedBy("2.2(1)");
        using.bornOn(CHILD).isDeniedBy("5(2)");
        using.bornOn(CHILD).withGuardianConsenting("service.registration").isPermittedBy("2.2(1)");
        using.bornOn(CHILD)
                .withGuardianConsenting("service.registration")
                .isPermittedWith("guardian-verification BEFORE 5(4)");
        of2016().using("contact.email")
                .forPurpose("service.registration")
                .on("2021-12-01")
                .bornOn("2005-06-01")
                .isDeniedBy("5(2)");
    }

    @Test
    void data_leaves_the_country_with_separate_consent_or_for_an_order() {
        Asking sending =
                of2021().sending("contact.email", "US").on("2022-10-01").under("security-assessment");
        sending.forPurpose("service.requested").isDeniedByDefault();
        sending.forPurpose("service.requested")
                .consentingSeparately("service.requested", "transfer")
                .isPermittedBy("5.1(1)");
        sending.forPurpose("order.processing").isPermittedBy("5.1(1)");
        sending.forPurpose("order.processing").under().isDeniedBy("law-cn 5(3)");
    }

    @Test
    void where_consent_is_the_basis_the_law_asks_for_a_separate_one_before_export() {
        Asking sending = of2021().sending("contact.email", "US")
                .forPurpose("marketing.messages.email")
                .on("2022-10-01")
                .under("security-assessment");
        sending.consenting("marketing.messages.email", "transfer").isDeniedBy("law-cn 5(1)");
        sending.consentingSeparately("marketing.messages.email", "transfer").isPermittedBy("5.1(1)");
    }

    @Test
    void a_user_may_object_to_customised_content() {
        Asking recommending = of2021().using("usage.interactions").forPurpose("personalisation");
        recommending.isPermittedBy("2.2(3)");
        recommending.objecting("personalisation").isDeniedBy("law-cn 8");
        recommending.on("2021-10-31").objecting("personalisation").isDeniedBy("7(3)");
        of2016().using("usage.interactions")
                .forPurpose("personalisation")
                .objecting("personalisation")
                .isPermittedBy("2.2(3)");
    }

    @Test
    void erasure_needs_no_written_request() {
        Asking erasing = of2021().doing("erase", "contact.email").forPurpose("rights.erasure");
        erasing.where("requested-by-user").isPermittedBy("12(4)");
        erasing.isDeniedByDefault();
        of2016().doing("erase", "contact.email")
                .forPurpose("rights.erasure")
                .where("requested-by-user")
                .isDeniedByDefault();
    }
}
