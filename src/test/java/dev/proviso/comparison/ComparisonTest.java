package dev.proviso.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int PAIRS = 1_000;
    private static final Path POLICIES = Path.of("policies");
    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            " ",
            "  ",
            "\t",
            "## Article 7 Rights\n",
            "# Annex\n",
            "```\n",
            "---\n",
            "word",
            "姓名",
            "e\u0301",
            "😀",
            "\u0000",
            "\uFEFF",
            ".",
            ", ",
            "[-",
            "+}");

    private static String text(String path) throws IOException {
        return Files.readString(POLICIES.resolve(path));
    }

    private static final Vocabulary WORDS = words("policies/privacy.vocabulary.yaml", "", "");

    private static Vocabulary words(String file, String before, String after) {
        try {
            String text = Files.readString(Path.of(file)).replace(before, after);
            return Documents.vocabulary(new Source(file, text)).value().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParsedVersion written(String text) {
        return ParsedVersion.of(new Source("text", text), List.of(WORDS));
    }

    private static Comparison compare(String before, String after) {
        return Comparison.of(written(before), written(after));
    }

    private static String side(Stream<ComparedPassage> passages, Change gone) {
        return passages.flatMap(passage -> passage.segments().stream())
                .filter(segment -> segment.change() != gone)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static List<String> texts(String document) {
        return Documents.passages(new Source("text", document)).stream()
                .map(Passage::text)
                .toList();
    }

    @Test
    void what_was_kept_and_removed_is_one_text_and_what_was_kept_and_added_the_other() throws IOException {
        String good = text("website-privacy/2016-01-14.md");
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            String before = mutated(good.substring(0, 2_000 + random.nextInt(4_000)), random);
            String after = mutated(before, random);

            List<ComparedPassage> passages = compare(before, after).text();

            assertThat(side(passages.stream(), Change.REMOVED))
                    .as("seed " + seed)
                    .isEqualTo(after);
            assertThat(passages.stream()
                            .filter(passage -> passage.before().isPresent())
                            .map(passage -> side(Stream.of(passage), Change.ADDED)))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(texts(before));
            assertThat(passages.stream().flatMap(passage -> passage.segments().stream()))
                    .noneMatch(segment -> segment.text().isEmpty());
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(random.nextBoolean() ? 20 : 500));
            switch (random.nextInt(3)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(at, end));
                default -> mutated.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return mutated.toString();
    }

    @Test
    void a_document_compared_with_itself_has_not_changed() throws IOException {
        try (Stream<Path> files = Files.walk(POLICIES)) {
            List<Path> documents =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(documents).hasSizeGreaterThan(60);
            for (Path document : documents) {
                String text = Files.readString(document);

                Comparison comparison = compare(text, text);

                assertThat(comparison.meaning())
                        .contains(new ChangedMeaning(true, List.of(), List.of(), List.of(), List.of(), List.of()));
                assertThat(comparison.text()).allMatch(passage -> passage.change() == Change.KEPT);
            }
        }
    }

    @Test
    void seen_from_the_later_version_everything_is_the_other_way_round() throws IOException {
        String before = text("website-privacy/2016-01-14.md");
        String after = text("website-privacy/2021-11-01.md");

        ChangedMeaning forth = compare(before, after).meaning().orElseThrow();
        ChangedMeaning back = compare(after, before).meaning().orElseThrow();

        assertThat(forth.rules()).hasSizeGreaterThan(20);
        assertThat(back.rules().stream()
                        .map(rule -> new RuleChange(
                                turned(rule.change()), /* before= */ rule.after(), /* after= */ rule.before())))
                .containsExactlyElementsOf(forth.rules());
        assertThat(back.rows().stream()
                        .map(row -> new RowChange(
                                turned(row.change()),
                                row.table(),
                                /* before= */ row.after(),
                                /* after= */ row.before())))
                .containsExactlyElementsOf(forth.rows());
        assertThat(back.noRules().stream()
                        .map(part -> new NoRuleChange(
                                turned(part.change()), /* before= */ part.after(), /* after= */ part.before())))
                .containsExactlyElementsOf(forth.noRules());
        assertThat(back.frontMatter().stream()
                        .map(field -> new FieldChange(
                                field.field(), /* before= */ field.after(), /* after= */ field.before())))
                .containsExactlyElementsOf(forth.frontMatter());
    }

    @Test
    void words_that_a_version_brings_along_are_named_with_what_is_said_of_them() throws IOException {
        String before = text("website-privacy/2021-11-01.md");
        String after = before.replaceFirst(
                "\n---\n", "\nwords:\n  data:\n    content.voice: {label: \"Recorded voice\", dpv: VoiceMail}\n---\n");

        ChangedMeaning forth = compare(before, after).meaning().orElseThrow();

        assertThat(forth.words())
                .containsExactly(new WordChange(
                        Change.ADDED,
                        "data",
                        "content.voice",
                        Optional.empty(),
                        Optional.of(Map.of("label", "Recorded voice", "dpv", "VoiceMail"))));
        WordChange word = forth.words().get(0);
        assertThat(List.of(word.called(), word.below(), word.term()))
                .containsExactly("Recorded voice", "content", "VoiceMail");
        assertThat(forth.same()).isFalse();
        assertThat(compare(after, before).meaning().orElseThrow().words())
                .extracting(WordChange::change)
                .containsExactly(Change.REMOVED);
        assertThat(compare(after, after).meaning().orElseThrow().words()).isEmpty();
    }

    private static Change turned(Change change) {
        return switch (change) {
            case ADDED -> Change.REMOVED;
            case REMOVED -> Change.ADDED;
            default -> change;
        };
    }

    @Test
    void one_text_in_another_version_of_its_vocabulary_does_not_mean_the_same() throws IOException {
        String text = text("website-privacy/2016-01-14.md");
        Vocabulary more =
                words("policies/privacy.vocabulary.yaml", "purposes:\n", "purposes:\n  letters: {label: Letters}\n");

        ChangedMeaning meaning = Comparison.of(written(text), ParsedVersion.of(new Source("text", text), List.of(more)))
                .meaning()
                .orElseThrow();

        assertThat(meaning.same()).isFalse();
        assertThat(meaning.words()).singleElement().satisfies(word -> {
            assertThat(word.change()).isEqualTo(Change.ADDED);
            assertThat(word.section()).isEqualTo("purposes");
            assertThat(word.word()).isEqualTo("letters");
        });
    }

    @Test
    void a_passage_too_long_to_compare_by_lines_is_told_as_replaced_whole() {
        String before = lines("before ");
        String after = lines("after ");

        assertThat(compare(before, after).text()).singleElement().satisfies(passage -> assertThat(passage.segments())
                .containsExactly(
                        new Segment(Change.REMOVED, before.strip()),
                        new Segment(Change.ADDED, after.strip()),
                        new Segment(Change.KEPT, "\n")));
    }

    private static String lines(String word) {
        return IntStream.range(0, 50_000).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
    }

    @Test
    void a_clause_is_found_again_under_another_number_though_its_words_changed() {
        String before = "# 1 Mail\n\nWe write.\n\n# 2 Cookies\n\nNone at all.\n";
        String after = "# 1 Texts\n\nNo texts.\n\n# 2 Mail\n\nWe write.\n\n# 3 Cookies\n\nNone.\n";

        List<ComparedPassage> passages = compare(before, after).text();

        assertThat(passages.stream().map(ComparisonTest::told)).containsExactly("ADDED  1", "MOVED 1 2", "CHANGED 2 3");
    }

    private static String told(ComparedPassage passage) {
        return passage.change() + " "
                + passage.before().map(ComparedPassage.Place::clause).orElse("") + " "
                + passage.after().map(ComparedPassage.Place::clause).orElse("");
    }
}
