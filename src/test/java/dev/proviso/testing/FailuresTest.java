package dev.proviso.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** What is told of a test that fails, or that is not well put. */
@PolicyTest(value = "website-privacy", version = "2021-11-01")
class FailuresTest {

    private final PolicyUnderTest policy;

    FailuresTest(PolicyUnderTest policy) {
        this.policy = policy;
    }

    private TestQuestion promotion() {
        return policy.at("2021-12-01T10:00:00+08:00")
                .mayUse("contact.email")
                .from("direct")
                .forPurpose("marketing.messages.email")
                .user(Person.livingIn("PE").born("1986-03-01"));
    }

    @Test
    void a_failure_names_question_expectation_answer_and_the_sentence_with_what_it_turned_on() {
        AnswerUnderTest answer = promotion().answer();

        // A lambda, for a failure names the line that expects.
        assertThatThrownBy(() -> answer.isPermitted())
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("PERMIT");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("DENY by 7(1)");
                })
                .hasMessageContainingAll(
                        "FailuresTest.java, line ",
                        "under website-privacy 2021-11-01",
                        "asked:    use of contact.email for marketing.messages.email from direct, at 2021-12-01T10:00:00+08:00",
                        "{\"user\":{\"country\":\"PE\",\"birthDate\":\"1986-03-01\"}}",
                        "expected: PERMIT",
                        "answer:   DENY by 7(1)",
                        "The answer should be PERMIT, and is DENY.",
                        "7(1) decides (policies/website-privacy/2021-11-01.md, line 410)",
                        "Forbid use of any data for marketing.messages unless the user consented.",
                        "> the user consented: false");
    }

    @Test
    void a_rule_that_should_have_decided_is_shown_beside_the_one_that_did() {
        AnswerUnderTest answer = promotion().answer();

        assertThatThrownBy(() -> answer.isDeniedBy("7(2)"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll(
                        "The rules that decide should be 7(2), and are 7(1).",
                        "7(2) was expected to decide, and does not apply",
                        "> the user objected: false");
    }

    @Test
    void an_obligation_that_does_not_come_along_is_a_failure_and_so_is_one_where_nothing_is_permitted() {
        AnswerUnderTest permitted = promotion()
                .user(Person.livingIn("CN")
                        .born("1986-03-01")
                        .consented("2021-11-15T00:00:00+08:00", "marketing.messages.email"))
                .answer();

        permitted.hasObligation("opt-out-in-message");
        assertThatThrownBy(() -> permitted.hasObligation("notice-to-user"))
                .hasMessageContaining("The obligations should include notice-to-user, and are opt-out-in-message");
        assertThatThrownBy(permitted::hasNoObligations)
                .hasMessageContaining("The obligations should be nothing, and is opt-out-in-message with it by 7(4).");
        assertThatThrownBy(() -> promotion().answer().hasObligation("opt-out-in-message"))
                .hasMessageContaining("The answer should be PERMIT, and is DENY.");
    }

    @Test
    void an_open_answer_is_no_permit() {
        AnswerUnderTest open = policy.at("2021-12-01T10:00:00+08:00")
                .mayCollect("contact.email")
                .from("direct")
                .forPurpose("service.registration")
                .user(Person.livingIn("CN"))
                .answer();

        assertThatThrownBy(open::isPermitted)
                .hasMessageContaining("The answer should be PERMIT, and is INDETERMINATE.");
        assertThatThrownBy(() -> open.isMissing("user.country"))
                .hasMessageContaining("What is missing should be user.country, and is user.birthDate.");
    }

    @Test
    void words_that_are_misspelt_are_told_all_at_once_with_the_nearest() {
        TestQuestion misspelt =
                promotion().forPurpose("marketing.mesages.email").from("dirct");

        assertThatIllegalArgumentException()
                .isThrownBy(misspelt::answer)
                .withMessageContaining("Did you mean \"marketing.messages.email\"?")
                .withMessageContaining("Did you mean \"direct\"?");
        AnswerUnderTest answer = promotion().answer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.hasObligation("opt-out-in-mesage"))
                .withMessageContaining("Did you mean \"opt-out-in-message\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.isDeniedBy("law-cm 5(3)"))
                .withMessageContaining("There is no document \"law-cm\" here.")
                .withMessageContaining("Did you mean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.isDeniedBy("7(17)"))
                .withMessageContaining("There is no rule \"7(17)\" in website-privacy.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.is("DENI by 7(1)"))
                .withMessageContaining("Did you mean \"DENY\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promotion().with("recipent", "self").answer())
                .withMessageContaining("Did you mean \"recipient\"?");
    }

    @Test
    void policies_versions_times_and_fields_that_are_none_are_refused() {
        TestedDocuments documents = TestedDocuments.at("policies");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyUnderTest(documents, "website-privcy", "a test"))
                .withMessageContaining("There is no policy \"website-privcy\"")
                .withMessageContaining("Did you mean \"website-privacy\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.version("2021-11-02"))
                .withMessageContaining("Did you mean \"2021-11-01\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.at("2021-12-01"))
                .withMessageContaining("is not an ISO 8601 time with an offset");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PolicyUnderTest(documents, "website-privacy", "a test").at("2015-01-01T00:00:00Z"))
                .withMessageContaining("No version of \"website-privacy\" is in force at 2015-01-01T00:00:00Z.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promotion().with("version", "2016-01-14"))
                .withMessageContaining("is said before the question");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.at("2021-12-01T10:00:00+08:00").answer())
                .withMessageContaining("names no purpose");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestedDocuments.at("polices"))
                .withMessageContaining("There are no documents in \"polices\"");
    }

    @Test
    void rule_tests_of_a_folder_with_no_law_of_its_own_fail_with_reason_and_mistakes_fail_with_place(
            @TempDir Path folder) throws IOException {
        Path tests = Files.createDirectories(folder.resolve("website-privacy").resolve("tests"));
        Files.copy(
                Path.of("policies", "website-privacy", "2021-11-01.md"),
                folder.resolve("website-privacy").resolve("2021-11-01.md"));
        Files.writeString(tests.resolve("a.yaml"), """
                policy: website-privacy
                now: 2021-12-01T10:00:00+08:00
                defaults: {data: contact.email, source: direct, user: {country: CN, birthDate: 1986-03-01}}
                tests:
                  - {test: it is sent, purpose: marketing.messages.email, expect: PERMIT}
                  - {test: it stays, operation: transfer, purpose: service.requested, destination: US, safeguards: [], expect: DENY by law-cn 5(3)}
                """);
        Files.writeString(tests.resolve("b.yaml"), """
                policy: website-privacy
                now: 2021-12-01T10:00:00+08:00
                tests:
                  - {test: misspelt, purpose: marketing.mesages.email, data: contact.email, expect: DENY}
                """);

        List<DynamicNode> files = RuleTestFiles.in(folder.toString()).toList();

        assertThat(files).extracting(DynamicNode::getDisplayName).allMatch(name -> name.endsWith(".yaml"));
        List<DynamicTest> read = tests(files.get(0));
        assertThatThrownBy(() -> read.get(0).getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("FAILED it is sent")
                .hasMessageContaining("> the user consented: false");
        assertThat(read).hasSize(2);
        assertThat(passes(read.get(1))).isTrue();
        assertThatThrownBy(() -> tests(files.get(1)).get(0).getExecutable().execute())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("b.yaml, line 4")
                .hasMessageContaining("Did you mean \"marketing.messages.email\"?");
    }

    @Test
    void a_folder_without_tests_does_not_pass(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("policies", "website-privacy", "2021-11-01.md"), folder.resolve("2021-11-01.md"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTestFiles.in(folder.toString()))
                .withMessageContaining("There are no rule tests in");
    }

    private static boolean passes(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return true;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<DynamicTest> tests(DynamicNode file) {
        Stream<? extends DynamicNode> children = ((DynamicContainer) file).getChildren();
        return children.map(DynamicTest.class::cast).toList();
    }
}
