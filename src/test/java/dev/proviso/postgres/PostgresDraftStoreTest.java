package dev.proviso.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.publication.Content;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.DraftStoreContract;
import dev.proviso.publication.DraftVerification;
import dev.proviso.publication.Drafts;
import dev.proviso.publication.PolicyStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("system")
class PostgresDraftStoreTest extends DraftStoreContract {

    @Inject
    PostgresPolicyStore store;

    @Inject
    PostgresDraftStore drafts;

    @Inject
    Owner owner;

    @Override
    protected DraftStore emptyDrafts() {
        owner.emptyPolicies();
        return drafts;
    }

    @Override
    protected PolicyStore policies() {
        return store;
    }

    private void versions(int count) {
        emptyDrafts();
        store.publishFirst(Drafts.first());
        DraftService drafting = new DraftService(drafts, store, Drafts.NO_TESTS);
        for (int number = 1; number <= count; number++) {
            String label = Integer.toString(number);
            Content text = Drafts.policy("letters", label, "2100-01-01T00:00:00Z");
            drafting.draft("letters", false, text, Drafts.by("Ann"));
            drafting.submit("letters", label, List.of("*"), Drafts.by("Ann"), DraftService.ANY);
            drafting.approve("letters", label, "fïne\n", Drafts.by("Bea"), DraftService.ANY);
        }
    }

    private void changedByHand(String sql) throws SQLException {
        owner.execute("set session_replication_role = replica; " + sql);
    }

    private Optional<String> damage() {
        return DraftVerification.damage(drafts, store);
    }

    @Test
    void whatever_is_changed_of_an_event_by_hand_is_found_and_named() throws SQLException {
        List<String> changes = List.of(
                "comment = 'no'",
                "by_whom = 'Mallory'",
                "at = at - interval '1 microsecond'",
                "action = 'REJECTED'",
                "acknowledged = '*'",
                "sha256 = repeat('a', 64)",
                "hash = repeat('a', 64)",
                "kind = 'LAW'");
        versions(changes.size());
        assertThat(damage()).isEmpty();

        // From the last version to the first, for the first that is wrong is the one that is named.
        for (int number = changes.size(); number > 0; number--) {
            changedByHand("update draft_event set " + changes.get(number - 1) + " where version = '" + number
                    + "' and number = 3");

            assertThat(damage().orElse(""))
                    .as(changes.get(number - 1))
                    .startsWith("Event 3 of the draft letters@" + number + " was changed");
        }
    }

    @Test
    void a_byte_of_a_text_changed_by_hand_is_found_and_named() throws SQLException {
        versions(2);
        String content = "overlay(content placing '\\xff'::bytea from 100 for 1)";

        changedByHand("update draft_revision set content = " + content + ", sha256 = encode(sha256(" + content
                + "), 'hex') where version = '1'");

        assertThat(damage()).contains("Event 1 of the draft letters@1 wrote another text than the store has.");
    }

    @Test
    void a_text_or_an_event_taken_out_by_hand_is_found() throws SQLException {
        versions(2);

        changedByHand("delete from draft_event where version = '2' and number = 2");
        assertThat(damage()).contains("Event 2 of the draft letters@2 is missing; event 3 stands in its place.");
        changedByHand("delete from draft_revision");
        assertThat(damage()).contains("Event 1 of the draft letters@1 wrote a text that is not in the store.");
    }

    @Test
    void events_from_before_there_were_hashes_are_hashed_as_they_stand() throws Exception {
        versions(2);
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V6__draft_hashes.sql"));

        List<String> hashes = owner.wouldGive(
                "alter table draft_event drop column hash cascade, drop column previous_hash cascade; " + migration,
                "select hash from draft_event order by id, version, number");

        assertThat(hashes)
                .hasSize(6)
                .isEqualTo(drafts.events().stream().map(DraftEvent::hash).toList());
    }

    @AfterEach
    void leaveWhatANewStoreHas() {
        owner.shipPolicies(store);
    }
}
