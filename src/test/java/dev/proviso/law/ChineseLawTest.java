package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static dev.proviso.Asking.of2021;

import dev.proviso.Asking;
import org.junit.jupiter.api.Test;

/** What the law of mainland China says of consent, minors, purposes and marketing, beside what it says of export. */
class ChineseLawTest {

    private static final String MESSAGES = "marketing.messages.email";

    private static Asking message() {
        return of2021().using("contact.email").forPurpose(MESSAGES);
    }

    @Test
    void the_guardian_of_a_child_under_14_consents_separately() {
        Asking child = message().bornOn("2008-03-10").on("2022-03-09");
        child.withGuardianConsenting(MESSAGES).isDeniedBy("law-cn 2(2)");
        child.withGuardianConsentingSeparately(MESSAGES).isPermittedBy("2.2(4)#2");
        child.on("2022-03-10").withGuardianConsenting(MESSAGES).isPermittedBy("2.2(4)#2");
        child.on("2022-03-11").consenting(MESSAGES).isPermittedBy("2.2(4)#2");
        child.on("2021-10-31").withGuardianConsenting(MESSAGES).isPermittedBy("2.2(4)#2");
        child.on("2021-11-01").withGuardianConsenting(MESSAGES).isDeniedBy("law-cn 2(2)");
    }

    @Test
    void from_october_2019_a_guardian_consents_for_a_child_under_14() {
        Asking child = message().bornOn("2008-03-10");
        child.on("2019-09-30").isDeniedBy("law-cn 9(1)");
        child.on("2019-10-01").isDeniedBy("law-cn 2(3)", "law-cn 9(1)");
        child.on("2019-10-01").withGuardianConsenting(MESSAGES).isPermittedBy("2.2(4)#2");
        child.on("2021-10-31").isDeniedBy("law-cn 2(3)", "law-cn 9(1)");
    }

    @Test
    void whatever_the_ground_the_guardian_of_a_child_in_china_is_asked_but_not_separately() {
        Asking child = of2021().using("contact.email")
                .forPurpose("service.registration")
                .bornOn("2011-05-05");
        child.isDeniedBy("law-cn 2(1)");
        child.withGuardianConsenting("service.registration").isPermittedBy("2.2(1)");
        child.where("law-requires").isPermittedBy("2.2(1)");
        child.livingIn("PE").isDeniedBy("5(2)");
        child.on("2021-10-31").isDeniedBy("law-cn 2(3)");
        child.on("2019-10-01").isDeniedBy("law-cn 2(3)");
        child.on("2019-09-30").isDeniedBy("5(2)");
    }

    @Test
    void sensitive_data_takes_a_separate_consent() {
        Asking where = of2021().using("location.precise")
                .forPurpose("marketing.sweepstakes")
                .where("lawful-locally");
        where.consenting("marketing.sweepstakes").isDeniedBy("law-cn 3");
        where.consentingSeparately("marketing.sweepstakes").isDeniedByDefault();
        where.on("2021-10-31").consenting("marketing.sweepstakes").isDeniedByDefault();
        where.using("location.approximate").consenting("marketing.sweepstakes").isPermittedBy("1.1(3)", "2.2(8)");
    }

    @Test
    void a_new_purpose_takes_a_fresh_consent() {
        Asking message = message().collectedFor("order.processing");
        message.isDeniedBy("law-cn 7(1)", "law-cn 9(1)");
        message.consenting(MESSAGES).isPermittedBy("2.2(4)#2");
        message.collectedFor("marketing").isDeniedBy("law-cn 9(1)");
        message.on("2021-10-31").isDeniedBy("law-cn 9(1)");
        message.forPurpose("service.requested").isPermittedBy("2.2(2)");
    }

    @Test
    void another_company_receives_data_after_a_separate_consent() {
        Asking disclosing =
                of2021().disclosing("contact.phone", "company", "CN").forPurpose("marketing.survey");
        disclosing.consenting("marketing.survey", "disclose").isDeniedBy("law-cn 7(2)");
        disclosing.consentingSeparately("marketing.survey", "disclose").isPermittedBy("3.1(1)");
        disclosing.on("2021-10-31").consenting("marketing.survey", "disclose").isDeniedBy("3.1(2)");
        disclosing
                .to("processor", "CN")
                .consenting("marketing.survey", "disclose")
                .isPermittedBy("3.2(1)");
    }

    @Test
    void automated_marketing_ends_when_the_user_refuses_it() {
        Asking advertisement = of2016().using("browsing.history").forPurpose("marketing.advertising.custom");
        Asking refused = advertisement.objecting("marketing");
        refused.on("2021-10-31").isDeniedBy("7(2)");
        refused.on("2021-11-01").isDeniedBy("law-cn 8");
        advertisement.on("2021-11-01").isPermittedBy("2.2(4)");
        refused.on("2021-11-01").forPurpose("marketing.advertising.sponsored").isDeniedBy("7(2)");
        of2016().using("usage.interactions")
                .forPurpose("personalisation")
                .objecting("personalisation")
                .on("2021-11-01")
                .isDeniedBy("law-cn 8");
    }

    @Test
    void commercial_messages_need_consent_and_since_the_act_on_personal_information_end_with_an_objection() {
        Asking message = of2016().using("contact.email").forPurpose(MESSAGES);
        message.isDeniedBy("law-cn 9(1)");
        message.on("2012-12-28").isDeniedBy("law-cn 9(1)");
        message.on("2012-12-27").isDeniedBy("7(1)");
        Asking text = message.using("contact.phone").forPurpose("marketing.messages.sms");
        text.isDeniedBy("law-cn 9(1)");
        text.on("2012-12-28").isDeniedBy("law-cn 9(1)");
        text.on("2012-12-27").isPermittedBy("2.2(4)");
        text.livingIn("PE").isPermittedBy("2.2(4)");
        Asking refused = message.consenting(MESSAGES).objecting("marketing");
        refused.isDeniedBy("7(2)");
        refused.on("2021-10-31").isDeniedBy("7(2)");
        refused.on("2021-11-01").isDeniedBy("law-cn 9(2)");
        refused.on("2021-11-01").livingIn("PE").isDeniedBy("7(2)");
    }
}
