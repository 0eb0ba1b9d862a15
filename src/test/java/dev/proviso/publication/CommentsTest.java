package dev.proviso.publication;

import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said about a version is kept for ever, so everybody can see all of it. */
class CommentsTest {

    private static final String LATER = "2100-01-01T00:00:00Z";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);
    private final RemarkService remarking = new RemarkService(drafting, store);
    private final PublicationService publishing = new PublicationService(drafting, store, Drafts.NO_TESTS);

    @BeforeEach
    void begin() {
        store.publishFirst(Drafts.first());
        for (String label : List.of("drafted", "submitted", "approved", "published")) {
            drafting.draft("letters", false, policy("letters", label, LATER), by("Ann"));
        }
        for (String label : List.of("submitted", "approved", "published")) {
            drafting.submit("letters", label, List.of("*"), by("Ann"), DraftService.ANY);
        }
        drafting.approve("letters", "approved", "", by("Bea"), DraftService.ANY);
        drafting.approve("letters", "published", "", by("Bea"), DraftService.ANY);
        publishing.publish("letters", "published", Optional.empty(), by("Cy"), DraftService.ANY);
    }

    private Map<String, Consumer<String>> ways() {
        return Map.of(
                "remark", said -> remarking.remark("letters", "drafted", "1", said, by("Bea")),
                "approve", said -> drafting.approve("letters", "submitted", said, by("Bea"), DraftService.ANY),
                "reject", said -> drafting.reject("letters", "submitted", said, by("Bea"), DraftService.ANY),
                "take back", said -> drafting.reject("letters", "approved", said, by("Bea"), DraftService.ANY),
                "withdraw", said -> publishing.withdraw("letters", "published", said, by("Cy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u200B", "\u0000", "\u001B", "\u2066", "\uFEFF", "\u2028"})
    void what_is_not_seen_is_refused_by_its_name_and_nothing_is_lost(String hidden) {
        int before = store.chain().size();
        ways().forEach((way, say) -> assertThatThrownBy(() -> say.accept("We do n" + hidden + "ot."))
                .as(way)
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageStartingWith("The comment has U+%04X ".formatted((int) hidden.charAt(0)))
                .hasMessageContaining("as character 8"));

        assertThat(drafting.find("letters", "drafted")).isInstanceOf(Draft.class);
        assertThat(drafting.find("letters", "drafted").trail().remarks()).isEmpty();
        assertThat(drafting.find("letters", "submitted")).isInstanceOf(Submitted.class);
        assertThat(drafting.find("letters", "approved")).isInstanceOf(Approved.class);
        assertThat(store.chain()).hasSize(before);
    }

    @Test
    void a_comment_has_an_end() {
        ways().forEach((way, say) -> assertThatThrownBy(() -> say.accept("a".repeat(10_001)))
                .as(way)
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessage("A comment has at most 10000 characters."));
    }

    @Test
    void what_is_seen_is_kept_letter_by_letter() {
        remarking.remark("letters", "drafted", "1", "Naïve?\n\tمی\u200Cخواهم 姓名", by("Bea"));

        assertThat(drafting.find("letters", "drafted").trail().remarks())
                .extracting(Remark::comment)
                .containsExactly("Naïve?\n\tمی\u200Cخواهم 姓名");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-force", "governing", "..", ".", "changes.atom", "Compare", "-1"})
    void no_version_is_begun_under_a_label_that_means_something_else(String label) {
        assertThatThrownBy(() -> drafting.draft("letters", false, policy("letters", label, LATER), by("Ann")))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("\"" + label + "\"");
        assertThatThrownBy(() -> drafting.draft("few-words", true, Drafts.words(label, ""), by("Ann")))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("\"" + label + "\"");
    }

    @Test
    void a_version_is_announced_in_a_year_that_a_calendar_has() {
        assertThatThrownBy(() -> publishing.publish(
                        "letters", "approved", Optional.of(java.time.Instant.MAX), by("Cy"), DraftService.ANY))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("9999");
    }
}
