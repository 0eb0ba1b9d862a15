package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Passage.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {

    private static List<Passage> passages(String text) {
        return Documents.passages(new Source("text", text));
    }

    @Test
    void a_document_is_its_front_matter_its_introduction_and_its_clauses() {
        String text = """
                ---
                policy: letters
                ---

                # Letters

                ## Article 1 Use

                ### How

                We write.

                ### 1.1 To whom

                You.

                ## Annex

                More.

                ## Article 2
                """;

        assertThat(passages(text))
                .containsExactly(
                        new Passage(Kind.FRONT_MATTER, "", "", "", "---\npolicy: letters\n---\n"),
                        new Passage(Kind.OTHER, "", "", "", "\n# Letters\n\n"),
                        new Passage(Kind.CLAUSE, "1", "Use", "## Article 1 Use\n", "\n### How\n\nWe write.\n\n"),
                        new Passage(Kind.CLAUSE, "1.1", "To whom", "### 1.1 To whom\n", "\nYou.\n\n"),
                        new Passage(Kind.OTHER, "", "Annex", "## Annex\n", "\nMore.\n\n"),
                        new Passage(Kind.CLAUSE, "2", "", "## Article 2\n", ""));
    }

    @Test
    void a_heading_in_a_block_opens_nothing() {
        assertThat(passages("# 1 Use\n```\n# 2 Not\n```\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---",
                "---\n---",
                "\uFEFF---\r\na: b\r\n---\r\n# 1 Use\r\ntext\r\n",
                "---\ra: b\r---\r# 1 Use\rtext",
                "   # 1 Use\n> # 2 Quoted\n",
                "1 Use\n=====\n\n2 More\n-----",
                "# 1 One\n# 1 Twice\n# \n#",
                "---\nnever closed\n# 1 Use\n"
            })
    void the_passages_one_after_another_are_the_text(String text) {
        assertThat(passages(text).stream().map(Passage::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(passages(text)).noneMatch(passage -> passage.text().isEmpty());
    }
}
