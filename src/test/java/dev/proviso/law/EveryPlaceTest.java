package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.proviso.Asking;
import dev.proviso.Shipped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every place that ISO 3166-1 has a code for belongs to the Union or the Economic Area, has a law document, or leaves the
 * answer open and names the row that is missing. No place is free because nobody wrote of it.
 */
class EveryPlaceTest {

    /** The members, and the parts of France and of Finland with a code of their own that belong to the Union. */
    private static final Set<String> MEMBERS =
            codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT"
                    + " RO SE SI SK AX GF GP MF MQ RE YT IS LI NO");

    private static final Set<String> DOCUMENTED =
            codes("AD AE AL AM AR AU BA BM BR BY CA CH CL CN CO EC EG GB GE GG GH GI"
                    + " HK ID IL IM IN JE JM JP KE KR MD MK MO MU MX MY NG NZ PE PH PR RS RU RW SA SG SM TH TR TW UA UG US UY VN"
                    + " ZA");

    private static final String TODAY = "2026-06-01";

    @Test
    void each_country_that_has_a_document_is_one_of_the_list_and_the_other_way_round() {
        Set<String> documents = codes(String.join(
                " ",
                Shipped.documents().stream()
                        .filter(path -> path.matches("law/[a-z]{2}\\.md"))
                        .filter(path -> !path.equals("law/eu.md"))
                        .map(path -> path.substring(4, 6).toUpperCase(Locale.ROOT))
                        .toList()));

        assertThat(documents).isEqualTo(DOCUMENTED);
        assertThat(DOCUMENTED).doesNotContainAnyElementsOf(MEMBERS);
        assertThat(codes(String.join(" ", Locale.getISOCountries())))
                .containsAll(MEMBERS)
                .containsAll(DOCUMENTED);
    }

    @TestFactory
    Stream<DynamicTest> every_code_is_a_member_or_has_a_document_or_leaves_the_answer_open_for_a_row_that_it_names() {
        return Arrays.stream(Locale.getISOCountries()).map(code -> dynamicTest(code + what(code), () -> check(code)));
    }

    private static String what(String code) {
        if (MEMBERS.contains(code)) {
            return ", a member";
        }
        return DOCUMENTED.contains(code) ? ", a document" : ", open";
    }

    private static void check(String code) {
        Asking using = of2016().using("contact.email")
                .forPurpose("service.requested")
                .livingIn(code)
                .on(TODAY);
        if (MEMBERS.contains(code)) {
            using.isPermittedBy("2.2(2)");
            using.forPurpose("marketing.messages.sms").isDeniedBy("law-eu 7(1)");
            sending(code, "FR".equals(code) ? "DE" : "FR").isPermittedBy("5.1(1)");
        } else if (DOCUMENTED.contains(code)) {
            using.isPermittedBy("2.2(2)");
        } else {
            using.isOpenFor("table:age-of-consent/" + code);
            sending(code, "IN").isOpenFor("table:transfers/" + code + "/IN");
        }
    }

    private static Asking sending(String from, String to) {
        return of2016().sending("contact.email", to)
                .forPurpose("service.requested")
                .heldIn(from)
                .under()
                .on(TODAY);
    }

    private static Set<String> codes(String codes) {
        return new TreeSet<>(Arrays.asList(codes.split(" ")));
    }
}
