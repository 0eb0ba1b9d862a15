package dev.proviso.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.publication.DocumentName.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of policies does. */
public abstract class PolicyStoreContract {

    private static final DocumentName WORDS = new DocumentName(Kind.VOCABULARY, "privacy", "1");
    private static final Instant START = Instant.parse("2016-01-13T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456789Z");

    protected abstract PolicyStore emptyStore();

    private static PublishedDocument words() {
        return new PublishedDocument(
                WORDS, Optional.empty(), new Content("vocabulary: privacy\n"), Instant.EPOCH, Instant.EPOCH, NOW);
    }

    private static PublishedDocument policy(String label, String text) {
        DocumentName name = new DocumentName(Kind.POLICY, "website-privacy", label);
        return new PublishedDocument(name, Optional.of(WORDS), new Content(text), START, START, NOW);
    }

    private static PublishedDocument law(String id) {
        DocumentName name = new DocumentName(Kind.LAW, id, "1");
        return new PublishedDocument(name, Optional.of(WORDS), new Content("law"), START, START.minusSeconds(1), NOW);
    }

    @Test
    void an_empty_store_takes_the_first_documents_in_any_order() {
        PolicyStore store = emptyStore();

        assertThat(store.publishFirst(List.of(policy("1", "text"), words(), law("pipl"))))
                .isTrue();

        assertThat(store.all()).containsExactly(policy("1", "text"), law("pipl"), words());
    }

    @Test
    void a_store_that_has_documents_takes_no_first_ones() {
        PolicyStore store = emptyStore();
        store.publishFirst(List.of(words()));

        assertThat(store.publishFirst(List.of(words(), policy("1", "text")))).isFalse();

        assertThat(store.all()).containsExactly(words());
    }

    @Test
    void of_first_documents_that_clash_none_is_published() {
        PolicyStore store = emptyStore();

        assertThatThrownBy(() -> store.publishFirst(List.of(words(), policy("1", "text"), policy("1", "other text"))))
                .isInstanceOf(PolicyStore.AlreadyPublished.class);

        assertThat(store.all()).isEmpty();
    }

    @Test
    void a_text_comes_back_byte_for_byte() {
        PolicyStore store = emptyStore();
        store.publish(words());
        String odd = "\uFEFF---\r\npolicy: ü\t \r  \u0000 𝄞 e\u0301 \u00e9 \n\n";

        store.publish(policy("1", odd));

        PublishedDocument found = store.find(policy("1", "").name()).orElseThrow();
        assertThat(found.content().bytes()).isEqualTo(new Content(odd).bytes());
        assertThat(found).isEqualTo(policy("1", odd));
    }

    @Test
    void an_imprint_tells_of_a_document_all_but_its_text() {
        PolicyStore store = emptyStore();
        store.publishFirst(List.of(policy("1", "text"), words(), law("pipl")));

        assertThat(store.imprints(Optional.empty()))
                .containsExactlyInAnyOrder(
                        DocumentDigest.of(policy("1", "text")),
                        DocumentDigest.of(words()),
                        DocumentDigest.of(law("pipl")));
        assertThat(store.imprints(Optional.of("pipl"))).containsExactly(DocumentDigest.of(law("pipl")));
        assertThat(store.imprints(Optional.of("pip"))).isEmpty();
    }

    @Test
    void rule_tests_come_back_byte_for_byte_and_are_kept_once() {
        PolicyStore store = emptyStore();
        String odd = "\uFEFFpolicy: ü\t \r  \u0000 𝄞 e\u0301 \u00e9 \n\n";
        VersionTests tests = VersionTests.of(Map.of("a.yaml", odd, "b.md", "", "c.yaml", odd));
        VersionTests others = tests.with("b.md", "policy: b");

        store.tests().keep(tests);
        store.tests().keep(tests);
        store.tests().keep(others);

        assertThat(store.tests().find(tests.sha256())).contains(tests);
        assertThat(store.tests().find(others.sha256())).contains(others);
        assertThat(store.tests().find("0".repeat(64))).isEmpty();
    }

    @Test
    void a_version_is_published_with_its_rule_tests_and_verified_with_them() {
        PolicyStore store = emptyStore();
        String tests = new KeptTests(store.tests()).keep(VersionTests.of(Map.of("a.yaml", "policy: x")));
        PublishedDocument tested = policy("1", "text").testedBy(tests);

        store.publishFirst(List.of(words(), tested));

        assertThat(store.find(tested.name())).contains(tested);
        assertThat(store.chain()).extracting(ChainRecord::tests).containsExactly("", tests);
        assertThat(store.imprints(Optional.of("website-privacy"))).containsExactly(DocumentDigest.of(tested));
        assertThat(Verification.of(store).damage()).isEmpty();
    }

    @Test
    void what_is_published_is_not_replaced() {
        PolicyStore store = emptyStore();
        store.publish(words());
        store.publish(policy("1", "text"));

        assertThatThrownBy(() -> store.publish(policy("1", "another text")))
                .isInstanceOf(PolicyStore.AlreadyPublished.class)
                .hasMessage("website-privacy@1 was published before, and what is published is never changed.");

        assertThat(store.find(policy("1", "").name())).contains(policy("1", "text"));
    }

    @Test
    void a_policy_and_a_vocabulary_may_have_one_name() {
        PolicyStore store = emptyStore();
        PublishedDocument policy = new PublishedDocument(
                new DocumentName(Kind.POLICY, "privacy", "1"),
                Optional.of(WORDS),
                new Content("text"),
                START,
                START,
                NOW);

        store.publishFirst(List.of(words(), policy));

        assertThat(store.find(policy.name())).contains(policy);
        assertThat(store.find(WORDS)).contains(words());
    }

    @Test
    void the_head_grows_with_what_is_published_and_with_nothing_else() {
        PolicyStore store = emptyStore();
        long empty = store.head();
        store.publish(words());
        long first = store.head();
        store.publish(policy("1", "text"));
        long second = store.head();
        assertThatThrownBy(() -> store.publish(policy("1", "other text")));

        assertThat(empty).isLessThan(first);
        assertThat(first).isLessThan(second);
        assertThat(store.head()).isEqualTo(second);
    }

    @Test
    void a_version_that_nobody_published_is_not_found() {
        PolicyStore store = emptyStore();
        store.publishFirst(List.of(words(), policy("1", "text")));

        assertThat(store.find(policy("2", "").name())).isEmpty();
    }

    @Test
    void every_publication_is_a_record_of_the_chain() {
        PolicyStore store = emptyStore();
        store.publishFirst(List.of(policy("1", "text"), words()));
        store.publish(policy("2", "text"));

        assertThat(store.chain())
                .extracting(ChainRecord::name)
                .containsExactly(WORDS, policy("1", "").name(), policy("2", "").name());
        assertThat(store.chain()).extracting(record -> record.by().who()).containsOnly("proviso");
        assertThat(store.head()).isEqualTo(3);
        assertThat(Verification.of(store).damage()).isEmpty();
    }

    @Test
    void a_record_that_does_not_follow_the_last_one_is_not_taken_nor_is_its_document() {
        PolicyStore store = emptyStore();
        Chain before = new Chain(store.chain());
        store.publish(words());
        PublishedDocument late = policy("1", "text");
        var signature = new Signature("Cy", NOW);
        Publication stale = new Publication(before.publish(late, signature), Optional.of(late), Optional.empty());

        assertThatThrownBy(() -> store.append(stale)).isInstanceOf(PolicyStore.Moved.class);

        assertThat(store.names()).containsExactly(WORDS);
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void several_are_published_together_or_none_is() {
        PolicyStore store = emptyStore();
        var signature = new Signature("Cy", NOW);
        Chain empty = new Chain(store.chain());
        Publication words = new Publication(empty.publish(words(), signature), Optional.of(words()), Optional.empty());
        PublishedDocument document = policy("1", "text");
        Publication apart =
                new Publication(empty.publish(document, signature), Optional.of(document), Optional.empty());
        Publication following = new Publication(
                empty.with(words.record()).publish(document, signature), Optional.of(document), Optional.empty());

        assertThatThrownBy(() -> store.append(List.of(words, apart))).isInstanceOf(PolicyStore.Moved.class);
        assertThat(store.names()).isEmpty();
        assertThat(store.head()).isZero();

        store.append(List.of(words, following));
        assertThat(store.names()).containsExactlyInAnyOrder(WORDS, document.name());
        assertThat(store.head()).isEqualTo(2);
        assertThat(Verification.of(store).damage()).isEmpty();
    }

    @Test
    void what_is_withdrawn_is_kept_and_not_published_any_more() {
        PolicyStore store = emptyStore();
        store.publish(words());
        DocumentName name = new DocumentName(Kind.POLICY, "website-privacy", "9");
        var later = new PublishedDocument(name, Optional.of(WORDS), new Content("text"), NOW, NOW.plusSeconds(60), NOW);
        store.publish(later);
        Chain chain = new Chain(store.chain());

        store.append(new Announced(chain.publication(name).orElseThrow())
                .withdraw(new Signature("Cy", NOW), "a mistake – 𝄞", chain));

        assertThat(store.all()).containsExactly(words());
        assertThat(store.names()).containsExactly(name, WORDS);
        assertThat(store.find(name)).contains(later);
        assertThat(store.head()).isEqualTo(3);
        assertThat(store.chain().get(2).comment()).isEqualTo("a mistake – 𝄞");
        assertThat(Verification.of(store).damage()).isEmpty();
    }
}
