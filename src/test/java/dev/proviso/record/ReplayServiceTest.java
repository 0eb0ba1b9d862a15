package dev.proviso.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Small;
import dev.proviso.engine.Decision;
import dev.proviso.library.Library;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentFolder;
import dev.proviso.question.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayServiceTest {

    private static final Library LIBRARY = Small.library();
    private static final String MARKETING = """
            {"policy": "shop", "version": "1", "at": "2020-07-01T00:00:00Z", "purpose": "marketing", "data": ["email"],
             "user": {"id": "u-1", "country": "CN", "birthDate": "1990-01-01"}}
            """;
    private static final String SERVICE = """
            {"policy": "shop", "purpose": "service", "data": "email", "user": {"country": "DE"}}
            """;

    private static Library with(String path, String document) {
        SortedMap<String, byte[]> files = new TreeMap<>(Small.files());
        files.put(path, Small.bytes(document));
        return Library.of(DocumentFolder.read(files, Instant.parse("2023-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARKETING, SERVICE})
    void a_record_decided_again_under_its_rulebook_has_the_same_answer(String question) {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, question);

        ReplayResult replayed = stored.replaying(LIBRARY).replay(id);

        assertThat(replayed.same()).isTrue();
        assertThat(replayed.differing()).isEmpty();
        assertThat(replayed.recorded()).isEqualTo(stored.body(id).answer());
        assertThat(replayed.replayed().get("reasons"))
                .isEqualTo(replayed.recorded().get("reasons"));
        assertThat(replayed.rulebook())
                .isEqualTo(stored.log.find(id).orElseThrow().rulebook());
    }

    @Test
    void a_record_says_what_was_asked_and_answered_and_by_whom() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, MARKETING);

        DecisionRecord kept = stored.log.find(id).orElseThrow();

        assertThat(kept.asker()).isEqualTo("service");
        assertThat(kept.at()).isEqualTo("2020-07-01T00:00:00Z");
        assertThat(kept.policy()).isEqualTo("shop");
        assertThat(kept.version()).isEqualTo("1");
        assertThat(kept.purpose()).isEqualTo("marketing");
        assertThat(kept.decision()).isEqualTo(Decision.DENY);
        assertThat(kept.rules()).containsExactly("law 1");
        assertThat(kept.clauses()).containsExactly("1");
        assertThat(stored.body(id).question())
                .isEqualTo(JsonText.object(Small.bytes(MARKETING)))
                .isEqualTo(stored.body(id).used());
        assertThat(stored.body(id).answer().get("id").asText()).isEqualTo(id.toString());
    }

    @Test
    void a_law_published_later_with_an_earlier_start_does_not_change_a_replay() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, SERVICE);
        String forbids = Small.law("3", "2020-01-01T00:00:00Z")
                .replace("policy: law", "policy: newlaw")
                .replace("the user lives in CN", "the user lives in DE")
                .replace("for marketing unless the user consented", "for any purpose");
        Library later = with("law/3.md", forbids);

        assertThat(stored.replaying(later).replay(id).same()).isTrue();
        ReplayResult underTodays = stored.replaying(later).replay(id, "1");
        assertThat(underTodays.same()).isFalse();
        assertThat(underTodays.replayed().get("decision").asText()).isEqualTo("DENY");
    }

    @Test
    void another_version_says_what_would_differ_though_it_had_not_started() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, SERVICE);

        ReplayResult replayed = stored.replaying(LIBRARY).replay(id, "2");

        assertThat(replayed.same()).isFalse();
        assertThat(replayed.differing()).containsExactly("decision", "reasons");
        assertThat(replayed.version()).isEqualTo("2");
        assertThat(replayed.recorded().get("decision").asText()).isEqualTo("PERMIT");
        assertThat(replayed.replayed().get("decision").asText()).isEqualTo("DENY");
    }

    @Test
    void an_unknown_version_or_record_is_refused() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, SERVICE);
        ReplayService replaying = stored.replaying(LIBRARY);

        assertThatThrownBy(() -> replaying.replay(id, "3")).isInstanceOf(CannotAsk.Unknown.class);
        assertThatThrownBy(() -> replaying.replay(TimedIds.at(Instant.EPOCH))).isInstanceOf(CannotReplay.Unknown.class);
    }

    @Test
    void a_replay_runs_under_the_base_rules_that_were_stored() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, SERVICE);
        DecisionRecord kept = stored.log.find(id).orElseThrow();
        StoredRulebook rulebook = stored.archive.find(kept.rulebook()).orElseThrow();
        SortedMap<String, String> reversed = new TreeMap<>(rulebook.baseRules());
        reversed.computeIfPresent("ranks.drl", (file, text) -> text.replace("$tally.permit()", "$tally.deny()"));
        assertThat(reversed).isNotEqualTo(rulebook.baseRules());

        SortedMap<String, String> files = new TreeMap<>(rulebook.manifest().baseRules());
        SortedMap<String, Content> parts = new TreeMap<>(rulebook.parts());
        Content ranks = new Content(String.valueOf(reversed.get("ranks.drl")));
        files.put("ranks.drl", ranks.sha256());
        parts.put(ranks.sha256(), ranks);
        RulebookManifest manifest = rulebook.manifest();
        StoredRulebook other = new StoredRulebook(
                new RulebookManifest(
                        manifest.hash(),
                        manifest.engine(),
                        manifest.policy(),
                        manifest.vocabulary(),
                        manifest.laws(),
                        files),
                parts);

        assertThat(decide(new OpenRulebook(other, Stored.COMPILERS), kept, stored))
                .isEqualTo(Decision.DENY);
        assertThat(decide(new OpenRulebook(rulebook, Stored.COMPILERS), kept, stored))
                .isEqualTo(Decision.PERMIT);
    }

    private static Decision decide(OpenRulebook open, DecisionRecord kept, Stored stored) {
        DecisionRequest again = DecisionRequest.again(stored.body(kept.id()).used(), kept.at());
        return open.decide(again).answer().decision();
    }

    @Test
    void a_rulebook_whose_part_was_changed_decides_nothing() {
        StoredRulebook rulebook = Stored.smallest();
        SortedMap<String, byte[]> parts = new TreeMap<>();
        rulebook.parts().forEach((sha256, content) -> parts.put(sha256, content.bytes()));
        parts.put(parts.firstKey(), Small.bytes("changed"));

        assertThatThrownBy(() -> StoredRulebook.of(rulebook.manifest(), parts))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(parts.firstKey());
        parts.remove(parts.firstKey());
        assertThatThrownBy(() -> StoredRulebook.of(rulebook.manifest(), parts))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_record_of_a_person_who_was_erased_stays_and_says_nothing_of_them() {
        Stored stored = new Stored();
        UUID id = stored.decide(LIBRARY, MARKETING);

        stored.seals.erase(stored.seals.pseudonym("u-1"));

        assertThat(stored.keeping.open(stored.log.find(id).orElseThrow())).isEmpty();
        assertThatThrownBy(() -> stored.replaying(LIBRARY).replay(id))
                .isInstanceOf(CannotReplay.FactsErased.class)
                .hasMessageContaining("erased");
    }

    @Test
    void a_fact_that_is_masked_is_in_no_record() {
        Stored stored = new Stored("user.birthDate", "user.id", "attributes");
        UUID id = stored.decide(LIBRARY, MARKETING);

        RecordBody body = stored.body(id);

        assertThat(body.question().at("/user/birthDate").asText()).isEqualTo("***");
        assertThat(body.question().at("/user/id").asText()).isEqualTo("***");
        assertThat(body.question().at("/user/country").asText()).isEqualTo("CN");
        assertThat(body.masked()).containsExactly("user.birthDate", "user.id");
    }

    @Test
    void a_masked_fact_that_the_answer_did_not_need_does_not_hinder_a_replay() {
        Stored stored = new Stored("user.birthDate");
        UUID id = stored.decide(LIBRARY, SERVICE.replace("\"country\"", "\"birthDate\": \"1990-01-01\", \"country\""));

        assertThat(stored.replaying(LIBRARY).replay(id).same()).isTrue();
    }

    @Test
    void a_masked_fact_that_the_answer_needed_hinders_a_replay() {
        Stored stored = new Stored("user.country");
        UUID id = stored.decide(LIBRARY, MARKETING);

        assertThatThrownBy(() -> stored.replaying(LIBRARY).replay(id))
                .isInstanceOf(CannotReplay.FactsMasked.class)
                .hasMessageContaining("user.country");
    }

    /** Recorded before there was a list of places. */
    @Test
    void a_question_that_is_refused_by_now_is_not_replayed_and_a_sentence_says_why() {
        Stored stored = new Stored();
        DecisionRecord kept = stored.log.find(stored.decide(LIBRARY, SERVICE)).orElseThrow();
        UUID id = TimedIds.at(Instant.now());
        String body = new String(kept.body().bytes(), StandardCharsets.UTF_8).replace("\"DE\"", "\"UK\"");
        stored.log.append(List.of(new DecisionRecord(
                id,
                kept.at(),
                kept.asker(),
                kept.policy(),
                kept.version(),
                kept.purpose(),
                kept.decision(),
                kept.trial(),
                kept.rulebook(),
                kept.rules(),
                new DecisionRecord.Body(Optional.empty(), Small.bytes(body)))));

        for (ThrowingCallable replay :
                List.<ThrowingCallable>of(() -> stored.replaying(LIBRARY).replay(id), () -> stored.replaying(LIBRARY)
                        .replay(id, "2"))) {
            assertThatThrownBy(replay)
                    .isInstanceOf(CannotReplay.NoQuestion.class)
                    .hasMessageContaining("user.country")
                    .hasMessageContaining("Did you mean \"GB\"?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "purpose", "data", "usr.country"})
    void what_every_record_needs_and_what_nobody_asks_cannot_be_masked(String path) {
        assertThatThrownBy(() -> new Stored(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }
}
