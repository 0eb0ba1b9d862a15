package dev.proviso.publication;

import static dev.proviso.publication.Drafts.by;
import static dev.proviso.publication.Drafts.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.DocumentName.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftVerificationTest {

    private static final String LATER = "2100-01-01T00:00:00Z";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final DraftService drafting = new DraftService(store, store, Drafts.NO_TESTS);

    @BeforeEach
    void a_version_that_was_published_and_one_that_was_rejected() {
        store.publishFirst(Drafts.first());
        approved("1");
        new PublicationService(drafting, store, Drafts.NO_TESTS)
                .publish("letters", "1", Optional.empty(), by("Cy"), DraftService.ANY);
        approved("2");
        drafting.reject("letters", "2", "not yet", by("Bea"), DraftService.ANY);
        drafting.edit("letters", "2", policy("letters", "2", LATER), by("Ann"), DraftService.ANY);
    }

    private void approved(String label) {
        drafting.draft("letters", false, policy("letters", label, LATER), by("Ann"));
        drafting.submit("letters", label, List.of("*"), by("Ann"), DraftService.ANY);
        drafting.approve("letters", label, "fine", by("Bea"), DraftService.ANY);
    }

    /** The drafts of the store, but that someone changed their events. */
    private record Changed(DraftStore kept, List<DraftEvent> events) implements DraftStore {

        @Override
        public void append(Unpublished version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<DraftHistory> trail(String id, String label) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Content content(DraftHistory trail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DraftHistory> trails() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> hashOfText(DraftEvent event) {
            return kept.hashOfText(event);
        }
    }

    private String damage(UnaryOperator<List<DraftEvent>> change) {
        return DraftVerification.damage(new Changed(store, change.apply(new ArrayList<>(store.events()))), store)
                .orElse("");
    }

    private static UnaryOperator<List<DraftEvent>> with(int place, UnaryOperator<DraftEvent> change) {
        return events -> {
            events.set(place, change.apply(events.get(place)));
            return events;
        };
    }

    private static DraftEvent commented(DraftEvent event, String comment, String hash) {
        return new DraftEvent(
                event.name(),
                event.number(),
                event.action(),
                event.by(),
                comment,
                event.acknowledged(),
                event.about(),
                event.sha256(),
                event.tests(),
                event.previous(),
                hash);
    }

    @Test
    void an_event_is_hashed_over_netstrings_in_a_fixed_order() throws Exception {
        DraftEvent event = new DraftEvent(
                new DocumentName(Kind.LAW, "act", "7"),
                3,
                DraftEvent.Action.SUBMITTED,
                new Signature("Zoë", Instant.parse("1970-01-01T00:00:01.5Z")),
                "",
                new TreeSet<>(List.of("b", "a")),
                "",
                "c".repeat(64),
                "",
                "d".repeat(64),
                "");
        String form = "21:proviso draft event 1,3:LAW,3:act,1:7,1:3,64:" + "d".repeat(64)
                + ",9:SUBMITTED,4:Zoë,7:1500000,0:,3:a b,64:" + "c".repeat(64) + ",";

        assertThat(event.canonical()).isEqualTo(form);
        assertThat(event.computedHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_remark_is_hashed_with_the_clause_that_it_is_about() throws Exception {
        DraftEvent event = new DraftEvent(
                new DocumentName(Kind.LAW, "act", "7"),
                3,
                DraftEvent.Action.REMARKED,
                new Signature("Zoë", Instant.parse("1970-01-01T00:00:01.5Z")),
                "why?",
                new TreeSet<>(),
                "2.1",
                "c".repeat(64),
                "",
                "d".repeat(64),
                "");
        String form = "21:proviso draft event 2,3:LAW,3:act,1:7,1:3,64:" + "d".repeat(64)
                + ",8:REMARKED,4:Zoë,7:1500000,4:why?,0:,64:" + "c".repeat(64) + ",3:2.1,";

        assertThat(event.canonical()).isEqualTo(form);
        assertThat(event.computedHash()).isEqualTo(new Content(form).sha256());
    }

    @Test
    void an_event_with_rule_tests_is_hashed_with_them_be_it_a_step_or_not() {
        DraftEvent first = DraftEvent.first(new DocumentName(Kind.LAW, "act", "7"), by("Ann"), new Content(""), "");
        DraftEvent tested =
                first.then(DraftEvent.Action.TESTED, by("Ann"), "", List.of(), first.sha256(), "e".repeat(64));
        DraftEvent remarked = tested.then(DraftEvent.Action.REMARKED, by("Bea"), "why?", "2.1");

        assertThat(first.canonical()).startsWith("21:proviso draft event 1,");
        assertThat(tested.canonical())
                .startsWith("21:proviso draft event 3,")
                .endsWith(",64:" + first.sha256() + ",0:,64:" + "e".repeat(64) + ",");
        assertThat(remarked.canonical())
                .startsWith("21:proviso draft event 3,")
                .endsWith(",3:2.1,64:" + "e".repeat(64) + ",");
    }

    @Test
    void rule_tests_of_a_draft_that_were_changed_are_found() {
        VersionTests tests = VersionTests.of(Map.of("letters.yaml", "policy: letters\n"));
        drafting.test("letters", "2", tests, by("Ann"), DraftService.ANY);

        assertThat(DraftVerification.damage(store, store)).isEmpty();
        store.tests().tamper(tests.sha256(), VersionTests.NONE);
        assertThat(DraftVerification.damage(store, store))
                .contains("Event 6 of the draft letters@2 has other rule tests than the store.");
    }

    @Test
    void remarks_are_part_of_what_is_verified() {
        new RemarkService(drafting, store).remark("letters", "2", "1", "which letters?", by("Bea"));

        assertThat(damage(events -> events)).isEmpty();
        assertThat(damage(events -> {
                    DraftEvent last = events.remove(events.size() - 1);
                    events.add(commented(last, "fine", last.hash()));
                    return events;
                }))
                .contains("was changed: its hash is not that of what it says");
    }

    @Test
    void the_first_event_of_each_version_follows_nothing_and_each_other_the_one_before() {
        List<DraftEvent> events = store.events();

        assertThat(events).hasSize(9);
        assertThat(events.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(events.get(1).previous()).isEqualTo(events.get(0).hash());
        assertThat(events.get(4).previous()).isEqualTo("0".repeat(64));
        assertThat(DraftVerification.damage(store, store)).isEmpty();
    }

    @Test
    void a_changed_event_is_found_and_named() {
        assertThat(damage(with(2, event -> commented(event, "never", event.hash()))))
                .isEqualTo("Event 3 of the draft letters@1 was changed: its hash is not that of what it says.");
        assertThat(damage(with(
                        2,
                        event -> commented(
                                event, "never", commented(event, "never", "").computedHash()))))
                .isEqualTo("Event 4 of the draft letters@1 does not hold the hash of the event before it.");
    }

    @Test
    void an_event_taken_out_is_found() {
        assertThat(damage(events -> {
                    events.remove(5);
                    return events;
                }))
                .isEqualTo("Event 2 of the draft letters@2 is missing; event 3 stands in its place.");
    }

    @Test
    void a_text_that_is_another_or_gone_is_found() {
        DraftStore other = new InMemoryPolicyStore();

        assertThat(DraftVerification.damage(new Changed(other, store.events()), store))
                .contains("Event 1 of the draft letters@1 wrote a text that is not in the store.");
        other.append(Draft.begin(new DocumentName(Kind.POLICY, "letters", "1"), by("Ann"), new Content("other"), ""));
        assertThat(DraftVerification.damage(new Changed(other, store.events()), store))
                .contains("Event 1 of the draft letters@1 wrote another text than the store has.");
    }

    @Test
    void what_was_published_ends_with_its_publication() {
        String endless = "Record 2 of the chain publishes letters@1, but its draft does not end with that publication.";

        assertThat(damage(events -> {
                    events.remove(3);
                    return events;
                }))
                .isEqualTo(endless);
        assertThat(damage(events -> events.subList(4, 9))).isEqualTo(endless);
    }

    @Test
    void a_publication_that_the_chain_does_not_know_is_found() {
        PolicyStore cut = new Tampered(store.chain().subList(0, 1), store.all());

        assertThat(DraftVerification.damage(store, cut))
                .contains("Event 4 of the draft letters@1 is a publication of which the chain knows nothing.");
    }
}
