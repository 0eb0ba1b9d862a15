package dev.proviso.law;

import static dev.proviso.Asking.of2016;

import dev.proviso.Asking;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What states of the United States add to federal law: what each rule forbids and lets pass, and from what day on. */
class LawOfStatesTest {

    private static final Asking REGISTERING =
            of2016().collecting("contact.email").forPurpose("service.registration");
    private static final Asking DISCLOSING =
            of2016().disclosing("contact.email", "company", "CN").forPurpose("order.processing");
    private static final Asking TAILORING = of2016().using("browsing.history")
            .forPurpose("marketing.advertising.custom")
            .where("lawful-locally");

    @ParameterizedTest
    @CsvSource({
        "US-AL, 18, 5(2)",
        "US-AL, 19, permitted",
        "US-NE, 18, 5(2)",
        "US-NE, 19, permitted",
        "US-MS, 20, 5(2)",
        "US-MS, 21, permitted",
        "US-TX, 17, 5(2)",
        "US-TX, 18, permitted",
    })
    void majority_follows_the_state(String state, int age, String outcome) {
        Asking using = of2016().using("contact.email")
                .forPurpose("service.requested")
                .livingIn(state)
                .aged(age);
        if (outcome.equals("permitted")) {
            using.isPermittedBy("2.2(2)");
        } else {
            using.isDeniedBy(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // state, first day, the rule on sale, first age that is free of it
        "US-CA, 2020-01-01, law-us-ca 2(1), 16",
        "US-CT, 2023-07-01, law-us-ct 2(2), 16",
        "US-MT, 2024-10-01, law-us-mt 2(2), 16",
        "US-OR, 2024-07-01, law-us-or 2(2), 16",
        "US-NH, 2025-01-01, law-us-nh 2(2), 16",
        "US-DE, 2025-01-01, law-us-de 2(2), 18",
        "US-NJ, 2025-01-15, law-us-nj 2(2), 17",
        "US-MN, 2025-07-31, law-us-mn 2(2), 17",
        "US-CO, 2025-10-01, law-us-co 2(2), 18",
    })
    void young_users_data_is_sold_only_with_their_consent(String state, String day, String rule, int free) {
        Asking sale = DISCLOSING.livingIn(state).where("sale").where("lawful-locally");
        Asking young = sale.on(day).aged(free - 1);
        young.isDeniedBy(rule);
        young.on(dayBefore(day)).isDeniedBy("3.1(2)");
        young.consenting("order.processing", "disclose").isPermittedBy("3.1(1)");
        sale.on(day).aged(free).isDeniedBy("3.1(2)");
        young.livingIn("US-TX").isDeniedBy("3.1(2)");
    }

    @Test
    void in_california_a_guardian_opts_in_for_a_child_under_13_and_nobody_else_for_a_teenager() {
        Asking sale = DISCLOSING
                .livingIn("US-CA")
                .on("2020-01-01")
                .where("sale")
                .withGuardianConsenting("order.processing", "disclose");
        sale.aged(12).isPermittedBy("3.1(1)");
        sale.aged(13).where("lawful-locally").isDeniedBy("law-us-ca 2(1)");
    }

    @Test
    void in_california_sharing_for_advertising_counts_like_sale_from_2023() {
        Asking sharing = of2016().disclosing("browsing.history", "company", "CN")
                .forPurpose("marketing.advertising.custom")
                .where("lawful-locally")
                .livingIn("US-CA");
        sharing.on("2022-12-31").aged(15).isDeniedBy("3.1(2)");
        sharing.on("2023-01-01").aged(15).isDeniedBy("law-us-ca 2(2)");
        sharing.on("2023-01-01").aged(16).isDeniedBy("3.1(2)");
        sharing.on("2023-01-01")
                .aged(15)
                .consenting("marketing.advertising.custom", "disclose")
                .isPermittedBy("3.1(1)");
    }

    @Test
    void californians_opt_out_of_sale_and_sharing() {
        Asking sale = DISCLOSING.livingIn("US-CA").where("sale").objecting("disclose");
        sale.on("2019-12-31").isDeniedBy("3.1(2)");
        sale.on("2020-01-01").isDeniedBy("law-us-ca 3(1)");
        Asking sharing = of2016().disclosing("browsing.history", "company", "CN")
                .forPurpose("marketing.advertising.custom")
                .livingIn("US-CA");
        sharing.objecting("marketing.advertising").on("2022-12-31").isDeniedBy("3.1(2)", "7(2)");
        sharing.objecting("marketing.advertising").on("2023-01-01").isDeniedBy("law-us-ca 3(2)");
        sharing.on("2023-01-01")
                .consenting("marketing.advertising.custom", "disclose")
                .isPermittedBy("3.1(1)");
    }

    @ParameterizedTest
    @CsvSource({
        // state, first day, the rule on tailored advertising, first age that is free of it
        "US-CT, 2023-07-01, law-us-ct 2(1), 16",
        "US-MT, 2024-10-01, law-us-mt 2(1), 16",
        "US-OR, 2024-07-01, law-us-or 2(1), 16",
        "US-NH, 2025-01-01, law-us-nh 2(1), 16",
        "US-DE, 2025-01-01, law-us-de 2(1), 18",
        "US-NJ, 2025-01-15, law-us-nj 2(1), 17",
        "US-MN, 2025-07-31, law-us-mn 2(1), 17",
        "US-CO, 2025-10-01, law-us-co 2(1), 18",
    })
    void young_users_see_tailored_advertising_only_with_their_consent(String state, String day, String rule, int free) {
        Asking young = TAILORING.livingIn(state).on(day).aged(free - 1);
        young.isDeniedBy(rule);
        young.on(dayBefore(day)).isPermittedBy("2.2(4)");
        young.consenting("marketing.advertising.custom").isPermittedBy("2.2(4)");
        young.aged(free).isPermittedBy("2.2(4)");
    }

    @ParameterizedTest
    @CsvSource({
        // state, day of the change, the rule until then and from then on, an age that only the new one reaches
        "US-CT, 2024-10-01, law-us-ct 2(1), law-us-ct 2(3), 17",
        "US-MT, 2025-10-01, law-us-mt 2(1), law-us-mt 2(3), 17",
    })
    void two_states_asked_the_same_for_everybody_below_18_a_while_later(
            String state, String day, String old, String rule, int age) {
        Asking young = TAILORING.livingIn(state).on(day).aged(15);
        young.on(dayBefore(day)).isDeniedBy(old);
        young.on(day).isDeniedBy(rule);
        young.on(day).consenting("marketing.advertising.custom").isPermittedBy("2.2(4)");
        Asking older = TAILORING.livingIn(state).on(day).aged(age);
        older.on(dayBefore(day)).isPermittedBy("2.2(4)");
        older.isDeniedBy(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // state, day from which consent opens nothing, the rules on advertising and sale, first age that is free of
        // them
        "US-OR, 2026-01-01, law-us-or 2(3), law-us-or 2(4), 16",
        "US-CT, 2026-07-01, law-us-ct 2(5), law-us-ct 2(6), 18",
    })
    void in_two_states_consent_was_enough_at_first(
            String state, String day, String advertising, String selling, int free) {
        Asking tailored = TAILORING.livingIn(state).on(day).aged(free - 1).consenting("marketing.advertising.custom");
        tailored.on(dayBefore(day)).isPermittedBy("2.2(4)");
        tailored.on(day).isDeniedBy(advertising);
        tailored.on(day).aged(free).isPermittedBy("2.2(4)");
        Asking sale = DISCLOSING
                .livingIn(state)
                .where("sale")
                .where("lawful-locally")
                .on(day)
                .aged(free - 1)
                .consenting("order.processing", "disclose");
        sale.on(dayBefore(day)).isPermittedBy("3.1(1)");
        sale.on(day).isDeniedBy(selling);
        sale.on(day).aged(free).isPermittedBy("3.1(1)");
    }

    @Test
    void oregon_lets_nobody_sell_where_people_were() {
        Asking sale = of2016().disclosing("location.precise", "company", "CN")
                .forPurpose("service.requested")
                .livingIn("US-OR")
                .aged(40)
                .where("sale")
                .consenting("service.requested", "disclose");
        sale.on("2025-12-31").isPermittedBy("3.1(1)");
        sale.on("2026-01-01").isDeniedBy("law-us-or 2(5)");
    }

    @ParameterizedTest
    @CsvSource({
        "US-MD, 2025-10-01, law-us-md 2(1)",
        "US-AR, 2026-07-01, law-us-ar 3",
    })
    void no_consent_opens_tailored_advertising_to_minors(String state, String day, String rule) {
        Asking young = TAILORING.livingIn(state).on(day).aged(17).consenting("marketing.advertising.custom");
        young.isDeniedBy(rule);
        young.on(dayBefore(day)).isPermittedBy("2.2(4)");
        young.aged(18).isPermittedBy("2.2(4)");
    }

    @Test
    void maryland_lets_nobody_sell_the_data_of_minors() {
        Asking sale = DISCLOSING
                .livingIn("US-MD")
                .where("sale")
                .where("lawful-locally")
                .consenting("order.processing", "disclose");
        sale.on("2025-09-30").aged(17).isPermittedBy("3.1(1)");
        sale.on("2025-10-01").aged(17).isDeniedBy("law-us-md 2(2)");
        sale.on("2025-10-01").aged(18).isPermittedBy("3.1(1)");
    }

    @Test
    void in_colorado_minors_are_profiled_only_with_consent() {
        Asking profiling = of2016().using("usage.interactions")
                .forPurpose("personalisation")
                .where("lawful-locally")
                .livingIn("US-CO")
                .on("2025-10-01")
                .aged(17);
        profiling.isDeniedBy("law-us-co 2(1)");
        profiling.consenting("personalisation").isPermittedBy("2.2(3)");
    }

    @Test
    void coloradans_opt_out_of_tailored_advertising_and_sale() {
        Asking advertisement = TAILORING.livingIn("US-CO").objecting("marketing.advertising");
        advertisement.on("2023-06-30").isDeniedBy("law-cn 8");
        advertisement.on("2023-07-01").isDeniedBy("law-cn 8", "law-us-co 3(1)");
        TAILORING.livingIn("US-CO").on("2023-07-01").isPermittedBy("2.2(4)");
        Asking sale = DISCLOSING.livingIn("US-CO").where("sale").objecting("disclose");
        sale.on("2023-06-30").isDeniedBy("3.1(2)");
        sale.on("2024-07-01").isDeniedBy("law-us-co 3(2)");
    }

    @Test
    void new_york_minors_decide_for_themselves_from_13_unless_it_is_necessary() {
        Asking personalising = of2016().using("usage.interactions")
                .forPurpose("personalisation")
                .where("lawful-locally")
                .livingIn("US-NY");
        Asking young = personalising.on("2025-06-20").aged(17);
        young.isDeniedBy("law-us-ny 2");
        young.on("2025-06-19").isPermittedBy("2.2(3)");
        young.consenting("personalisation").isPermittedBy("2.2(3)");
        young.where("requested-by-user").isPermittedBy("2.2(3)");
        young.forPurpose("service.requested").isPermittedBy("2.2(2)");
        young.aged(18).isPermittedBy("2.2(3)");
        personalising.on("2025-06-20").aged(12).isDeniedBy("law-us 2", "law-us-ny 2");
    }

    @Test
    void in_arkansas_teenagers_consent_to_collection_from_july_2026() {
        Asking collecting = REGISTERING.livingIn("US-AR").on("2026-07-01");
        collecting.aged(16).isDeniedBy("law-us-ar 2");
        collecting.aged(16).on("2026-06-30").isPermittedBy("1.1(1)");
        collecting.aged(16).consenting("service.registration").isPermittedBy("1.1(1)");
        collecting.aged(16).withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        collecting.aged(12).withGuardianConsenting("service.registration").isPermittedBy("1.1(1)");
        collecting.aged(17).isPermittedBy("1.1(1)");
    }

    @Test
    void a_user_whose_state_is_not_stated_may_live_in_one_that_forbids() {
        TAILORING.livingIn("US").on("2025-11-01").aged(17).isOpenFor("user.country");
        TAILORING.livingIn("US").on("2025-11-01").aged(18).isPermittedBy("2.2(4)");
    }

    private static String dayBefore(String day) {
        return LocalDate.parse(day).minusDays(1).toString();
    }
}
