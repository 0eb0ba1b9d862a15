package dev.proviso.publication;

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
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final String SHA = "a".repeat(64);

    private static ChainRecord record(String comment) {
        return new ChainRecord(
                2,
                "b".repeat(64),
                ChainRecord.Act.WITHDRAWN,
                new DocumentName(Kind.POLICY, "letters", "1"),
                Optional.of(new DocumentName(Kind.VOCABULARY, "words", "7")),
                SHA,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-02-01T00:00:00.5Z"),
                new Signature("Zoë", Instant.parse("2026-01-02T03:04:05.123456789Z")),
                comment,
                "",
                "");
    }

    @Test
    void a_record_is_hashed_over_netstrings_in_a_fixed_order() throws Exception {
        String form = "21:proviso publication 1,1:2,64:" + "b".repeat(64)
                + ",9:WITHDRAWN,6:POLICY,7:letters,1:1,5:words,1:7,64:" + SHA
                + ",20:2026-01-01T00:00:00Z,24:2026-02-01T00:00:00.500Z,4:Zoë,27:2026-01-02T03:04:05.123456Z,0:,";

        assertThat(record("").canonical()).isEqualTo(form);
        assertThat(record("").computedHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_record_of_a_document_with_rule_tests_is_hashed_with_them() {
        ChainRecord tested =
                new Chain(List.of()).publish(document("1", "text").testedBy("d".repeat(64)), Drafts.by("Cy"));

        assertThat(tested.canonical())
                .startsWith("21:proviso publication 2,")
                .endsWith(",0:,64:" + "d".repeat(64) + ",");
        assertThat(tested.hash())
                .isEqualTo(new Content(tested.canonical()).sha256())
                .isNotEqualTo(new Chain(List.of())
                        .publish(document("1", "text"), Drafts.by("Cy"))
                        .hash());
    }

    @Test
    void rule_tests_that_were_changed_or_are_lost_are_found_and_named() {
        VersionTests tests = VersionTests.of(Map.of("letters.yaml", "policy: letters\n"));
        InMemoryPolicyStore store = new InMemoryPolicyStore();
        store.publishFirst(Drafts.first());
        store.publish(document("1", "text").testedBy(new KeptTests(store.tests()).keep(tests)));

        assertThat(Verification.of(store).damage()).isEmpty();
        store.tests().tamper(tests.sha256(), tests.with("letters.yaml", "policy: lettres\n"));
        assertThat(Verification.of(store).damage())
                .contains(
                        "Record 2 of the chain (letters@1) publishes a document that has other rule tests than the store.");
        store.tests().lose(tests.sha256());
        assertThat(Verification.of(store).damage())
                .contains(
                        "Record 2 of the chain (letters@1) publishes a document that has rule tests that are not in the"
                                + " store.");
        assertThat(damage(store.chain(), List.of(Drafts.publishedWords(), document("1", "text"))))
                .isEqualTo("The document letters@1 was changed: its rule tests are not those that record 2 of the chain"
                        + " published.");
    }

    @Test
    void the_first_record_follows_nothing_and_each_other_the_one_before() {
        PolicyStore store = stored();

        List<ChainRecord> records = store.chain();
        assertThat(records.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(records.get(1).previous()).isEqualTo(records.get(0).hash());
        assertThat(records).extracting(ChainRecord::number).containsExactly(1L, 2L, 3L);
        assertThat(Verification.of(store))
                .isEqualTo(new Verification(3, records.get(2).hash(), Optional.empty()));
    }

    private static InMemoryPolicyStore stored() {
        InMemoryPolicyStore store = new InMemoryPolicyStore();
        store.publishFirst(Drafts.first());
        store.publish(document("1", "text"));
        store.publish(document("2", "another text"));
        return store;
    }

    private static PublishedDocument document(String label, String text) {
        Instant start = Drafts.NOW.plusSeconds(label.charAt(0));
        return new PublishedDocument(
                new DocumentName(Kind.POLICY, "letters", label),
                Optional.of(Drafts.WORDS),
                new Content(text),
                Drafts.NOW,
                start,
                Drafts.NOW);
    }

    private static String damage(List<ChainRecord> chain, List<PublishedDocument> documents) {
        return Verification.of(new Tampered(chain, documents)).damage().orElse("");
    }

    private static List<PublishedDocument> documents(PublishedDocument... changed) {
        return List.of(
                Drafts.publishedWords(),
                changed.length > 0 ? changed[0] : document("1", "text"),
                document("2", "another text"));
    }

    @Test
    void a_changed_text_is_found_and_named() {
        assertThat(damage(stored().chain(), documents(document("1", "tExt"))))
                .isEqualTo(
                        "The document letters@1 was changed: its text is not the one that record 2 of the chain published.");
    }

    @Test
    void a_text_is_checked_only_if_it_is_wanted_and_the_chain_always() {
        Tampered store = new Tampered(stored().chain(), documents(document("1", "tExt")));

        assertThat(Verification.of(store, "few-words").damage()).isEmpty();
        assertThat(Verification.of(store, "letters").damage()).isPresent();
        List<ChainRecord> cut = stored().chain().subList(0, 2);
        assertThat(Verification.of(new Tampered(cut, documents()), "few-words").damage())
                .contains("The document letters@2 is in the store, but no record of the chain publishes it.");
    }

    @Test
    void a_changed_date_is_found_and_named() {
        PublishedDocument right = document("1", "text");
        PublishedDocument later = new PublishedDocument(
                right.name(),
                right.vocabulary(),
                right.content(),
                right.announcedAt(),
                right.start().plusSeconds(1),
                Drafts.NOW);

        assertThat(damage(stored().chain(), documents(later))).contains("letters@1 was changed: its dates");
    }

    @Test
    void a_lost_document_is_found_and_named() {
        assertThat(damage(stored().chain(), documents().subList(0, 2)))
                .isEqualTo("Record 3 of the chain (letters@2) publishes a document that is not in the store.");
    }

    @Test
    void a_document_that_nobody_published_is_found_and_named() {
        assertThat(damage(stored().chain().subList(0, 2), documents()))
                .isEqualTo("The document letters@2 is in the store, but no record of the chain publishes it.");
    }

    @Test
    void a_changed_record_is_found_and_named() {
        List<ChainRecord> chain = new ArrayList<>(stored().chain());
        ChainRecord right = chain.get(1);
        ChainRecord changed = new ChainRecord(
                right.number(),
                right.previous(),
                right.act(),
                right.name(),
                right.vocabulary(),
                right.sha256(),
                right.announcedAt(),
                right.start(),
                Drafts.by("Mallory"),
                "",
                right.tests(),
                right.hash());
        chain.set(1, changed);
        assertThat(damage(chain, documents())).startsWith("Record 2 of the chain (letters@1) was changed");

        ChainRecord forged = new ChainRecord(
                right.number(),
                right.previous(),
                right.act(),
                right.name(),
                right.vocabulary(),
                right.sha256(),
                right.announcedAt(),
                right.start(),
                Drafts.by("Mallory"),
                "",
                right.tests(),
                changed.computedHash());
        chain.set(1, forged);
        assertThat(damage(chain, documents()))
                .isEqualTo("Record 3 of the chain (letters@2) does not hold the hash of the record before it.");
    }

    @Test
    void a_record_taken_out_is_found() {
        List<ChainRecord> chain = new ArrayList<>(stored().chain());
        chain.remove(1);

        assertThat(damage(chain, documents()))
                .isEqualTo("Record 2 of the chain is missing; record 3 stands in its place.");
    }
}
