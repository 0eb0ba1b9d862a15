package dev.proviso.comparison;

import dev.proviso.comparison.PairFinder.Pair;
import dev.proviso.document.AddedWord;
import dev.proviso.document.Passage;
import dev.proviso.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What means something else in the later version. What is not listed means the same.
 *
 * @param same whether every question gets the same answer for the same reasons, though rules may have moved, and people may be
 *     told other names. If it is false some answer may differ, and need not.
 * @param frontMatter what the front matter says otherwise, the label of the version apart
 * @param rules in the order of their numbers; rules that merely moved are among them
 * @param noRules parts of the text that had no rule and have one now, or the other way round, or have none for another reason
 * @param rows of tables, by table and key
 * @param words of the vocabulary: of a policy or a law, if the versions are written in different versions of it, and
 *     those that one of them brings along
 */
public record ChangedMeaning(
        boolean same,
        List<FieldChange> frontMatter,
        List<RuleChange> rules,
        List<NoRuleChange> noRules,
        List<RowChange> rows,
        List<WordChange> words) {

    static ChangedMeaning of(ParsedVersion.Read before, ParsedVersion.Read after, List<Pair<Passage>> passages) {
        List<FieldChange> frontMatter = FieldChange.all(before, after);
        List<RuleChange> rules = RulePairs.changes(before.checked(), after.checked());
        List<RowChange> rows = RowChange.all(before, after);
        List<WordChange> words = Stream.concat(
                        WordPairs.changes(before.words(), after.words()).stream(),
                        Stream.concat(
                                brought(before, after).map(WordChange::added),
                                brought(after, before).map(WordChange::removed)))
                .toList();
        boolean same = frontMatter.stream().noneMatch(FieldChange::matters)
                && rules.stream().allMatch(rule -> rule.change() == Change.MOVED)
                && rows.isEmpty()
                && words.isEmpty();
        return new ChangedMeaning(
                same, frontMatter, rules, NoRules.changes(before.checked(), after.checked(), passages), rows, words);
    }

    /** The words that a version brings along, as far as another neither has nor brings them. */
    private static Stream<AddedWord> brought(ParsedVersion.Read other, ParsedVersion.Read version) {
        return version.checked().added().stream()
                .filter(word -> !other.checked().added().contains(word))
                .filter(word -> !other.words().listed(word.section()).containsKey(word.key()));
    }

    static ChangedMeaning of(Vocabulary before, Vocabulary after) {
        List<FieldChange> frontMatter = FieldChange.all(
                Map.of("vocabulary", Optional.of(before.name())), Map.of("vocabulary", Optional.of(after.name())));
        List<WordChange> words = WordPairs.changes(before, after);
        return new ChangedMeaning(
                frontMatter.isEmpty() && words.isEmpty(), frontMatter, List.of(), List.of(), List.of(), words);
    }
}
