package dev.proviso.law;

import static dev.proviso.Asking.of2016;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.proviso.Asking;
import dev.proviso.Shipped;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.engine.Answer;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final Set<String> NOT_DRAWN =
            Shipped.rulebook("2016-01-14").lawsAt(Instant.parse("2026-06-01T00:00:00Z")).stream()
                    .flatMap(law -> law.rows().stream())
                    .filter(Row.NotDrawn.class::isInstance)
                    .map(row -> ((Row.NotDrawn) row).place().code())
                    .collect(Collectors.toUnmodifiableSet());

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

    /** Of the list in the corrections of November 2026; a law that is drawn is in no row. */
    @Test
    void a_country_with_a_law_and_no_document_has_a_row_and_one_with_a_document_has_none() {
        assertThat(NOT_DRAWN)
                .containsAll(codes("BD ET TZ MA DZ LK KZ UZ QA BH OM KW JO CR PA PY SV ME MC MN"))
                .contains("US-TX")
                .doesNotContainAnyElementsOf(MEMBERS)
                .doesNotContainAnyElementsOf(DOCUMENTED);
        assertThat(Shipped.documents())
                .doesNotContainAnyElementsOf(NOT_DRAWN.stream()
                        .map(code -> "law/" + code.toLowerCase(Locale.ROOT) + ".md")
                        .toList());
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
            using.isOpenFor(with(code, "table:age-of-consent/" + code));
            sending(code, "IN").isOpenFor(with(code, "table:transfers/" + code + "/IN"));
        }
    }

    /** Where it is known that there is a law, that is missing too. */
    private static String[] with(String code, String row) {
        return NOT_DRAWN.contains(code) ? new String[] {"law:" + code, row} : new String[] {row};
    }

    /** Where a place has two codes, it is one place: what is said under the one code is said under the other. */
    @TestFactory
    Stream<DynamicTest> a_place_with_two_codes_has_one_answer_wherever_it_stands() {
        return new TreeMap<>(PlaceCodes.secondCodes())
                .entrySet().stream()
                        .map(codes -> dynamicTest(
                                codes.getKey() + " is " + codes.getValue(),
                                () -> assertThat(answers(codes.getKey())).isEqualTo(answers(codes.getValue()))));
    }

    /** As where the user lives, origin, destination, and where the recipient is; on a day before any of its rows and today. */
    private static List<Answer> answers(String code) {
        Asking using = of2016().using("contact.email").forPurpose("marketing.messages.email");
        return Stream.of("2016-06-01", TODAY)
                .flatMap(day -> Stream.of(
                        using.livingIn(code).on(day),
                        of2016().collecting("contact.email")
                                .forPurpose("service.registration")
                                .livingIn(code)
                                .on(day),
                        sending(code, "IN").on(day),
                        sending("DE", code).on(day),
                        sending("CN", code).on(day),
                        sending("US", code).on(day),
                        using.disclosing("contact.email", "company", code).on(day)))
                .map(Asking::answer)
                .toList();
    }

    @Test
    void hong_kong_macao_and_taiwan_have_two_codes_each() {
        assertThat(PlaceCodes.secondCodes()).containsEntry("CN-HK", "HK");
        assertThat(PlaceCodes.secondCodes()).containsEntry("CN-MO", "MO");
        assertThat(PlaceCodes.secondCodes()).containsEntry("CN-TW", "TW");
        assertThat(PlaceCodes.secondCodes()).allSatisfy((second, first) -> {
            assertThat(PlaceCodes.isPlace(second)).isTrue();
            assertThat(PlaceCodes.isPlace(first)).isTrue();
        });
    }

    /** A question may name each of them; so may a rule and a row. */
    @Test
    void every_place_of_a_question_may_stand_in_a_document_kosovo_too() {
        List<String> places = Stream.concat(PlaceCodes.countries().stream(), PlaceCodes.subdivisions().stream())
                .sorted()
                .toList();
        Checked<CheckedPolicy> checked = Documents.policy(
                new Source("places.md", """
                ---
                policy: places
                version: "1"
                kind: policy
                title: Places
                controller: {name: Nobody, country: XK}
                held-in: XK
                vocabulary: privacy
                timezone: UTC
                effective: 1970-01-01T00:00:00Z
                ---

                # Places

                ## 1 Everywhere

                ```rules
                %s
                ```

                ```table not-drawn
                | place |
                | ----- |
                | XK    |
                ```

                ```table age-of-consent
                | place | majority | consent | jointly-from |
                | ----- | -------- | ------- | ------------ |
                | XK    | 18       |         |              |
                ```
                """.formatted(sentences(places))), List.of(Shipped.vocabulary()));

        assertThat(places).contains("XK").hasSizeGreaterThan(5_000);
        assertThat(checked.diagnostics().stream().filter(one -> one.severity() == Diagnostic.Severity.ERROR))
                .isEmpty();
    }

    private static String sentences(List<String> places) {
        int most = 500;
        return IntStream.range(0, (places.size() + most - 1) / most)
                .mapToObj(i -> places.subList(i * most, Math.min(places.size(), (i + 1) * most)))
                .map(some -> String.join(", ", some.subList(1, some.size())) + " or " + some.get(0))
                .map(list -> "Permit use of any data for service if the user lives in " + list + ".")
                .collect(Collectors.joining("\n"));
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
