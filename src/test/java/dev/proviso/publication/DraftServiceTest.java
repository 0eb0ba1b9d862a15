package dev.proviso.publication;

import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.document.Diagnostic;
import dev.proviso.publication.DraftEvent.Action;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftServiceTest {

    private static final Content TEXT = policy("letters", "1", "on-publication");
    private static final Content FAULTY =
            policy("letters", "1", "on-publication", "Permit use of address for mialing.");

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);

    @BeforeEach
    void words() {
        store.publishFirst(Drafts.first());
    }

    private Draft draft(Content content) {
        return drafting.draft("letters", false, content, by("Ann"));
    }

    private Submitted submitted() {
        draft(TEXT);
        return drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);
    }

    private void edit(String who) {
        drafting.edit("letters", "1", new Content(TEXT.text() + "\n"), by(who), DraftService.ANY);
    }

    private void approve(String who) {
        drafting.approve("letters", "1", "fine", by(who), DraftService.ANY);
    }

    private static Stream<String> calls(Class<? extends Unpublished> state) {
        return Stream.of(state.getDeclaredMethods()).map(Method::getName);
    }

    @Test
    void a_state_has_only_the_calls_that_are_right_in_it() {
        List<String> steps = List.of("edit", "submit", "approve", "reject", "publish", "withdraw");

        assertThat(calls(Draft.class).filter(steps::contains)).containsExactlyInAnyOrder("edit", "submit");
        assertThat(calls(Submitted.class).filter(steps::contains)).containsExactlyInAnyOrder("approve", "reject");
        assertThat(calls(Approved.class).filter(steps::contains)).containsExactlyInAnyOrder("reject", "publish");
        assertThat(Stream.of(InForce.class.getDeclaredMethods()).map(Method::getName))
                .doesNotContain("withdraw");
    }

    @Test
    void author_cannot_approve_their_own_draft() {
        submitted();

        assertThatThrownBy(() -> approve("Ann"))
                .isInstanceOf(Refused.NotAllowed.class)
                .hasMessageContaining("Ann");
        assertThat(drafting.find("letters", "1")).isInstanceOf(Submitted.class);
    }

    @Test
    void who_edited_one_word_is_an_author_too() {
        draft(TEXT);
        edit("Bea");
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);

        assertThatThrownBy(() -> approve("Bea")).isInstanceOf(Refused.NotAllowed.class);
    }

    @Test
    void who_rejected_a_version_cannot_go_on_writing_it() {
        submitted();
        drafting.reject("letters", "1", "too long", by("Bea"), DraftService.ANY);

        assertThatThrownBy(() -> edit("Bea"))
                .isInstanceOf(Refused.NotAllowed.class)
                .hasMessageContaining("both sides");
    }

    @Test
    void a_rejected_version_is_a_draft_again_with_the_comment() {
        submitted();

        Draft back = drafting.reject("letters", "1", "too long", by("Bea"), DraftService.ANY);

        assertThat(back.trail().last().comment()).isEqualTo("too long");
        assertThat(back.trail().events())
                .extracting(DraftEvent::action)
                .containsExactly(Action.DRAFTED, Action.SUBMITTED, Action.REJECTED);
        assertThat(drafting.find("letters", "1")).isEqualTo(back);
    }

    @Test
    void what_is_approved_can_still_go_back_to_its_authors() {
        submitted();
        approve("Bea");

        assertThat(drafting.reject("letters", "1", "does not fit", by("Bea"), DraftService.ANY))
                .isInstanceOf(Draft.class);
    }

    @Test
    void of_two_people_who_edit_one_draft_the_second_learns_of_the_first() {
        String read = draft(TEXT).trail().tag();
        drafting.edit("letters", "1", FAULTY, by("Ann"), read::equals);

        assertThatThrownBy(() -> drafting.edit("letters", "1", TEXT, by("Dan"), read::equals))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("has changed since you read it");
        assertThat(drafting.find("letters", "1").content()).isEqualTo(FAULTY);
    }

    @Test
    void a_change_of_state_changes_the_tag_too() {
        String read = draft(TEXT).trail().tag();
        drafting.submit("letters", "1", List.of("*"), by("Ann"), read::equals);

        assertThat(drafting.find("letters", "1").trail().tag()).isNotEqualTo(read);
    }

    @Test
    void what_waits_for_approval_is_not_edited() {
        submitted();

        assertThatThrownBy(() -> edit("Ann"))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("waits for approval");
    }

    @Test
    void a_draft_is_not_approved() {
        draft(TEXT);

        assertThatThrownBy(() -> approve("Bea"))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("is a draft");
    }

    @Test
    void errors_can_be_drafted_and_not_submitted() {
        draft(FAULTY);

        assertThatThrownBy(() -> drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY))
                .isInstanceOfSatisfying(Refused.Faulty.class, faulty -> assertThat(
                                faulty.faults().diagnostics())
                        .extracting(Diagnostic::suggestion)
                        .anySatisfy(word -> assertThat(word).contains("mailing")));
    }

    private static Content doubtful() {
        return new Content(TEXT.text().replace("Article 1", "Article 3")
                + "\n## Article 5 More\n\n```rules\nForbid use of address for mailing if the user objected.\n```\n");
    }

    @Test
    void warnings_are_acknowledged_by_their_codes() {
        Draft draft = draft(doubtful());
        List<String> codes = drafting.diagnostics(draft, by("Ann")).stream()
                .map(Diagnostic::code)
                .distinct()
                .toList();
        assertThat(codes).isNotEmpty();

        assertThatThrownBy(() -> drafting.submit("letters", "1", List.of(), by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Faulty.class)
                .hasMessageContaining(codes.get(0));
        assertThatThrownBy(
                        () -> drafting.submit("letters", "1", List.of(codes.get(0) + "x"), by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("Did you mean \"" + codes.get(0) + "\"?");
        Submitted submitted = drafting.submit("letters", "1", codes, by("Ann"), DraftService.ANY);

        assertThat(submitted.trail().last().acknowledged()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy: letters", "version: \"1\"", "kind: policy"})
    void a_text_that_does_not_say_what_it_is_cannot_be_drafted(String line) {
        Content without = new Content(TEXT.text().replace(line + "\n", ""));

        assertThatThrownBy(() -> draft(without))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("\"" + line.split(":")[0] + ": …\" is missing");
    }

    @Test
    void a_text_belongs_where_it_says_it_belongs() {
        assertThatThrownBy(() -> drafting.draft("leters", false, TEXT, by("Ann")))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessage("The document says that it is letters@1, but it was sent to \"leters\".");
        draft(TEXT);
        Content otherLabel = policy("letters", "2", "on-publication");
        assertThatThrownBy(() -> drafting.edit("letters", "1", otherLabel, by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("letters@2, but it was sent to letters@1");
        Content law = Drafts.law("letters", "1", "on-publication", "mailing | P1Y | | | | | | no");
        assertThatThrownBy(() -> drafting.edit("letters", "1", law, by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("begun as a policy");
    }

    @Test
    void a_version_is_drafted_once() {
        draft(TEXT);

        assertThatThrownBy(() -> draft(TEXT))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("another label");
    }

    @Test
    void a_policy_cannot_take_the_name_of_a_vocabulary() {
        Content text = policy("few-words", "9", "on-publication");

        assertThatThrownBy(() -> drafting.draft("few-words", false, text, by("Ann")))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("is a vocabulary");
    }

    @Test
    void a_draft_that_is_not_there_is_told_with_the_nearest_name() {
        draft(TEXT);

        assertThatThrownBy(() -> drafting.find("leters", "1"))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessageContaining("Did you mean \"letters\"?");
    }

    private static final VersionTests TESTS = VersionTests.of(Map.of("letters.yaml", "policy: letters\n"));

    private Draft test(VersionTests tests) {
        return drafting.test("letters", "1", tests, by("Ann"), DraftService.ANY);
    }

    @Test
    void rule_tests_of_what_is_not_a_draft_stay() {
        draft(TEXT);
        assertThat(drafting.tests(test(TESTS).trail())).isEqualTo(TESTS);
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);

        assertThatThrownBy(() -> test(VersionTests.NONE)).isInstanceOf(Refused.Conflict.class);
        approve("Bea");
        assertThatThrownBy(() -> test(VersionTests.NONE)).isInstanceOf(Refused.Conflict.class);
        assertThat(drafting.tests(drafting.trail("letters", "1"))).isEqualTo(TESTS);
    }

    @Test
    void who_writes_tests_is_an_author_and_has_read_what_they_change() {
        Draft before = draft(TEXT);
        test(TESTS);

        assertThatThrownBy(() -> drafting.test(
                        "letters",
                        "1",
                        VersionTests.NONE,
                        by("Dan"),
                        before.trail().tag()::equals))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("has changed since you read it");
        drafting.test("letters", "1", VersionTests.NONE, by("Dan"), DraftService.ANY);
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);
        assertThatThrownBy(() -> approve("Dan")).isInstanceOf(Refused.NotAllowed.class);
    }

    @Test
    void the_same_tests_again_are_no_step() {
        draft(TEXT);

        assertThat(test(TESTS).trail().events()).hasSize(2);
        assertThat(test(TESTS).trail().events()).hasSize(2);
    }

    private void publish(String label, String start, VersionTests tests) {
        drafting.draft("letters", false, policy("letters", label, start), by("Ann"));
        drafting.test("letters", label, tests, by("Ann"), DraftService.ANY);
        drafting.submit("letters", label, List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve("letters", label, "", by("Bea"), DraftService.ANY);
        new PublicationService(drafting, store, Drafts.NO_TESTS)
                .publish("letters", label, Optional.empty(), by("Cy"), DraftService.ANY);
    }

    @Test
    void a_draft_begins_with_the_tests_of_its_base_which_is_the_newest_if_none_is_named() {
        VersionTests others = TESTS.with("more.yaml", "policy: letters\n");
        publish("1", "on-publication", TESTS);
        publish("2", "2100-01-01T00:00:00Z", others);
        Draft newest = drafting.draft("letters", false, policy("letters", "3", "2101-01-01T00:00:00Z"), by("Ann"));
        Draft named = drafting.draft(
                "letters", false, Optional.of("1"), policy("letters", "4", "2102-01-01T00:00:00Z"), by("Ann"));

        assertThat(drafting.tests(newest.trail())).isEqualTo(others);
        assertThat(drafting.tests(named.trail())).isEqualTo(TESTS);
        assertThat(store.chain()).extracting(ChainRecord::tests).containsExactly("", TESTS.sha256(), others.sha256());
        Content fifth = policy("letters", "5", "2103-01-01T00:00:00Z");
        assertThatThrownBy(() -> drafting.draft("letters", false, Optional.of("11"), fifth, by("Ann")))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessageContaining("No version \"11\" of \"letters\" was published");
    }

    @Test
    void files_of_tests_are_few_and_small_and_have_plain_names() {
        Map<String, String> many = new TreeMap<>();
        IntStream.rangeClosed(0, VersionTests.MOST_FILES).forEach(number -> many.put("t" + number + ".yaml", ""));

        assertThatThrownBy(() -> VersionTests.of(many)).hasMessageContaining("at most 100 files", "are 101");
        assertThatThrownBy(() -> VersionTests.of(Map.of("a.yaml", "é".repeat(VersionTests.MOST_BYTES / 2 + 1))))
                .hasMessageContaining("at most 2000000 bytes");
        for (String name :
                List.of("../a.yaml", "a/b.yaml", ".yaml", "a.json", "a", "", "a b.yaml", "a".repeat(100) + ".md")) {
            assertThatThrownBy(() -> VersionTests.of(Map.of(name, "")))
                    .as(name)
                    .isInstanceOf(Refused.Unreadable.class)
                    .hasMessageContaining("is no name for a file of rule tests");
        }
        assertThatThrownBy(() -> VersionTests.of(Map.of("a.yml", ""))).hasMessageContaining("Did you mean \"a.yaml\"?");
        assertThat(VersionTests.NONE.sha256()).isEmpty();
        assertThat(TESTS.sha256())
                .isEqualTo(new Content("20:proviso rule tests 1,12:letters.yaml,64:"
                                + new Content("policy: letters\n").sha256() + ",")
                        .sha256());
    }
}
