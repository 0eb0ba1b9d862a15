package dev.proviso.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypesTest {

    private static final Vocabulary VOCABULARY =
            Documents.vocabulary(new Source("small", """
                    vocabulary: small
                    purposes: [read]
                    operations: [use]
                    data:
                      contact.email: {}
                      contact.phone: {attributes: {type: number}}
                      record-1: {attributes: {type: record}}
                      card: {}
                    attributes:
                      data: {type: text}
                    """)).value().orElseThrow();

    private static final ResourceTypes TYPES = new ResourceTypes(VOCABULARY);

    @ParameterizedTest
    @CsvSource({
        "contact, contact.email contact.phone",
        "contact.email, contact.email",
        "record, card contact.email record-1",
        "number, card contact.email contact.phone",
        "anything, card contact.email",
        "Any Thing!, card contact.email",
        "card, card",
    })
    void a_type_is_a_key_above_or_what_the_vocabulary_says_and_without_that_any_that_is_no_key(
            String type, String leaves) {
        List<Key> expected = List.of(leaves.split(" ")).stream().map(Key::new).toList();

        assertThat(TYPES.leaves(type)).isEqualTo(expected);
        for (Key leaf : List.of("contact.email", "contact.phone", "record-1", "card").stream()
                .map(Key::new)
                .toList()) {
            assertThat(TYPES.covers(type, leaf)).as(leaf.value()).isEqualTo(expected.contains(leaf));
        }
    }

    @Test
    void an_inner_key_is_of_a_type_if_all_below_it_is() {
        assertThat(TYPES.covers("contact", new Key("contact"))).isTrue();
        assertThat(TYPES.covers("contact.email", new Key("contact"))).isFalse();
        assertThat(TYPES.covers("number", new Key("contact"))).isTrue();
        assertThat(TYPES.covers("anything", new Key("contact"))).isFalse();
    }

    @Test
    void a_name_is_a_key_of_data_or_none() {
        assertThat(TYPES.data("contact")).contains(new Key("contact"));
        assertThat(TYPES.data("read")).isEmpty();
        assertThat(TYPES.data("row 4711")).isEmpty();
    }
}
