package dev.proviso.publication;

import static dev.proviso.publication.Drafts.NOW;
import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.comparison.Change;
import dev.proviso.comparison.ChangedMeaning;
import dev.proviso.comparison.Comparison;
import dev.proviso.comparison.RuleChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonServiceTest {

    private static final String LATER = "2100-01-01T00:00:00Z";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);
    private final PublicationService publishing = new PublicationService(drafting, store, Drafts.NO_TESTS);
    private final ComparisonService comparing = new ComparisonService(store, store);

    @BeforeEach
    void words() {
        store.publishFirst(Drafts.first());
    }

    private void publish(String id, String label, boolean vocabulary, Content content) {
        drafting.draft(id, vocabulary, content, by("Ann"));
        drafting.submit(id, label, List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve(id, label, "", by("Bea"), DraftService.ANY);
        publishing.publish(id, label, Optional.empty(), by("Cy"), DraftService.ANY);
    }

    private Comparison compare(String id, String from, String to) {
        return comparing.compare(id, from, to, NOW);
    }

    private ChangedMeaning meaning(String id, String from, String to) {
        return compare(id, from, to).meaning().orElseThrow();
    }

    @Test
    void a_draft_is_compared_with_what_is_published() {
        publish("letters", "1", false, policy("letters", "1", LATER));
        drafting.draft(
                "letters", false, policy("letters", "2", LATER, "Forbid use of address for mailing."), by("Ann"));

        assertThat(meaning("letters", "1", "2").rules())
                .containsExactly(new RuleChange(
                        Change.CHANGED,
                        Optional.of(new RuleChange.Put(
                                "1", "1", "Letters", "PERMIT", "Permit use of address for mailing.")),
                        Optional.of(new RuleChange.Put(
                                "1", "1", "Letters", "FORBID", "Forbid use of address for mailing."))));
    }

    @Test
    void a_version_that_was_withdrawn_can_still_be_compared() {
        publish("letters", "1", false, policy("letters", "1", LATER));
        publish("letters", "2", false, policy("letters", "2", "2101-01-01T00:00:00Z"));
        publishing.withdraw("letters", "1", "", by("Cy"));

        assertThat(meaning("letters", "1", "2").frontMatter())
                .extracting(field -> field.field())
                .containsExactly("effective");
    }

    @Test
    void of_a_draft_with_errors_only_the_text_is_compared() {
        publish("letters", "1", false, policy("letters", "1", LATER));
        drafting.draft("letters", false, policy("letters", "2", LATER, "Permit use of adress for mailing."), by("Ann"));

        Comparison comparison = compare("letters", "1", "2");

        assertThat(comparison.meaning()).isEmpty();
        assertThat(comparison.unread()).containsExactly("letters@2");
        assertThat(comparison.text()).anyMatch(passage -> passage.change() == Change.CHANGED);
    }

    @Test
    void each_version_is_read_in_the_words_that_it_was_published_with() {
        publish("letters", "1", false, policy("letters", "1", LATER));
        publish("few-words", "2", true, Drafts.words("2", "  cards: {label: Send cards}\n"));
        publish(
                "letters",
                "2",
                false,
                policy("letters", "2", "2101-01-01T00:00:00Z", "Permit use of address for cards."));

        assertThat(meaning("letters", "1", "2").words())
                .extracting(word -> word.change() + " " + word.section() + " " + word.word())
                .containsExactly("ADDED purposes cards");
        assertThat(meaning("few-words", "1", "2").words())
                .extracting(word -> word.change() + " " + word.section() + " " + word.word())
                .containsExactly("ADDED purposes cards");
    }

    @Test
    void what_is_not_there_is_told_with_the_nearest_name() {
        publish("letters", "spring-1", false, policy("letters", "spring-1", LATER));
        drafting.draft("letters", false, policy("letters", "autumn-1", LATER), by("Ann"));

        assertThatThrownBy(() -> compare("letters", "spring-1", "autumn-2"))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessage("There is no version \"autumn-2\" of \"letters\". Did you mean \"autumn-1\"?");
        assertThatThrownBy(() -> compare("leters", "spring-1", "autumn-1"))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessage("There is no policy \"leters\". Did you mean \"letters\"?");
    }
}
