package dev.proviso.publication;

import static dev.proviso.publication.Drafts.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftEvent.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of drafts does. */
public abstract class DraftStoreContract {

    private static final DocumentName NAME = new DocumentName(Kind.POLICY, "letters", "1");
    private static final String ODD = "\uFEFF---\r\npolicy: ü\t \r  \u0000 𝄞 e\u0301 \u00e9 \n\n";

    /** Drafts of a store that publishes nothing but, perhaps, what the program brings along. */
    protected abstract DraftStore emptyDrafts();

    /** The store that publishes what is drafted there. */
    protected abstract PolicyStore policies();

    private static Draft begun(DraftStore drafts, DocumentName name, String text) {
        Draft draft = Draft.begin(name, by("Ann"), new Content(text), "");
        drafts.append(draft);
        return draft;
    }

    private static Unpublished read(DraftStore drafts, String label) {
        DraftHistory trail = drafts.trail("letters", label).orElseThrow();
        return trail.unpublished(drafts.content(trail)).orElseThrow();
    }

    @Test
    void a_draft_comes_back_byte_for_byte_with_all_that_happened_to_it() {
        DraftStore drafts = emptyDrafts();
        Draft edited = begun(drafts, NAME, "text").edit(by("Dan"), new Content(ODD));
        drafts.append(edited);
        Submitted submitted = edited.submit(by("Ann"), List.of(), List.of());
        drafts.append(submitted);
        Draft rejected = submitted.reject(by("Bea"), "no – 𝄞\nnot yet");
        drafts.append(rejected);

        assertThat(read(drafts, "1")).isEqualTo(rejected);
        assertThat(read(drafts, "1").content().bytes()).isEqualTo(new Content(ODD).bytes());
    }

    @Test
    void rule_tests_are_a_step_of_their_own() {
        DraftStore drafts = emptyDrafts();
        String tests = new KeptTests(policies().tests()).keep(VersionTests.of(Map.of("a.yaml", "policy: letters")));
        Draft tested = begun(drafts, NAME, "text").test(by("Ann"), tests);
        drafts.append(tested);
        Draft edited = tested.edit(by("Ann"), new Content("more"));
        drafts.append(edited);

        assertThat(read(drafts, "1")).isEqualTo(edited);
        assertThat(read(drafts, "1").trail().events())
                .extracting(DraftEvent::action, DraftEvent::tests)
                .containsExactly(tuple(Action.DRAFTED, ""), tuple(Action.TESTED, tests), tuple(Action.EDITED, tests));
    }

    @Test
    void what_is_said_about_clauses_comes_back_and_a_step_follows_it() {
        DraftStore drafts = emptyDrafts();
        Draft draft = begun(drafts, NAME, "text");
        Draft remarked = new Draft(draft.trail().remark(by("Bea"), "2.1(a)", "no – 𝄞\nwhy?"), draft.content());
        drafts.append(remarked);
        Remark remark = remarked.trail().remarks().get(0);
        Draft settled = new Draft(remarked.trail().settle(by("Ann"), remark), draft.content());
        drafts.append(settled);
        Draft edited = settled.edit(by("Ann"), new Content("more"));
        drafts.append(edited);

        assertThat(read(drafts, "1")).isEqualTo(edited);
        assertThat(read(drafts, "1").trail().remarks())
                .containsExactly(new Remark(2, "2.1(a)", by("Bea"), "no – 𝄞\nwhy?", Optional.of(by("Ann"))));
        assertThatThrownBy(() -> drafts.append(remarked)).isInstanceOf(DraftStore.Changed.class);
    }

    @Test
    void of_two_events_with_one_number_the_first_stays() {
        DraftStore drafts = emptyDrafts();
        Draft draft = begun(drafts, NAME, "text");
        Draft first = draft.edit(by("Ann"), new Content("first"));
        drafts.append(first);

        assertThatThrownBy(() -> drafts.append(draft.edit(by("Dan"), new Content("second"))))
                .isInstanceOf(DraftStore.Changed.class);

        assertThat(read(drafts, "1")).isEqualTo(first);
    }

    @Test
    void an_event_without_the_one_before_it_is_not_taken() {
        DraftStore drafts = emptyDrafts();
        Draft draft = begun(drafts, NAME, "text");
        Draft third = draft.edit(by("Ann"), new Content("two")).edit(by("Ann"), new Content("three"));

        assertThatThrownBy(() -> drafts.append(third)).isInstanceOf(DraftStore.Changed.class);

        assertThat(read(drafts, "1")).isEqualTo(draft);
    }

    @Test
    void an_id_belongs_to_one_kind_of_document() {
        DraftStore drafts = emptyDrafts();
        begun(drafts, NAME, "text");

        assertThatThrownBy(() -> begun(drafts, new DocumentName(Kind.LAW, "letters", "2"), "text"))
                .isInstanceOf(DraftStore.Changed.class);
    }

    @Test
    void all_trails_come_in_the_order_of_their_names() {
        DraftStore drafts = emptyDrafts();
        begun(drafts, new DocumentName(Kind.POLICY, "letters", "2"), "text");
        begun(drafts, new DocumentName(Kind.LAW, "act", "1"), "text");
        Draft first = begun(drafts, NAME, "text");
        drafts.append(first.edit(by("Ann"), new Content("more")));

        assertThat(drafts.trails()).extracting(DraftHistory::name).isSorted().hasSize(3);
        assertThat(drafts.trails().get(0).events()).hasSize(2);
        assertThat(drafts.trail("letters", "3")).isEmpty();
    }

    @Test
    void a_draft_and_the_chain_move_together_or_not_at_all() {
        DraftStore drafts = emptyDrafts();
        policies().publishFirst(Drafts.first());
        Submitted submitted = begun(drafts, NAME, "text").submit(by("Ann"), List.of(), List.of());
        drafts.append(submitted);
        Approved approved = submitted.approve(by("Bea"), "");
        drafts.append(approved);
        Optional<DocumentName> words = policies().chain().stream()
                .map(ChainRecord::name)
                .filter(name -> name.kind() == Kind.VOCABULARY)
                .findFirst();
        Announcement announcement = Announcement.of(NAME, words, Drafts.NOW, Optional.empty());
        Publication publication =
                approved.publish(by("Cy"), announcement, new Chain(policies().chain()));
        drafts.append(approved.reject(by("Bea"), "wait"));
        long head = policies().head();

        assertThatThrownBy(() -> policies().append(publication)).isInstanceOf(PolicyStore.Moved.class);

        assertThat(policies().find(NAME)).isEmpty();
        assertThat(policies().head()).isEqualTo(head);
        assertThat(read(drafts, "1")).isInstanceOf(Draft.class);
    }
}
