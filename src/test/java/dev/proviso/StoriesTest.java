package dev.proviso;

import static dev.proviso.Asking.of2016;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Wording;
import dev.proviso.engine.Answer;
import dev.proviso.policy.RuleId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to an ordinary user, told from end to end: each purpose that the policy of 2016 grants can be carried out. */
class StoriesTest {

    @ParameterizedTest
    @ValueSource(strings = {"identity.name", "contact.phone", "contact.email", "social.account"})
    void a_visitor_registers_and_signs_in(String data) {
        for (String purpose : new String[] {"service.registration", "service.authentication"}) {
            of2016().collecting(data).forPurpose(purpose).isPermittedBy("1.1(1)");
        }
        of2016().using(data).forPurpose("service.registration").isPermittedBy("2.2(1)");
        of2016().using(data).forPurpose("service.authentication").isPermittedBy("2.2(1)#2");
    }

    @Test
    void a_member_stays_signed_in_by_a_cookie() {
        Asking cookie = of2016().from("cookie.first-party").forPurpose("service.authentication");
        cookie.collecting("browsing.identifier").whoNeverUsedTheService().isPermittedBy("8.1(1)");
        cookie.using("browsing.identifier").isPermittedBy("8.1(1)");
    }

    @Test
    void a_member_orders_and_a_carrier_delivers_with_the_members_approval() {
        Asking order = of2016().forPurpose("order.processing");
        order.collecting("contact.address.delivery").isPermittedBy("1.1(2)");
        order.using("contact.address.delivery").isPermittedBy("1.1(2)");
        order.using("financial.card").isPermittedBy("1.1(2)");
        order.using("financial.payment-method").isPermittedBy("1.1(2)#2");
        order.disclosing("contact.address.delivery", "company", "CN")
                .consenting("order.processing", "disclose", "company")
                .isPermittedBy("3.1(1)");
    }

    @Test
    void a_returned_order_is_refunded_to_the_members_bank_account() {
        Asking refund = of2016().forPurpose("order.refund");
        refund.collecting("financial.bank-account").isPermittedBy("1.1(2)#3");
        refund.using("financial.bank-account").isPermittedBy("1.1(2)#3");
        refund.using("identity.name").isPermittedBy("1.1(2)#3");
    }

    @Test
    void a_member_subscribes_to_the_newsletter_and_leaves_it_again() {
        Asking newsletter = of2016().forPurpose("marketing.messages.email").consenting("marketing.messages.email");
        newsletter.collecting("contact.email").isPermittedBy("1.1(3)#2");
        newsletter.using("contact.email").isPermittedBy("2.2(4)");
        newsletter.using("contact.email").objecting("marketing.messages.email").isDeniedBy("7(2)");
    }

    @Test
    void what_a_member_did_shapes_recommendations() {
        Asking watching = of2016().from("observed.usage").forPurpose("personalisation");
        watching.collecting("usage.interactions").isPermittedBy("1.2(4)");
        watching.using("usage.interactions").isPermittedBy("2.2(3)");
    }

    @Test
    void a_device_is_maintained_and_services_improve() {
        Asking device = of2016().from("observed.device");
        device.collecting("device.os").forPurpose("service.maintenance").isPermittedBy("1.2(1)");
        device.using("device.os").forPurpose("service.maintenance").isPermittedBy("2.2(7)");
        Asking log = of2016().from("observed.log");
        log.collecting("log.visits").forPurpose("service.improvement").isPermittedBy("1.2(2)");
        log.using("log.visits").forPurpose("service.improvement").isPermittedBy("2.2(6)");
    }

    @Test
    void a_member_answers_a_survey() {
        Asking survey = of2016().forPurpose("marketing.survey").consenting("marketing.survey");
        survey.collecting("profile.purchase-plan").isPermittedBy("1.1(3)");
        survey.using("profile.purchase-plan").isPermittedBy("1.1(3)", "2.2(5)#2");
    }

    @Test
    void a_court_demands_a_members_records() {
        of2016().disclosing("financial.card", "authority.domestic", "CN")
                .forPurpose("legal.obligation")
                .where("legal-demand")
                .isPermittedBy("3.3(1)");
    }

    @Test
    void a_member_reports_that_the_account_was_misused() {
        Asking incident =
                of2016().from("observed.log").forPurpose("service.security").where("incident-reported");
        incident.collecting("device.ip").isPermittedBy("5.4");
        incident.using("log.visits").isPermittedBy("5.4");
    }

    @Test
    void the_company_merges_with_another() {
        of2016().disclosing("contact.email", "acquirer", "CN")
                .forPurpose("corporate.transaction")
                .where("corporate-event")
                .isPermittedBy("3.3(2)");
    }

    @Test
    void a_childs_guardian_opens_an_account_for_the_child() {
        Asking child = of2016().forPurpose("service.registration")
                .bornOn("2006-05-05")
                .withGuardianConsenting("service.registration");
        child.collecting("contact.email").isPermittedBy("1.1(1)");
        child.using("contact.email").isPermittedBy("2.2(1)");
    }

    @Test
    void the_first_question_of_the_interface_is_answered_as_it_says() {
        Asking first = of2016().using("contact.email")
                .forPurpose("marketing.messages.email")
                .from("direct")
                .to("self", "CN")
                .goingTo("CN")
                .under()
                .collectedOn("2016-01-20")
                .consenting("marketing.messages.email")
                .objecting("marketing")
                .refusing("cookie");
        first.isDeniedBy("7(2)");
        Answer answer = first.answer();
        assertThat(answer.missing()).isEmpty();
        assertThat(answer.obligations()).isEmpty();
        assertThat(first.validUntil()).contains(Instant.parse("2016-02-29T16:00:00Z"));
        Wording wording = Shipped.checked("website-privacy/2016-01-14.md")
                .wording()
                .get(RuleId.parse("7(2)").orElseThrow());
        assertThat(wording)
                .extracting(Wording::clause, Wording::title, Wording::sentence)
                .containsExactly(
                        "7", "Your rights", "Forbid any processing of any data for marketing if the user objected.");
    }
}
