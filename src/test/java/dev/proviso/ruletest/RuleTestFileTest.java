package dev.proviso.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.comparison.GardenLetter;
import dev.proviso.document.Checked;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleTestFileTest {

    private static final String HEAD = """
            policy: garden-letter
            now: 2022-06-01T12:00:00+01:00
            users:
              Ann: {country: GB, birthDate: 1986-03-01}
              Ben: {like: Ann, age: 12}
            recipients:
              a court: {kind: authority.domestic, country: GB}
            consents:
              to mail: {by: user, form: explicit, scope: [marketing.messages], givenAt: 2022-01-01T00:00:00Z}
            objections:
              to mail: {scope: [marketing], madeAt: 2022-02-01T00:00:00Z}
            defaults: {purpose: marketing.messages.email, data: contact.email, source: direct, user: Ann}
            """;

    private static List<RuleTestCase> read(String yaml) {
        Source source = new Source("letter.yaml", yaml);
        Checked<RuleTestFile> checked = RuleTestFile.read(source, GardenLetter.CORPUS);
        return checked.value()
                .orElseThrow(() -> new AssertionError(checked.diagnostics().stream()
                        .map(diagnostic -> Documents.render(source, diagnostic))
                        .toList()
                        .toString()))
                .tests();
    }

    private static List<RuleTestCase> tests(String tests) {
        return read(HEAD + "tests:\n" + tests.indent(2));
    }

    private static Question question(String tests) {
        return tests(tests).get(0).questions().get(0);
    }

    private static List<String> versions(String tests) {
        return tests(tests).stream().map(test -> test.version().label()).toList();
    }

    @Test
    void a_test_is_asked_of_every_version_unless_it_names_some() {
        assertThat(versions("- {test: a, expect: DENY}")).containsExactly("2020", "2022");
        assertThat(versions("- {test: a, versions: all, expect: DENY}")).containsExactly("2020", "2022");
        assertThat(versions("- {test: a, versions: 2022, expect: DENY}")).containsExactly("2022");
        assertThat(versions("- {test: a, versions: [2022, 2020], expect: DENY}"))
                .containsExactly("2020", "2022");
        assertThat(versions("- {test: a, versions: {from: 2022}, expect: DENY}"))
                .containsExactly("2022");
        assertThat(versions("- {test: a, versions: {until: 2020}, expect: DENY}"))
                .containsExactly("2020");
        assertThat(versions("- {test: a, versions: {from: 2020, until: 2022}, expect: DENY}"))
                .containsExactly("2020", "2022");
    }

    @Test
    void versions_that_are_named_nearer_replace_those_that_are_named_further_off() {
        String group = """
                - group: of the first version
                  versions: 2020
                  tests:
                    - {test: a, expect: DENY}
                    - {test: b, versions: 2022, expect: DENY}
                """;

        assertThat(versions(group)).containsExactly("2020", "2022");
    }

    @Test
    void what_is_left_out_means_what_it_means_in_a_question_over_http() {
        Question question = question("- {test: a, user: {}, expect: DENY}");

        assertThat(question.operation()).isEqualTo(Key.USE);
        assertThat(question.recipient()).contains(Key.SELF);
        assertThat(question.destination()).isEqualTo(Question.Stated.LEFT_OUT);
        assertThat(question.safeguards()).isEmpty();
        assertThat(question.user().country()).isEmpty();
        assertThat(question.user().consents()).contains(List.of());
    }

    @Test
    void the_instant_is_that_of_the_file_unless_a_test_has_its_own() {
        assertThat(question("- {test: a, expect: DENY}").at()).isEqualTo(Instant.parse("2022-06-01T11:00:00Z"));
        assertThat(question("- {test: a, at: 2021-01-01T00:00:00Z, expect: DENY}")
                        .at())
                .isEqualTo(Instant.parse("2021-01-01T00:00:00Z"));
    }

    @Test
    void somebody_like_somebody_else_differs_in_what_is_said() {
        Question question = question("- {test: a, user: Ben, expect: DENY}");

        assertThat(question.user().country()).contains(new Place("GB"));
        assertThat(question.user().birth()).contains(Birth.atAge(12, LocalDate.of(2022, 6, 1)));
    }

    @Test
    void a_part_replaces_that_part_and_a_whole_replaces_the_whole() {
        assertThat(question("- {test: a, user.country: FR, expect: DENY}")
                        .user()
                        .country())
                .contains(new Place("FR"));
        assertThat(question("- {test: a, user.country: FR, expect: DENY}")
                        .user()
                        .birth())
                .isPresent();
        assertThat(question("- {test: a, user: {country: FR}, expect: DENY}")
                        .user()
                        .birth())
                .isEmpty();
    }

    @Test
    void a_way_to_say_how_old_somebody_is_replaces_the_others() {
        assertThat(question("- {test: a, user.ageAtLeast: 18, expect: DENY}")
                        .user()
                        .birth())
                .contains(Birth.atLeast(18, LocalDate.of(2022, 6, 1)));
    }

    @Test
    void a_whole_that_is_stated_nearer_leaves_nothing_of_a_part_that_is_stated_further_off() {
        String group = """
                - group: somebody in France
                  defaults: {user.country: FR}
                  tests: [{test: a, user: Ann, expect: DENY}]
                """;

        assertThat(question(group).user().country()).contains(new Place("GB"));
    }

    @Test
    void consents_objections_and_recipients_are_stated_by_their_names() {
        Question question = question("""
                - test: a
                  user.consents: [to mail]
                  user.objections: [to mail]
                  recipient: a court
                  expect: DENY
                """);

        assertThat(question.user().consents().orElseThrow()).hasSize(1);
        assertThat(question.user().objections().orElseThrow()).hasSize(1);
        assertThat(question.recipient()).contains(new Key("authority.domestic"));
        assertThat(question.recipientCountry()).contains(new Place("GB"));
    }

    @Test
    void a_part_of_a_recipient_that_is_named_by_its_key_keeps_the_key() {
        Question question = question("- {test: a, recipient: processor, recipient.country: FR, expect: DENY}");

        assertThat(question.recipient()).contains(new Key("processor"));
        assertThat(question.recipientCountry()).contains(new Place("FR"));
    }

    @Test
    void null_is_unknown_and_norway_is_no() {
        Question question = question("- {test: a, source: null, destination: null, user.country: NO, expect: DENY}");

        assertThat(question.source()).isEmpty();
        assertThat(question.destination()).isEqualTo(Question.Stated.UNKNOWN);
        assertThat(question.user().country()).contains(new Place("NO"));
    }

    @Test
    void each_asks_every_combination() {
        List<RuleTestCase> tests = tests("""
                - test: a
                  versions: 2022
                  each: {purpose: [marketing.survey, analysis.market], user: [Ann, Ben]}
                  expect: DENY
                """);

        assertThat(tests)
                .extracting(RuleTestCase::name)
                .containsExactly(
                        "a: purpose marketing.survey, user Ann",
                        "a: purpose marketing.survey, user Ben",
                        "a: purpose analysis.market, user Ann",
                        "a: purpose analysis.market, user Ben");
        assertThat(tests.get(2).questions().get(0).purpose()).isEqualTo(new Key("analysis.market"));
    }

    /** A hundred times a hundred values for each of two versions, in a few words. */
    @Test
    void a_file_asks_no_more_than_anyone_would_write() {
        String hundred = IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String many = "- {test: %s, each: {user.age: [" + hundred + "], circumstances.records-this-year: [" + hundred
                + "]}, expect: DENY}\n";
        String file = HEAD + "tests:\n" + (many.formatted("a") + many.formatted("b")).indent(2);

        assertThat(tests(many.formatted("a"))).hasSize(20_000);
        assertThat(RuleTestFile.read(new Source("many.yaml", file), GardenLetter.CORPUS)
                        .diagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).startsWith("This file asks more than 20000 questions"));
    }

    @Test
    void a_list_of_data_is_one_question_about_each_of_them_together() {
        assertThat(tests("- {test: a, versions: 2022, data: [contact.email, contact.phone], expect: DENY}"))
                .singleElement()
                .satisfies(test -> assertThat(test.questions())
                        .extracting(question -> question.data().value())
                        .containsExactly("contact.email", "contact.phone"));
    }

    @Test
    void a_column_with_a_value_says_in_its_cells_what_is_expected_for_it() {
        List<RuleTestCase> tests = tests("""
                - table: t
                  columns: [source, version: 2020, version: 2022]
                  rows:
                    - [direct, DENY, PERMIT]
                    - [other, PERMIT by 1(1), DENY by default]
                """);

        assertThat(tests)
                .extracting(test -> test.name() + " " + test.version().label() + " "
                        + test.expected().decision())
                .containsExactly(
                        "t: source direct 2020 DENY",
                        "t: source direct 2022 PERMIT",
                        "t: source other 2020 PERMIT",
                        "t: source other 2022 DENY");
        assertThat(tests.get(3).expected().rules().orElseThrow())
                .containsExactly(new RuleReference("garden-letter", Optional.empty()));
    }

    @Test
    void a_table_and_each_together_ask_every_row_for_every_combination() {
        List<RuleTestCase> tests = tests("""
                - table: t
                  versions: 2022
                  each: {user: [Ann, Ben]}
                  columns: [source, expect]
                  rows: [[direct, DENY], [other, PERMIT]]
                """);

        assertThat(tests)
                .extracting(test -> test.name() + " " + test.expected().decision())
                .containsExactly(
                        "t: source direct, user Ann DENY",
                        "t: source direct, user Ben DENY",
                        "t: source other, user Ann PERMIT",
                        "t: source other, user Ben PERMIT");
    }

    @Test
    void a_group_names_its_tests_and_groups_stand_within_groups() {
        String groups = """
                - group: outer
                  tests:
                    - group: inner
                      tests: [{test: a, versions: 2022, expect: DENY}]
                """;

        assertThat(tests(groups)).extracting(RuleTestCase::name).containsExactly("outer › inner › a");
    }

    @Test
    void a_test_knows_the_line_on_which_it_stands() {
        String text = HEAD + "tests:\n  - test: a\n    expect: DENY\n  - test: b\n    expect: DENY\n";

        assertThat(read(text).get(3).line()).isEqualTo((int) HEAD.lines().count() + 4);
    }

    @Test
    void rules_are_cited_in_short_and_spelt_out_alike() {
        Expected inShort = tests("- {test: a, expect: DENY by 1(2) and law-garden 1}")
                .get(0)
                .expected();
        Expected spelt = tests("- {test: a, expect: {decision: DENY, rules: [law-garden 1, 1(2)]}}")
                .get(0)
                .expected();

        assertThat(inShort).isEqualTo(spelt);
        assertThat(inShort.decision()).isEqualTo(Decision.DENY);
        assertThat(inShort.rules().orElseThrow())
                .containsExactly(
                        new RuleReference("garden-letter", Optional.of(new RuleId("1", "2", 1))),
                        new RuleReference("law-garden", Optional.of(new RuleId("1", "", 1))));
    }

    @Test
    void a_test_of_a_law_cites_the_law_without_its_name_and_says_where_the_controller_is() {
        RuleTestCase test = read("""
                policy: anything
                law: law-garden
                now: 2022-06-01T12:00:00+01:00
                tests:
                  - {test: a, controller: FR, purpose: marketing.survey, data: contact.email, expect: DENY by 1}
                """).get(0);

        assertThat(test.about()).isEqualTo("law-garden");
        assertThat(test.controller()).contains(new Place("FR"));
        assertThat(test.version().policy()).isEqualTo("anything");
        assertThat(test.expected().rules().orElseThrow())
                .containsExactly(new RuleReference("law-garden", Optional.of(new RuleId("1", "", 1))));
    }

    @Test
    void what_a_file_is_about_is_known_even_if_it_is_full_of_mistakes() {
        Source ofLaw = new Source("law.yaml", "law: law-garden\npolicy: anything\nnonsense: [\"a\"]\n");
        Source ofPolicy = new Source("policy.yaml", "policy: garden-letter\n");

        assertThat(RuleTestFile.about(ofLaw).isOf("law-garden")).isTrue();
        assertThat(RuleTestFile.about(ofLaw).isOf("anything")).isFalse();
        assertThat(RuleTestFile.about(ofPolicy).isOf("garden-letter")).isTrue();
        assertThat(RuleTestFile.about(new Source("bad.yaml", "{")).isOf("garden-letter"))
                .isFalse();
    }
}
