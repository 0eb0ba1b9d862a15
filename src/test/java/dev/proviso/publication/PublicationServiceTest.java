package dev.proviso.publication;

import static dev.proviso.publication.Drafts.NOW;
import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.law;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationServiceTest {

    private static final String NEXT_MONTH = "2026-02-01T00:00:00Z";
    private static final String ROW = "mailing | P1Y | 2020-01-01 | | Act 1 | high | | no";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);
    private final PublicationService publishing = new PublicationService(drafting, store, Drafts.NO_TESTS);

    @BeforeEach
    void words() {
        store.publishFirst(Drafts.first());
    }

    private DocumentName approved(String id, String label, Content content) {
        DocumentName name = drafting.draft(id, false, content, by("Ann")).name();
        drafting.submit(id, label, List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve(id, label, "", by("Bea"), DraftService.ANY);
        return name;
    }

    private PublicationService.Outcome publish(String id, String label, Content content) {
        approved(id, label, content);
        return publish(id, label, Optional.empty());
    }

    private PublicationService.Outcome publish(String id, String label, Optional<Instant> announcedAt) {
        return publishing.publish(id, label, announcedAt, by("Cy"), DraftService.ANY);
    }

    private Published version(String label, Instant at) {
        return Register.of(new Chain(store.chain()), at)
                .version("letters", label)
                .orElseThrow();
    }

    @Test
    void a_version_starts_at_its_effective_if_that_is_after_its_announcement() {
        var outcome = publish("letters", "1", policy("letters", "1", NEXT_MONTH));

        assertThat(outcome.record().announcedAt()).isEqualTo(NOW);
        assertThat(outcome.record().start()).isEqualTo(Instant.parse(NEXT_MONTH));
        assertThat(outcome.warnings()).isEmpty();
        PublishedDocument document = store.find(outcome.record().name()).orElseThrow();
        assertThat(document.content()).isEqualTo(policy("letters", "1", NEXT_MONTH));
        assertThat(document.vocabulary()).contains(Drafts.WORDS);
    }

    @Test
    void a_version_whose_effective_has_passed_starts_at_its_announcement_with_a_warning() {
        var outcome = publish("letters", "1", policy("letters", "1", "2020-01-01T00:00:00Z"));

        assertThat(outcome.record().start()).isEqualTo(NOW);
        assertThat(outcome.warnings()).hasSize(1).first().asString().contains("2020-01-01", "announcement");
    }

    @Test
    void law_may_start_in_the_past() {
        var outcome = publish("act", "1", law("act", "1", "2020-01-01T00:00:00Z", ROW));

        assertThat(outcome.record().start()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void a_version_that_takes_effect_on_publication_starts_when_it_is_announced() {
        approved("letters", "1", policy("letters", "1", "on-publication"));

        var outcome = publish("letters", "1", Optional.of(NOW.plusSeconds(60)));

        assertThat(outcome.record().start()).isEqualTo(NOW.plusSeconds(60));
    }

    private static Content speaking(String version, String words) {
        Content plain =
                policy("letters", version, "on-publication", "Permit use of address and voice.recorded for mailing.");
        return new Content(plain.text().replace("timezone: UTC", "timezone: UTC\nwords:\n  data:\n" + words));
    }

    @Test
    void the_words_that_a_version_adds_are_published_with_it_as_the_next_version_of_the_vocabulary() {
        long before = store.head();

        var outcome = publish("letters", "1", speaking("1", "    voice.recorded: {label: Recorded voice}\n"));

        assertThat(store.head()).isEqualTo(before + 2);
        DocumentName words = new DocumentName(DocumentName.Kind.VOCABULARY, "few-words", "letters-1");
        assertThat(store.chain().get(store.chain().size() - 2).name()).isEqualTo(words);
        assertThat(store.chain().get(store.chain().size() - 2).by()).isEqualTo(by("Cy"));
        assertThat(outcome.record().vocabulary()).contains(words);
        assertThat(outcome.warnings())
                .containsExactly("It brings 1 new words: they are published with it, as few-words@letters-1.");
        assertThat(store.find(words).orElseThrow().content())
                .isEqualTo(new Content(Drafts.words("letters-1", "")
                        .text()
                        .replace(
                                "{label: Address}",
                                "{label: Address}\n  voice.recorded: {label: \"Recorded voice\"}")));
        assertThat(Verification.of(store).damage()).isEmpty();
        assertThat(DraftVerification.damage(store, store)).isEmpty();

        approved("letters", "2", speaking("2", "    voice.recorded: {label: Recorded voice}\n"));
        var next = publish("letters", "2", Optional.of(NOW.plusSeconds(60)));
        assertThat(next.record().vocabulary()).as("they are there now").contains(words);
        assertThat(next.warnings()).isEmpty();
    }

    @Test
    void a_version_whose_words_cannot_be_added_is_not_even_submitted_nor_published() {
        Content text = speaking("1", "    voice.recorded: {label: Recorded voice}\n");
        approved("letters", "1", text);
        publishing("9", "2026-03-01T00:00:00Z");
        drafting.draft("letters", false, speaking("2", "    voice.recorded: {label: Voice}\n"), by("Ann"));
        long before = store.head();

        assertThatThrownBy(() -> drafting.submit("letters", "2", List.of("*"), by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("few-words@9 is announced and starts at 2026-03-01T00:00:00Z");
        assertThatThrownBy(() -> publish("letters", "1", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("few-words@9 is announced and starts at 2026-03-01T00:00:00Z")
                .hasMessageContaining("Publish it once that has started.");
        assertThat(store.head()).isEqualTo(before);
    }

    @Test
    void the_words_get_another_name_where_a_version_had_theirs() {
        publishing("letters-1", "2026-03-01T00:00:00Z");
        publishing.withdraw("few-words", "letters-1", "", by("Cy"));

        var outcome = publish("letters", "1", speaking("1", "    voice.recorded: {label: Recorded voice}\n"));

        assertThat(outcome.record().vocabulary())
                .contains(new DocumentName(DocumentName.Kind.VOCABULARY, "few-words", "letters-1-2"));
    }

    /** Announces a version of the vocabulary. */
    private void publishing(String label, String start) {
        store.publish(new PublishedDocument(
                new DocumentName(DocumentName.Kind.VOCABULARY, "few-words", label),
                Optional.empty(),
                Drafts.words(label, ""),
                NOW,
                Instant.parse(start),
                NOW));
    }

    @Test
    void nothing_is_announced_in_the_past() {
        approved("letters", "1", policy("letters", "1", NEXT_MONTH));

        assertThatThrownBy(() -> publish("letters", "1", Optional.of(NOW.minusSeconds(1))))
                .isInstanceOf(Refused.Unreadable.class)
                .hasMessageContaining("in the past");
    }

    @Test
    void two_versions_of_one_policy_cannot_start_together_unless_one_was_withdrawn() {
        publish("letters", "1", policy("letters", "1", NEXT_MONTH));
        approved("letters", "2", policy("letters", "2", NEXT_MONTH));

        assertThatThrownBy(() -> publish("letters", "2", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("letters@2 would start at 2026-02-01T00:00:00Z, when letters@1 starts");

        publishing.withdraw("letters", "1", "too early", by("Cy"));
        assertThat(publish("letters", "2", Optional.empty()).record().start()).isEqualTo(Instant.parse(NEXT_MONTH));
    }

    @Test
    void only_what_is_approved_is_published() {
        drafting.draft("letters", false, policy("letters", "1", NEXT_MONTH), by("Ann"));

        assertThatThrownBy(() -> publish("letters", "1", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("not approved");
    }

    @Test
    void what_is_published_is_no_draft_any_more() {
        publish("letters", "1", policy("letters", "1", NEXT_MONTH));

        assertThatThrownBy(() -> publish("letters", "1", Optional.empty())).isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> drafting.draft("letters", false, policy("letters", "1", NEXT_MONTH), by("Ann")))
                .isInstanceOf(Refused.Conflict.class);
        assertThatThrownBy(() -> drafting.reject("letters", "1", "", by("Bea"), DraftService.ANY))
                .isInstanceOf(Refused.Conflict.class);
    }

    @Test
    void a_version_is_announced_then_in_force_then_superseded() {
        publish("letters", "1", policy("letters", "1", NEXT_MONTH));
        publish("letters", "2", policy("letters", "2", "2026-03-01T00:00:00Z"));

        assertThat(version("1", NOW)).isInstanceOf(Announced.class);
        assertThat(version("1", Instant.parse(NEXT_MONTH))).isInstanceOf(InForce.class);
        assertThat(version("2", Instant.parse(NEXT_MONTH))).isInstanceOf(Announced.class);
        assertThat(version("1", Instant.parse("2026-03-01T00:00:00Z"))).isInstanceOf(Superseded.class);
        assertThat(version("2", Instant.parse("2026-03-01T00:00:00Z"))).isInstanceOf(InForce.class);
    }

    @Test
    void a_version_is_withdrawn_before_its_start_and_never_after() {
        publish("letters", "1", policy("letters", "1", NEXT_MONTH));
        publish("letters", "2", policy("letters", "2", "2026-03-01T00:00:00Z"));
        var atItsStart = new Signature("Cy", Instant.parse(NEXT_MONTH));

        assertThatThrownBy(() -> publishing.withdraw("letters", "1", "", atItsStart))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("a new version replaces it");
        publishing.withdraw("letters", "2", "not wanted", atItsStart);

        assertThat(version("2", NOW)).isInstanceOf(Withdrawn.class);
        assertThat(store.all())
                .extracting(PublishedDocument::name)
                .doesNotContain(version("2", NOW).name());
        assertThat(store.find(version("2", NOW).name())).isPresent();
        assertThatThrownBy(() -> publishing.withdraw("letters", "2", "", atItsStart))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("withdrawn before");
        assertThat(Verification.of(store).damage()).isEmpty();
    }

    @Test
    void what_was_never_published_cannot_be_withdrawn() {
        publish("letters", "spring-2", policy("letters", "spring-2", NEXT_MONTH));

        assertThatThrownBy(() -> publishing.withdraw("letters", "spring-1", "", by("Cy")))
                .isInstanceOf(Refused.Unknown.class)
                .hasMessageContaining("Did you mean \"spring-2\"?");
    }

    @Test
    void two_laws_with_one_row_do_not_fit_together() {
        publish("act", "1", law("act", "1", "2020-01-01T00:00:00Z", ROW));
        approved("decree", "1", law("decree", "1", "2026-06-01T00:00:00Z", ROW));

        assertThatThrownBy(() -> publish("decree", "1", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining(
                        "act@1 and decree@1 decide together, and both have a row of \"retention\" for mailing from 2020-01-01 on.");
    }

    /** Or every replica would refuse to decide under what is published. */
    @Test
    void law_that_a_standing_policy_cannot_read_in_its_own_older_words_is_not_published() {
        publish("letters", "1", policy("letters", "1", NEXT_MONTH));
        drafting.draft("few-words", true, Drafts.words("2", "  survey: {label: Ask}\n"), by("Ann"));
        drafting.submit("few-words", "2", List.of(), by("Ann"), DraftService.ANY);
        drafting.approve("few-words", "2", "", by("Bea"), DraftService.ANY);
        publish("few-words", "2", Optional.empty());
        approved("act", "1", law("act", "1", "2020-01-01T00:00:00Z", ROW.replace("mailing", "survey")));

        assertThatThrownBy(() -> publish("act", "1", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("act@1 and letters@1 decide together", "survey");
    }

    @Test
    void a_new_version_of_a_law_may_repeat_the_rows_of_the_old() {
        publish("act", "1", law("act", "1", "2020-01-01T00:00:00Z", ROW));

        assertThat(publish("act", "2", law("act", "2", "2021-01-01T00:00:00Z", ROW))
                        .record()
                        .number())
                .isEqualTo(3);
    }

    @Test
    void a_law_that_has_ended_stands_in_nobodys_way() {
        String ended = "2020-01-01T00:00:00Z\nuntil: 2025-01-01T00:00:00Z";
        publish("act", "1", law("act", "1", ended, ROW));

        assertThat(publish("decree", "1", law("decree", "1", "2025-01-01T00:00:00Z", ROW))
                        .record()
                        .number())
                .isEqualTo(3);
    }

    @Test
    void a_version_is_read_in_the_words_of_the_vocabulary_in_force() {
        drafting.draft("few-words", true, Drafts.words("2", "  survey: {label: Ask}\n"), by("Ann"));
        drafting.submit("few-words", "2", List.of(), by("Ann"), DraftService.ANY);
        drafting.approve("few-words", "2", "", by("Bea"), DraftService.ANY);
        String rule = "Permit use of address for survey.";
        drafting.draft("letters", false, policy("letters", "1", NEXT_MONTH, rule), by("Ann"));

        assertThatThrownBy(() -> drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY))
                .isInstanceOf(Refused.Faulty.class);
        publish("few-words", "2", Optional.empty());
        drafting.submit("letters", "1", List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve("letters", "1", "", by("Bea"), DraftService.ANY);

        assertThat(publish("letters", "1", Optional.empty())
                        .record()
                        .vocabulary()
                        .orElseThrow()
                        .label())
                .isEqualTo("2");
    }

    @Test
    void a_vocabulary_that_takes_words_away_from_the_law_does_not_fit() {
        publish("act", "1", law("act", "1", "2020-01-01T00:00:00Z", ROW));
        Content without = new Content(Drafts.words("2", "").text().replace("mailing", "survey"));
        drafting.draft("few-words", true, without, by("Ann"));
        drafting.submit("few-words", "2", List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve("few-words", "2", "", by("Bea"), DraftService.ANY);

        assertThatThrownBy(() -> publish("few-words", "2", Optional.empty()))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessageContaining("The law act@1 cannot be read in the words of few-words@2", "mailing");
    }

    @Test
    void a_policy_that_fails_its_rule_tests_is_not_published() {
        approved("letters", "1", policy("letters", "1", NEXT_MONTH));
        var strict = new PublicationService(
                drafting,
                store,
                (document, published) ->
                        new RuleTests.Verdict(List.of("The test \"minors\" fails."), List.of("Not all was tested.")));

        assertThatThrownBy(() -> strict.publish("letters", "1", Optional.empty(), by("Cy"), DraftService.ANY))
                .isInstanceOf(Refused.Conflict.class)
                .hasMessage("The test \"minors\" fails.");
        assertThat(store.head()).isEqualTo(1);
    }
}
