package dev.proviso.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Shipped;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.TextBlock;
import dev.proviso.document.Vocabularies;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedlinedPassageTest {

    private static final String TEXT = """
            ## Article 1 Use

            The Company uses what it holds, and
            *nothing* else, for **two** aims:

            - to send a letter,
            - to keep the letter [safe](https://example.com).

            | aim | time |
            | --- | ---- |
            | letters | a year |

            ```rules
            (1) Permit use of contact.email for marketing.messages.email,
                log.visits and usage. (2) Forbid use of special.
            ```

            ```table retention
            | purpose | period |
            | ------- | ------ |
            | marketing.messages | P1Y |
            ```
            """;

    private static List<RedlinedPassage> redline(String before, String after) {
        return RedlinedPassage.all(Comparison.of(version(before), version(after)));
    }

    private static ParsedVersion version(String text) {
        return ParsedVersion.of(new Source("text", text), Vocabularies.ALL);
    }

    private static List<String> marks(List<RedlinedPassage> redline) {
        return redline.stream()
                .flatMap(passage -> passage.blocks().stream())
                .flatMap(block -> block.cells().stream())
                .flatMap(List::stream)
                .filter(segment -> segment.change() != Change.KEPT)
                .map(segment -> (segment.change() == Change.ADDED ? "+" : "-") + segment.text())
                .toList();
    }

    @Test
    void a_text_is_read_in_blocks_without_marks() {
        List<RedlinedPassage> redline = redline(TEXT, TEXT);

        assertThat(redline).hasSize(1);
        assertThat(redline.get(0).isChanged()).isFalse();
        assertThat(redline.get(0).blocks().stream().map(RedlinedBlock::block))
                .extracting(block -> block.kind() + " " + block.marker() + String.join("|", block.cells()))
                .containsExactly(
                        "HEADING Article 1 Use",
                        "PARAGRAPH The Company uses what it holds, and nothing else, for two aims:",
                        "ITEM •to send a letter,",
                        "ITEM •to keep the letter safe.",
                        "COLUMNS aim|time",
                        "ROW letters|a year",
                        "RULE (1) Permit use of contact.email for marketing.messages.email, log.visits and usage.",
                        "RULE (2) Forbid use of special.",
                        "COLUMNS purpose|period",
                        "ROW marketing.messages|P1Y");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_mark_is_set_where_only_lines_are_broken_elsewhere(int seed) {
        Random random = new Random(seed);
        String broken = Stream.of(TEXT.split("\n\n"))
                .map(block -> block.startsWith("The") || block.startsWith("```rules") ? rebroken(block, random) : block)
                .collect(Collectors.joining("\n\n"));

        assertThat(broken).isNotEqualTo(TEXT);
        assertThat(marks(redline(TEXT, broken))).isEmpty();
        assertThat(redline(TEXT, broken)).noneMatch(RedlinedPassage::isChanged);
    }

    /** The words stay; each blank between them may become a line break, and the other way round. */
    private static String rebroken(String block, Random random) {
        String[] lines = block.split("\n", 2);
        boolean fenced = lines[0].startsWith("```");
        String words = (fenced ? lines[1].replaceAll("\n```.*", "") : block)
                .replaceAll("\\s+", " ")
                .strip();
        StringBuilder text = new StringBuilder();
        for (String word : words.split(" ")) {
            text.append(text.length() == 0 ? "" : random.nextInt(4) == 0 ? "\n" : " ")
                    .append(word);
        }
        return fenced ? "```rules\n" + text + "\n```" : text + "";
    }

    @ParameterizedTest
    @CsvSource({
        "to send a letter, to send two letters, '-a letter, +two letters'",
        "a year, three years, '-a year, +three years'",
        "marketing.messages.email, marketing.messages.sms, '-marketing.messages.email, +marketing.messages.sms'",
        "P1Y, P2Y, '-P1Y, +P2Y'",
        "Article 1 Use, Article 1 Uses, '-Use, +Uses'"
    })
    void what_changed_is_marked_where_it_stands(String before, String after, String marks) {
        List<RedlinedPassage> redline = redline(TEXT, TEXT.replace(before, after));

        assertThat(String.join(", ", marks(redline))).isEqualTo(marks);
        assertThat(redline.get(0).blocks().stream().filter(block -> block.change() != Change.KEPT))
                .hasSize(1);
    }

    @Test
    void the_shipped_versions_have_no_pair_of_marks_that_says_the_same_twice() {
        String before = read("2016-01-14");
        String after = read("2021-11-01");
        List<RedlinedPassage> redline = redline(before, after);

        for (RedlinedPassage passage : redline) {
            for (RedlinedBlock block : passage.blocks()) {
                for (List<Segment> cell : block.cells()) {
                    assertThat(cell)
                            .noneMatch(one ->
                                    one.change() != Change.KEPT && one.text().isBlank());
                    for (int i = 1; i < cell.size(); i++) {
                        boolean replaces = cell.get(i - 1).change() == Change.REMOVED
                                && cell.get(i).change() == Change.ADDED;
                        assertThat(replaces
                                        && cell.get(i)
                                                .text()
                                                .equals(cell.get(i - 1).text()))
                                .as("%s in %s", cell.get(i), passage.place())
                                .isFalse();
                    }
                }
            }
        }
        assertThat(text(redline, Change.REMOVED)).isEqualTo(words(after));
        assertThat(text(redline, Change.ADDED)).hasSameElementsAs(words(before));
        assertThat(marks(redline)).noneMatch(mark -> mark.contains("```") || mark.contains("##"));
    }

    private static String read(String version) {
        return Shipped.source("website-privacy/" + version + ".md").text();
    }

    /** What stands in all segments but those of one kind. */
    private static List<String> text(List<RedlinedPassage> redline, Change without) {
        return redline.stream()
                .flatMap(passage -> passage.blocks().stream())
                .filter(block -> block.change() != without)
                .map(block -> block.cells().stream()
                        .map(cell -> cell.stream()
                                .filter(segment -> segment.change() != without)
                                .map(Segment::text)
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private static List<String> words(String text) {
        return Documents.passages(new Source("text", text)).stream()
                .skip(1)
                .flatMap(passage -> Documents.text(new Source("text", passage.text())).stream())
                .map(TextBlock::cells)
                .map(cells -> String.join("|", cells))
                .toList();
    }

    @Test
    void readers_are_told_which_clauses_changed_and_nothing_of_rules() {
        String before = "## 1 One\n\nA b.\n\n```rules\nNo rule: x.\n```\n\n## 2 Two\n\nC.\n\n## 3 Three\n\nD.\n";
        String after =
                "## 1 One\n\nA\nb.\n\n```rules\nNo rule: y.\n```\n\n## 2 New\n\nE.\n\n## 3 Two\n\nC.\n\n## 4 Three\n\nD, and more.\n";

        ChangedClauses changed = ChangedClauses.of(new Source("a", before), new Source("b", after));

        assertThat(changed.changes())
                .extracting(one -> one.change() + " " + one.place().clause() + " "
                        + one.place().title())
                .containsExactly("ADDED 2 New", "MOVED 3 Two", "CHANGED 4 Three");
        assertThat(changed.more()).isZero();
    }

    @Test
    void a_list_of_changed_clauses_has_an_end() {
        String after = Stream.iterate(1, n -> n + 1)
                .limit(ChangedClauses.MOST + 5)
                .map(n -> "## " + n + " Clause\n\nText " + n + ".\n\n")
                .collect(Collectors.joining());

        ChangedClauses changed = ChangedClauses.of(new Source("a", ""), new Source("b", after));

        assertThat(changed.changes()).hasSize(ChangedClauses.MOST);
        assertThat(changed.more()).isEqualTo(5);
    }
}
