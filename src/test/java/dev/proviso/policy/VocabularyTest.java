package dev.proviso.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Vocabulary.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private static final Vocabulary WORDS = new Vocabulary(
            "test", Map.of(Section.DATA, terms("a.x", "a.y", "a.z.p", "a.z.q", "b", "c.x")), new TreeMap<>(), Map.of());

    private static SortedMap<Key, Vocabulary.Term> terms(String... keys) {
        return Stream.of(keys)
                .collect(Collectors.toMap(Key::new, any -> Vocabulary.Term.PLAIN, (one, other) -> one, TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "a.x a.y a.z.p a.z.q b c.x, a b c",
        "a.x a.z.p a.z.q, a.x a.z",
        "a.x a.y a.z.p, a.x a.y a.z.p",
        "b, b",
        "c.x, c",
        "'', ''",
    })
    void the_fewest_keys_cover_exactly_the_leaves(String leaves, String fewest) {
        assertThat(WORDS.fewest(Section.DATA, Set.copyOf(keys(leaves)))).isEqualTo(keys(fewest));
    }

    private static List<Key> keys(String text) {
        return Stream.of(text.split(" "))
                .filter(key -> !key.isEmpty())
                .map(Key::new)
                .toList();
    }
}
