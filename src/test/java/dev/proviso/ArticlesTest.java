package dev.proviso;

import static dev.proviso.Asking.of2016;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Clause;
import dev.proviso.engine.Decision;
import dev.proviso.policy.RuleId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the website privacy policy of 2016 answers, article by article: each clause with a case that it decides, and its counterpart. */
class ArticlesTest {

    private static final String ADULT = "1986-03-01";
    private static final String CHILD = "2006-05-05";

    private static void decidesNothing(String clause) {
        List<Clause> found = Shipped.checked("website-privacy/2016-01-14.md").clauses().stream()
                .filter(candidate -> candidate.number().equals(clause))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).noRule()).isPresent();
        assertThat(Shipped.rulebook("2016-01-14").policy().rules())
                .noneMatch(rule -> rule.id().clause().equals(clause));
    }

    @Nested
    class Preamble {

        @Test
        void preamble_a_purpose_that_no_clause_grants_is_refused() {
            of2016().using("contact.email").forPurpose("legal.obligation").isDeniedByDefault();
            of2016().using("contact.email").forPurpose("service.requested").isPermittedBy("2.2(2)");
        }

        @Test
        void preamble_deemed_agreement_is_not_an_express_consent() {
            Asking training = of2016().using("content.submitted").forPurpose("ai.training");
            training.deemedToConsent("ai.training").isDeniedByDefault();
            training.consenting("ai.training").isPermittedBy("2.2(9)");
        }

        @Test
        void preamble_itself_holds_no_rule() {
            decidesNothing("preamble");
        }
    }

    @Nested
    class Article1 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "identity.name",
                    "contact.phone",
                    "contact.email",
                    "financial.payment-method",
                    "financial.card",
                    "social.account"
                })
        void clause_1_1_1_an_account_takes_what_the_clause_lists(String data) {
            of2016().collecting(data).forPurpose("service.registration").isPermittedBy("1.1(1)");
            of2016().collecting(data).forPurpose("service.authentication").isPermittedBy("1.1(1)");
        }

        @Test
        void clause_1_1_1_an_account_takes_nothing_else_and_not_from_others() {
            of2016().collecting("profile.gender")
                    .forPurpose("service.registration")
                    .isDeniedByDefault();
            of2016().collecting("contact.email")
                    .forPurpose("service.registration")
                    .from("observed.log")
                    .isDeniedByDefault();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "identity.name",
                    "contact.email",
                    "contact.address.delivery",
                    "contact.address.billing",
                    "financial.card"
                })
        void clause_1_1_2_an_order_takes_contact_addresses_and_card(String data) {
            of2016().collecting(data).forPurpose("order.processing").isPermittedBy("1.1(2)");
            of2016().using(data).forPurpose("order.processing").isPermittedBy("1.1(2)");
            of2016().collecting(data).forPurpose("product.development").isDeniedByDefault();
        }

        @Test
        void clause_1_1_2_a_refund_takes_the_bank_account_and_an_order_does_not() {
            Asking account = of2016().collecting("financial.bank-account");
            account.forPurpose("order.refund").isPermittedBy("1.1(2)#3");
            account.forPurpose("order.processing").isDeniedByDefault();
        }

        @Test
        void clause_1_1_2_financial_data_serves_orders_only_unless_a_consent_names_another_purpose() {
            Asking card = of2016().using("financial.card");
            card.forPurpose("order.processing").isPermittedBy("1.1(2)");
            card.forPurpose("analysis.market").isDeniedBy("1.1(2)#4");
            card.forPurpose("analysis.market").consenting("analysis.market").isPermittedBy("2.2(5)");
            card.forPurpose("analysis.market").consenting("product.development").isDeniedBy("1.1(2)#4");
        }

        @Test
        void clause_1_1_2_financial_data_is_disclosed_for_orders_only_unless_a_consent_names_another_purpose() {
            Asking card = of2016().disclosing("financial.card", "company", "CN");
            card.forPurpose("order.processing")
                    .consenting("order.processing", "disclose")
                    .isPermittedBy("3.1(1)");
            card.forPurpose("analysis.market").isDeniedBy("1.1(2)#4", "3.1(2)");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "location.approximate",
                    "identity.name",
                    "profile.gender",
                    "contact.phone",
                    "contact.email",
                    "profile.purchase-plan"
                })
        void clause_1_1_3_research_takes_what_the_clause_lists_after_consent_only(String data) {
            Asking survey = of2016().collecting(data).forPurpose("marketing.survey");
            survey.consenting("marketing.survey").isPermittedBy("1.1(3)");
            survey.isDeniedBy("1.1(3)#3");
        }

        @Test
        void clause_1_1_3_promotions_use_such_data_after_consent_only_and_the_user_may_refuse() {
            Asking draw = of2016().using("contact.phone")
                    .forPurpose("marketing.sweepstakes")
                    .where("lawful-locally");
            draw.isDeniedBy("1.1(3)#3");
            draw.consenting("marketing.sweepstakes").isPermittedBy("1.1(3)", "2.2(8)");
            draw.consenting("marketing.sweepstakes")
                    .objecting("marketing.sweepstakes")
                    .isDeniedBy("7(2)");
        }

        @Test
        void clause_1_1_3_an_address_for_promotional_messages_is_taken_after_consent_only() {
            Asking address = of2016().collecting("contact.email").forPurpose("marketing.messages.email");
            address.isDeniedByDefault();
            address.consenting("marketing.messages.email").isPermittedBy("1.1(3)#2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"contact.email", "content.submitted", "identity.username", "profile.preferences"})
        void clause_1_1_what_is_given_while_a_service_is_asked_for_is_collected(String data) {
            // The source: some services ask for information directly, and its three cases are examples.
            Asking asking = of2016().collecting(data).forPurpose("service.requested");
            asking.isPermittedBy("1.1(4)");
            asking.from("observed.device").isDeniedByDefault();
            asking.collecting("financial.card").isDeniedByDefault();
        }

        @Test
        void clause_1_1_a_user_name_is_asked_for_and_a_means_of_payment_used_to_open_the_account() {
            Asking opening = of2016().collecting("identity.username").forPurpose("service.registration");
            opening.isPermittedBy("1.1(1)");
            opening.using("financial.payment-method").isPermittedBy("2.2(1)");
            opening.using("financial.bank-account").isDeniedBy("1.1(2)#5");
        }

        @Test
        void clause_2_2_6_the_services_own_log_measures_its_audience() {
            Asking measuring =
                    of2016().using("log.visits").forPurpose("analysis.audience").from("observed.log");
            measuring.isPermittedBy("2.2(6)#2");
            measuring.collecting("log.visits").isPermittedBy("1.2(2)");
            measuring.from("direct").isDeniedByDefault();
        }

        @ParameterizedTest
        @CsvSource({
            "device.model, observed.device, service.maintenance, 1.2(1)",
            "device.id, observed.device, service.registration, 1.2(1)",
            "log.visits, observed.log, personalisation, 1.2(2)",
            "log.cookie-contents, observed.log, service.improvement, 1.2(2)",
            "location.precise, observed.location, service.improvement, 1.2(3)",
            "location.approximate, observed.location, service.improvement, 1.2(3)",
            "usage.apps, observed.usage, personalisation, 1.2(4)",
            "browsing.history, observed.usage, marketing.advertising.custom, 1.2(4)",
        })
        void clause_1_2_what_may_be_used_may_be_observed(String data, String source, String purpose, String rule) {
            Asking observing = of2016().collecting(data).from(source);
            observing.forPurpose(purpose).isPermittedBy(rule);
            observing.forPurpose("corporate.transaction").isDeniedByDefault();
            observing.forPurpose(purpose).from("direct").isDeniedByDefault();
        }

        @Test
        void clause_1_3_open_sources_serve_only_as_local_law_permits() {
            Asking open = of2016().from("public").forPurpose("analysis.market");
            open.collecting("identity.name").where("lawful-locally").isPermittedBy("1.3(1)");
            open.collecting("identity.name").isDeniedBy("1.3(1)#2");
            open.using("identity.name").where("lawful-locally").isPermittedBy("2.2(5)");
            open.using("identity.name").isDeniedBy("1.3(1)#2");
        }

        @Test
        void clause_1_3_a_social_network_serves_only_if_the_user_connected_it() {
            Asking social = of2016().from("social-login").forPurpose("service.authentication");
            social.collecting("social.account").where("social-login-connected").isPermittedBy("1.3(2)");
            social.collecting("social.account").isDeniedBy("1.3(2)#2");
            social.using("social.account").isDeniedBy("1.3(2)#2");
        }

        @Test
        void clause_1_3_any_other_way_needs_notice_or_consent() {
            Asking other =
                    of2016().collecting("usage.interactions").from("other").forPurpose("service.improvement");
            other.isDeniedBy("1.3(3)#3");
            other.where("notice-at-collection").isPermittedBy("1.3(3)");
            other.consenting("service.improvement").isPermittedBy("1.3(3)#2");
        }

        @Test
        void clause_1_3_any_other_way_ends_where_the_user_refuses_it() {
            Asking other = of2016().collecting("usage.interactions")
                    .from("other")
                    .forPurpose("service.improvement")
                    .where("notice-at-collection");
            other.refusing("cookie").isPermittedBy("1.3(3)");
            other.refusing("other").isDeniedBy("1.3(3)#4");
            other.using("usage.interactions").refusing("other").isDeniedBy("1.3(3)#4");
        }

        @Test
        void clause_1_4_what_is_believed_false_may_be_erased_after_notice() {
            Asking erasing = of2016().doing("erase", "contact.phone").forPurpose("service.registration");
            erasing.where("believed-false").isPermittedBy("1.4");
            erasing.where("believed-false").isPermittedWith("notice-to-user BEFORE 1.4#2");
            erasing.isDeniedByDefault();
        }
    }

    @Nested
    class Article2 {

        @Test
        void clause_2_1_aims_are_no_purposes() {
            decidesNothing("2.1");
        }

        @ParameterizedTest
        @CsvSource({
            "contact.email, service.registration, 2.2(1)",
            "contact.email, service.authentication, 2.2(1)#2",
            "content.submitted, service.requested, 2.2(2)",
            "usage.interactions, personalisation, 2.2(3)",
            "contact.email, marketing.advertising.custom, 2.2(4)",
            "contact.phone, marketing.messages.sms, 2.2(4)",
            "profile.gender, analysis.market, 2.2(5)",
            "usage.interactions, service.improvement, 2.2(6)",
            "usage.interactions, product.development, 2.2(6)",
            "device.os, service.maintenance, 2.2(7)",
        })
        void clause_2_2_data_is_used_for_the_purposes_listed(String data, String purpose, String rule) {
            of2016().using(data).forPurpose(purpose).livingIn("PE").isPermittedBy(rule);
            of2016().using("special.health").forPurpose(purpose).livingIn("PE").isDeniedByDefault();
        }

        @Test
        void clause_2_2_3_personalisation_rests_on_past_activity_alone() {
            Asking recommending = of2016().forPurpose("personalisation");
            for (String activity : List.of("usage.apps", "log.search-queries", "browsing.history")) {
                recommending.using(activity).isPermittedBy("2.2(3)");
            }
            for (String other : List.of("contact.email", "location.precise", "profile.gender")) {
                recommending.using(other).isDeniedByDefault();
                recommending.using(other).consenting("personalisation").isDeniedByDefault();
            }
        }

        @Test
        void clause_2_2_4_advertising_yields_to_an_objection() {
            Asking advertisement = of2016().using("browsing.history").forPurpose("marketing.advertising.custom");
            advertisement.isPermittedBy("2.2(4)");
            advertisement.objecting("marketing").isDeniedBy("7(2)");
            advertisement.using("location.precise").isDeniedByDefault();
        }

        @Test
        void clause_2_2_5_a_survey_needs_the_consent_of_1_1_3() {
            Asking survey = of2016().using("contact.email").forPurpose("marketing.survey");
            survey.isDeniedBy("1.1(3)#3");
            survey.consenting("marketing.survey").isPermittedBy("1.1(3)", "2.2(5)#2");
        }

        @Test
        void clause_2_2_7_maintenance_uses_device_data_alone() {
            of2016().using("device.model").forPurpose("service.maintenance").isPermittedBy("2.2(7)");
            of2016().using("log.visits").forPurpose("service.maintenance").isDeniedByDefault();
        }

        @Test
        void clause_2_2_8_a_free_draw_is_held_only_where_it_is_lawful() {
            Asking draw = of2016().using("contact.phone")
                    .forPurpose("marketing.sweepstakes")
                    .consenting("marketing.sweepstakes");
            draw.where("lawful-locally").isPermittedBy("1.1(3)", "2.2(8)");
            draw.isDeniedBy("2.2(8)#2");
        }

        @Test
        void clause_2_2_9_any_other_purpose_needs_a_consent_that_names_it() {
            Asking training = of2016().using("content.submitted").forPurpose("ai.training");
            training.isDeniedByDefault();
            training.consenting("ai.training").isPermittedBy("2.2(9)");
            training.consenting("ai.training").collecting("content.submitted").isPermittedBy("2.2(9)");
            training.consenting("personalisation").isDeniedByDefault();
        }
    }

    @Nested
    class Article3 {

        @Test
        void clause_3_1_disclosure_to_a_company_needs_express_approval() {
            Asking disclosure =
                    of2016().disclosing("contact.phone", "company", "CN").forPurpose("order.processing");
            disclosure.isDeniedBy("3.1(2)");
            disclosure.consenting("order.processing", "disclose").isPermittedBy("3.1(1)");
            disclosure.consenting("order.processing").isDeniedBy("3.1(2)");
        }

        @Test
        void clause_3_1_deemed_agreement_is_no_approval() {
            of2016().disclosing("contact.phone", "company", "CN")
                    .forPurpose("order.processing")
                    .deemedToConsent("order.processing", "disclose")
                    .isDeniedBy("3.1(2)");
        }

        @Test
        void clause_3_1_approval_permits_disclosure_only_where_the_use_is_permitted() {
            Asking disclosure = of2016().disclosing("contact.phone", "company", "CN");
            disclosure
                    .forPurpose("personalisation")
                    .consenting("personalisation", "disclose")
                    .isDeniedByDefault();
            disclosure
                    .forPurpose("service.requested")
                    .consenting("service.requested", "disclose")
                    .isPermittedBy("3.1(1)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"affiliate", "processor"})
        void clause_3_2_is_missing_so_affiliates_and_processors_have_no_ground_but_approval(String recipient) {
            Asking disclosure =
                    of2016().disclosing("contact.phone", recipient, "CN").forPurpose("order.processing");
            disclosure.isDeniedBy("3.1(2)");
            disclosure.consenting("order.processing", "disclose").isPermittedBy("3.1(1)");
        }

        @Test
        void clause_3_3_an_authority_receives_what_the_law_demands() {
            Asking demand = of2016().disclosing("contact.email", "authority.domestic", "CN")
                    .forPurpose("legal.obligation");
            demand.where("legal-demand").isPermittedBy("3.3(1)");
            demand.where("law-requires").isPermittedBy("3.3(1)");
            demand.isDeniedBy("3.1(2)");
            // Litigation is one of the four that the source names, and its other party need not be an authority.
            demand.to("company", "CN").where("legal-demand").isPermittedBy("3.3(1)");
            demand.to("company", "CN").isDeniedBy("3.1(2)");
            demand.to("affiliate", "CN").where("legal-demand").isDeniedBy("3.1(2)");
        }

        @Test
        void clause_3_3_data_of_a_minor_go_to_an_acquirer_only_as_article_5_allows() {
            Asking merging = of2016().disclosing("contact.email", "acquirer", "CN")
                    .forPurpose("corporate.transaction")
                    .where("corporate-event");
            merging.isPermittedBy("3.3(2)");
            merging.bornOn(CHILD).isDeniedBy("5(2)");
            merging.bornOn(CHILD).where("law-requires").isPermittedBy("3.3(2)");
        }

        @Test
        void clause_3_3_a_demand_of_law_overrides_the_limits_on_financial_data_and_on_minors() {
            Asking demand = of2016().disclosing("financial.card", "authority.domestic", "CN")
                    .forPurpose("legal.obligation")
                    .bornOn(CHILD);
            demand.where("legal-demand").isPermittedBy("3.3(1)");
            demand.isDeniedBy("1.1(2)#4", "3.1(2)", "5(2)");
        }

        @Test
        void clause_3_3_an_acquirer_receives_data_in_a_merger() {
            Asking merger =
                    of2016().disclosing("contact.email", "acquirer", "CN").forPurpose("corporate.transaction");
            merger.where("corporate-event").isPermittedBy("3.3(2)");
            merger.isDeniedBy("3.1(2)");
            merger.to("company", "CN").where("corporate-event").isDeniedBy("3.1(2)");
        }

        @Test
        void clause_3_3_data_for_a_foreign_acquirer_crosses_the_border_under_5_1() {
            Asking merger = of2016().disclosing("contact.email", "acquirer", "US")
                    .forPurpose("corporate.transaction")
                    .where("corporate-event");
            merger.isPermittedBy("3.3(2)");
            merger.on("2022-10-01").under().isDeniedBy("law-cn 5(3)");
        }
    }

    @Nested
    class Article4 {

        @Test
        void article_4_security_is_a_duty_without_a_rule() {
            decidesNothing("4");
        }
    }

    @Nested
    class Article5 {

        private final Asking registering = of2016().collecting("contact.email").forPurpose("service.registration");

        @Test
        void article_5_no_data_of_a_minor_is_collected_without_the_guardian() {
            registering.bornOn(CHILD).isDeniedBy("5(1)");
            registering
                    .bornOn(CHILD)
                    .withGuardianConsenting("service.registration")
                    .isPermittedBy("1.1(1)");
            registering.bornOn(ADULT).isPermittedBy("1.1(1)");
        }

        @Test
        void article_5_a_child_cannot_consent_alone_and_a_guardian_consents_to_what_is_named() {
            registering.bornOn(CHILD).consenting("service.registration").isDeniedBy("5(1)");
            registering.bornOn(CHILD).withGuardianConsenting("order.processing").isDeniedBy("5(1)");
        }

        @Test
        void article_5_the_guardian_is_asked_only_where_the_law_requires_it() {
            Asking sixteen = registering.bornOn("2006-01-01").on("2022-02-01");
            sixteen.livingIn("CN").isPermittedBy("1.1(1)");
            registering.bornOn("2009-01-01").on("2022-02-01").livingIn("PE").isDeniedBy("5(1)");
        }

        @Test
        void article_5_an_unknown_age_settles_nothing() {
            registering.ofUnknownAge().isOpenFor("user.birthDate");
            registering.using("contact.email").ofUnknownAge().isOpenFor("user.birthDate");
        }

        @Test
        void article_5_data_of_a_minor_is_used_only_by_law_with_the_guardian_or_for_protection() {
            Asking using = registering.using("contact.email").bornOn(CHILD);
            using.isDeniedBy("5(2)");
            using.withGuardianConsenting("service.registration").isPermittedBy("2.2(1)");
            using.where("lawful-locally").isPermittedBy("2.2(1)");
            using.forPurpose("minors.protection").isPermittedBy("5(3)");
            using.forPurpose("minors.protection").bornOn(ADULT).isDeniedByDefault();
        }

        @Test
        void article_5_data_of_a_minor_is_disclosed_only_by_law_with_the_guardian_or_for_protection() {
            Asking disclosing = of2016().disclosing("contact.email", "company", "CN")
                    .forPurpose("service.requested")
                    .bornOn(CHILD);
            disclosing.isDeniedBy("3.1(2)", "5(2)");
            disclosing.withGuardianConsenting("service.requested", "disclose").isPermittedBy("3.1(1)");
            Asking protecting = disclosing.to("authority.domestic", "CN").forPurpose("minors.protection");
            protecting.isPermittedBy("5(3)#2");
            protecting.bornOn(ADULT).isDeniedBy("3.1(2)");
            protecting.to("company", "CN").isDeniedBy("3.1(2)");
        }

        @Test
        void article_5_who_is_a_minor_depends_on_the_country_of_the_user() {
            Asking nineteen = of2016().using("contact.email")
                    .forPurpose("service.registration")
                    .bornOn("1996-06-01");
            nineteen.livingIn("CN").isPermittedBy("2.2(1)");
            nineteen.livingIn("JP").isDeniedBy("5(2)");
        }

        @Test
        void clause_5_1_the_user_is_deemed_to_agree_to_transfer_abroad() {
            Asking sending = of2016().sending("contact.email", "US").forPurpose("service.requested");
            sending.isPermittedBy("5.1(1)");
            sending.whoNeverUsedTheService().isDeniedByDefault();
            sending.forPurpose("personalisation").isDeniedByDefault();
        }

        @Test
        void clause_5_1_where_the_destination_protects_less_a_safeguard_is_required() {
            Asking sending = of2016().sending("contact.email", "US")
                    .forPurpose("service.requested")
                    .on("2022-10-01");
            sending.under().isDeniedBy("law-cn 5(3)");
            sending.under("security-assessment").isPermittedBy("5.1(1)");
            sending.under("security-assessment").isPermittedWith("transfer-safeguard-on-file BEFORE 5.1(3)");
            sending.isOpenFor("safeguards");
        }

        @Test
        void clause_5_1_a_border_inside_the_country_is_none() {
            of2016().sending("contact.email", "CN")
                    .forPurpose("service.requested")
                    .on("2022-10-01")
                    .under()
                    .isPermittedBy("5.1(1)");
        }

        @Test
        void clause_5_1_disclosure_abroad_must_be_allowed_as_disclosure_and_as_transfer() {
            Asking abroad = of2016().disclosing("contact.phone", "company", "US")
                    .forPurpose("order.processing")
                    .consenting("order.processing", "disclose");
            abroad.isPermittedBy("3.1(1)", "5.1(1)");
            abroad.whoNeverUsedTheService().isDeniedByDefault();
        }

        @Test
        void clause_5_1_collection_from_another_country_is_a_transfer_too() {
            Asking registeringAbroad = of2016().collecting("contact.email")
                    .forPurpose("service.registration")
                    .livingIn("DE")
                    .goingTo("CN");
            registeringAbroad.under("standard-contract").isPermittedBy("1.1(1)", "5.1(1)");
            registeringAbroad.under().isDeniedBy("law-eu 6(1)");
        }

        @Test
        void clause_5_2_access_and_correction_are_given_as_local_law_requires() {
            Asking correcting = of2016().doing("correct", "usage.interactions").forPurpose("rights.correction");
            correcting.where("law-requires").isPermittedBy("5.2(1)");
            correcting.isDeniedByDefault();
            of2016().doing("access", "usage.interactions")
                    .forPurpose("rights.access")
                    .where("law-requires")
                    .isPermittedBy("5.2(1)", "12(1)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"request-repetitive", "request-disproportionate", "others-privacy-at-risk"})
        void clause_5_2_a_request_may_be_refused_on_the_grounds_listed(String ground) {
            Asking request = of2016().doing("access", "log.visits").forPurpose("rights.access");
            request.where(ground).isDeniedBy("5.2(2)");
            request.where(ground).where("law-requires").isDeniedBy("5.2(2)");
            request.isPermittedBy("12(1)");
        }

        @Test
        void clause_5_3_an_unset_period_leaves_retention_open() {
            Asking keeping = of2016().keeping("contact.email")
                    .forPurpose("order.processing")
                    .collectedOn("2016-01-20");
            keeping.isOpenFor("table:retention/order.processing");
        }

        @Test
        void clause_5_3_what_may_not_be_used_is_not_kept_and_what_the_law_demands_is() {
            Asking keeping = of2016().keeping("contact.email").collectedOn("2016-01-20");
            keeping.forPurpose("personalisation").isDeniedByDefault();
            keeping.forPurpose("order.processing").where("law-requires").isPermittedBy("5.3(1)");
            keeping.forPurpose("legal.obligation").where("law-requires").isPermittedBy("5.3(3)");
            keeping.forPurpose("legal.obligation").isDeniedByDefault();
        }

        @Test
        void clause_5_4_an_incident_may_be_handled_once_misuse_was_reported() {
            Asking incident = of2016().forPurpose("service.security").from("observed.log");
            incident.using("log.visits").where("incident-reported").isPermittedBy("5.4");
            incident.using("log.visits").isDeniedByDefault();
            incident.collecting("log.visits").where("incident-reported").isPermittedBy("1.2(2)", "5.4");
        }
    }

    @Nested
    class Article6 {

        @Test
        void article_6_linked_sites_are_outside_the_policy() {
            Asking linked = of2016().collecting("contact.email").forPurpose("service.registration");
            linked.from("linked-site").isOutsideThePolicyBy("6");
            linked.from("direct").isPermittedBy("1.1(1)");
        }

        @Test
        void article_6_leaves_the_answer_open_while_the_source_is_unknown() {
            of2016().using("contact.email")
                    .forPurpose("service.requested")
                    .fromAnUnknownSource()
                    .isOpenFor("source");
        }
    }

    @Nested
    class Article7 {

        // In Peru no law of these documents says anything on messages; where one does, it is named first.
        private final Asking newsletter = of2016().using("contact.email")
                .forPurpose("marketing.messages.email")
                .livingIn("PE");

        @Test
        void article_7_promotional_mail_needs_express_consent() {
            newsletter.isDeniedBy("7(1)");
            newsletter.deemedToConsent("marketing.messages.email").isDeniedBy("7(1)");
            newsletter.consenting("marketing.messages.email").isPermittedBy("2.2(4)");
        }

        @Test
        void article_7_an_objection_to_marketing_stops_promotional_mail() {
            newsletter
                    .consenting("marketing.messages.email")
                    .objecting("marketing")
                    .isDeniedBy("7(2)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"direct", "observed.usage", "cookie.first-party", "local-storage", "beacon"})
        void article_7_an_objection_stops_marketing_from_every_source(String source) {
            Asking advertisement = of2016().using("browsing.history")
                    .forPurpose("marketing.advertising.sponsored")
                    .from(source);
            advertisement.objecting("marketing").isDeniedBy("7(2)");
            assertThat(advertisement.answer().decision()).isEqualTo(Decision.PERMIT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "marketing.advertising.custom", "marketing.advertising.sponsored",
                    "marketing.advertising.frequency", "marketing.messages.sms"
                })
        void article_7_an_objection_stops_every_purpose_of_marketing(String purpose) {
            Asking marketing =
                    of2016().using("usage.interactions").forPurpose(purpose).livingIn("PE");
            marketing.isPermittedBy("2.2(4)");
            marketing.objecting("marketing").isDeniedBy("7(2)");
        }

        @Test
        void article_7_an_objection_counts_from_the_moment_it_is_made_and_for_what_it_names() {
            Asking message = of2016().using("contact.phone")
                    .forPurpose("marketing.messages.sms")
                    .livingIn("PE");
            message.objectingLater("marketing").isPermittedBy("2.2(4)");
            message.objecting("marketing.advertising").isPermittedBy("2.2(4)");
            message.objecting("marketing.messages").isDeniedBy("7(2)");
        }
    }

    @Nested
    class Article8 {

        @ParameterizedTest
        @CsvSource({
            "log.cookie-contents, service.authentication, cookie.first-party, 8.1(1)",
            "usage.interactions, analysis.audience, cookie.third-party, 8.1(2)",
            "browsing.history, marketing.advertising.frequency, cookie.third-party, 8.1(3)",
            "usage.interactions, personalisation, cookie.first-party, 8.1(4)",
            "browsing.history, marketing.advertising.custom, cookie.third-party, 8.1(4)",
        })
        void clause_8_1_cookies_serve_the_purposes_listed_unless_the_browser_refuses_them(
                String data, String purpose, String source, String rule) {
            Asking cookie =
                    of2016().collecting(data).forPurpose(purpose).from(source).whoNeverUsedTheService();
            assertThat(rules(cookie)).contains(rule);
            cookie.refusing("cookie").isDeniedBy(source.endsWith("first-party") ? "8.1(5)" : "8.1(5)#2");
        }

        private static List<String> rules(Asking asking) {
            return asking.answer().reasons().stream()
                    .flatMap(reason -> reason.rule().stream())
                    .map(RuleId::toString)
                    .toList();
        }

        @Test
        void clause_8_1_a_refusal_of_third_party_cookies_leaves_the_company_its_own() {
            Asking cookie = of2016().collecting("log.visits")
                    .forPurpose("analysis.audience")
                    .refusing("cookie.third-party");
            cookie.from("cookie.first-party").whoNeverUsedTheService().isPermittedBy("8.1(2)");
            cookie.from("cookie.third-party").isDeniedBy("8.1(5)#2");
            cookie.from("cookie").isDeniedBy("8.1(5)#2");
        }

        @ParameterizedTest
        @CsvSource({
            "browsing.identifier, service.authentication, 8.2(1)",
            "usage.apps, analysis.audience, 8.2(2)",
            "profile.preferences, personalisation, 8.2(3)",
            "profile.preferences, marketing.advertising.custom, 8.2(3)",
        })
        void clause_8_2_local_storage_is_not_bound_by_the_cookie_setting(String data, String purpose, String rule) {
            Asking stored = of2016().collecting(data)
                    .forPurpose(purpose)
                    .from("local-storage")
                    .whoNeverUsedTheService();
            stored.isPermittedBy(rule);
            stored.refusing("cookie").isPermittedBy(rule);
            stored.from("cookie.first-party").refusing("cookie").isDeniedBy("8.1(5)");
        }

        @ParameterizedTest
        @CsvSource({
            "browsing.message-views, analysis.audience, 8.3(1)",
            "device.ip, analysis.audience, 8.3(1)",
            "log.visits, marketing.advertising.custom, 8.3(2)",
        })
        void clause_8_3_beacons_serve_analysis_and_advertising(String data, String purpose, String rule) {
            Asking beacon = of2016().collecting(data).from("beacon").whoNeverUsedTheService();
            beacon.forPurpose(purpose).isPermittedBy(rule);
            beacon.forPurpose("service.authentication").isDeniedByDefault();
        }

        @Test
        void clause_8_4_whoever_uses_the_services_is_deemed_to_agree_to_storage_on_the_device() {
            Asking stored = of2016().collecting("browsing.identifier")
                    .forPurpose("service.requested")
                    .from("cookie.first-party");
            stored.isPermittedBy("8.4");
            stored.whoNeverUsedTheService().isDeniedByDefault();
            stored.refusing("cookie").isDeniedBy("8.1(5)");
        }
    }

    @Nested
    class Article9 {

        @Test
        void article_9_system_records_are_evidence_of_unlawful_use() {
            Asking evidence =
                    of2016().using("log.visits").forPurpose("legal.evidence").from("observed.log");
            evidence.where("violation-recorded").isPermittedBy("9");
            evidence.isDeniedByDefault();
        }
    }

    @Nested
    class Articles10And11 {

        @Test
        void articles_10_and_11_decide_nothing() {
            decidesNothing("10");
            decidesNothing("11");
        }
    }

    @Nested
    class Article12 {

        @Test
        void article_12_users_see_their_own_data_at_any_time() {
            of2016().doing("access", "contact.email")
                    .forPurpose("rights.access")
                    .isPermittedBy("12(1)");
            of2016().doing("access", "contact.email")
                    .forPurpose("analysis.market")
                    .isDeniedByDefault();
        }

        @Test
        void article_12_users_change_their_particulars_themselves() {
            Asking changing = of2016().doing("correct", "contact.email").forPurpose("rights.correction");
            changing.where("requested-by-user").isPermittedBy("12(2)");
            changing.isDeniedByDefault();
        }

        @Test
        void article_12_other_correction_and_erasure_need_a_request_in_writing() {
            Asking correcting = of2016().doing("correct", "profile.gender").forPurpose("rights.correction");
            correcting.where("request-in-writing").isPermittedBy("12(3)");
            correcting.where("requested-by-user").isDeniedByDefault();
            Asking erasing = of2016().doing("erase", "contact.email").forPurpose("rights.erasure");
            erasing.where("request-in-writing").isPermittedBy("12(3)");
            erasing.isDeniedByDefault();
        }
    }

    @Nested
    class Article13 {

        @Test
        void article_13_continued_use_does_not_widen_3_1_5_or_7() {
            of2016().disclosing("contact.phone", "company", "CN")
                    .forPurpose("order.processing")
                    .deemedToConsent("order.processing", "disclose")
                    .isDeniedBy("3.1(2)");
            of2016().collecting("contact.email")
                    .forPurpose("service.registration")
                    .bornOn(CHILD)
                    .deemedToConsent("service.registration")
                    .isDeniedBy("5(1)");
            of2016().using("contact.email")
                    .forPurpose("marketing.messages.email")
                    .livingIn("PE")
                    .deemedToConsent("marketing.messages.email")
                    .isDeniedBy("7(1)");
        }

        @Test
        void article_13_only_use_since_the_version_started_is_deemed_agreement() {
            Asking sending = of2016().sending("contact.email", "US").forPurpose("service.requested");
            sending.on("2016-01-15").isDeniedByDefault();
            sending.on("2016-01-17").isPermittedBy("5.1(1)");
        }

        @Test
        void article_13_holds_no_rule() {
            decidesNothing("13");
        }
    }

    @Nested
    class Article14 {

        @Test
        void article_14_where_a_clause_and_the_law_differ_the_law_prevails() {
            Asking message = of2016().using("contact.phone").forPurpose("marketing.messages.sms");
            message.livingIn("PE").isPermittedBy("2.2(4)");
            message.livingIn("CN").isDeniedBy("law-cn 9(1)");
            message.livingIn("KR").isDeniedBy("law-kr 3");
        }

        @Test
        void article_14_the_law_of_the_day_counts_and_not_that_of_the_policy() {
            Asking sending = of2016().sending("contact.email", "US")
                    .forPurpose("service.requested")
                    .under();
            sending.on("2016-02-01").isPermittedBy("5.1(1)");
            sending.on("2022-01-01").isDeniedBy("law-cn 5(3)");
        }

        @Test
        void article_14_hong_kong_macao_and_taiwan_are_destinations_abroad() {
            for (String place : List.of("HK", "MO", "TW")) {
                of2016().sending("contact.email", place)
                        .forPurpose("service.requested")
                        .on("2022-01-01")
                        .under()
                        .isDeniedBy("law-cn 5(3)");
            }
        }

        @Test
        void article_14_holds_no_rule() {
            decidesNothing("14");
        }
    }

    @Nested
    class Article15 {

        @Test
        void article_15_decides_nothing() {
            decidesNothing("15");
        }
    }
}
