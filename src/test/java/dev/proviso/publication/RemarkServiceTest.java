package dev.proviso.publication;

import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemarkServiceTest {

    private static final String LATER = "2100-01-01T00:00:00Z";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);
    private final RemarkService remarking = new RemarkService(drafting, store);

    @BeforeEach
    void begin() {
        store.publishFirst(Drafts.first());
        drafting.draft("letters", false, policy("letters", "1", LATER), by("Ann"));
    }

    private DraftHistory trail() {
        return drafting.find("letters", "1").trail();
    }

    @Test
    void what_is_said_about_a_clause_stays_with_who_said_it_and_changes_no_state() {
        String tag = trail().tag();

        remarking.remark("letters", "1", "1", "  Which letters?\n", by("Bea"));
        remarking.remark("letters", "1", "1", "Those of the law.", by("Ann"));

        assertThat(trail().remarks())
                .extracting(
                        Remark::clause, Remark::comment, remark -> remark.by().who(), Remark::isOpen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", "Which letters?", "Bea", true),
                        org.assertj.core.groups.Tuple.tuple("1", "Those of the law.", "Ann", true));
        assertThat(trail().tag()).as("an editor that is open goes on saving").isEqualTo(tag);
        drafting.edit("letters", "1", policy("letters", "1", LATER), by("Ann"), tag::equals);
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);
        remarking.remark("letters", "1", "1", "Better.", by("Bea"));
        assertThat(drafting.find("letters", "1")).isInstanceOf(Submitted.class);
        assertThat(trail().remarks()).hasSize(3);
    }

    @Test
    void a_remark_is_settled_once_and_by_whoever_dealt_with_it() {
        remarking.remark("letters", "1", "1", "Which letters?", by("Bea"));

        remarking.settle("letters", "1", 2, by("Ann"));
        remarking.settle("letters", "1", 2, by("Bea"));

        assertThat(trail().events()).hasSize(3);
        assertThat(trail().remarks()).singleElement().satisfies(remark -> assertThat(
                        remark.settled().orElseThrow().who())
                .isEqualTo("Ann"));
        assertThatThrownBy(() -> remarking.settle("letters", "1", 1, by("Ann")))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessage("Event 1 of letters@1 is no remark.");
    }

    @Test
    void who_only_talked_about_a_text_may_judge_it_and_who_judged_it_may_talk() {
        remarking.remark("letters", "1", "1", "Which letters?", by("Bea"));
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);

        drafting.approve("letters", "1", "", by("Bea"), DraftService.ANY);
        remarking.remark("letters", "1", "1", "Fine now.", by("Bea"));
        new PublicationService(drafting, store, Drafts.NO_TESTS)
                .publish("letters", "1", Optional.empty(), by("Cy"), DraftService.ANY);

        assertThat(DraftVerification.damage(store, store)).isEmpty();
        assertThatThrownBy(() -> remarking.remark("letters", "1", "1", "Too late.", by("Bea")))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("is published");
    }

    @Test
    void a_clause_that_there_is_not_and_a_remark_without_words_are_refused() {
        assertThatThrownBy(() -> remarking.remark("letters", "1", "1.1", "x", by("Bea")))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessageContaining("There is no clause \"1.1\" in letters@1.");
        assertThatThrownBy(() -> remarking.remark("letters", "1", "1", " \n", by("Bea")))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("1 to 10000 characters");
        assertThat(trail().events()).hasSize(1);
    }
}
