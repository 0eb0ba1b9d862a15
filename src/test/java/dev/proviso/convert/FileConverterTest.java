package dev.proviso.convert;

import static dev.proviso.convert.WordFile.listed;
import static dev.proviso.convert.WordFile.paragraph;
import static dev.proviso.convert.WordFile.run;
import static dev.proviso.convert.WordFile.styled;
import static dev.proviso.convert.WordFile.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.Shipped;
import dev.proviso.convert.FileConverter.Format;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileConverterTest {

    private static final String RULES =
            "\n\n```rules\nNo rule: nobody has written yet what is enforced of this clause.\n```\n";

    private static final String FRONT = """
            ---
            policy: imported
            version: "1"
            kind: policy
            title: Imported
            controller: {name: Example, country: CN}
            vocabulary: privacy
            timezone: UTC
            effective: on-publication
            ---

            """;

    private static Converted word(String... body) throws UnreadableFile {
        return checked(FileConverter.converted("my-policy.docx", Format.DOCX, WordFile.of(body)));
    }

    private static Converted text(Format format, String text) throws UnreadableFile {
        return checked(FileConverter.converted("my_policy.txt", format, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whatever was taken in is a document that checks without errors. */
    private static Converted checked(Converted converted) {
        var checked =
                Documents.policy(new Source("imported", FRONT + converted.markdown()), List.of(Shipped.vocabulary()));
        assertThat(checked.diagnostics().stream()
                        .filter(one -> one.severity() == dev.proviso.document.Diagnostic.Severity.ERROR)
                        .map(one -> one.line() + ": " + one.message()))
                .as(converted.markdown())
                .isEmpty();
        return converted;
    }

    @Test
    void headings_lists_tables_and_paragraphs_of_word_are_kept() throws Exception {
        Converted converted = word(
                styled("Title", "Privacy notice"),
                styled("TOC1", "1. Scope ... 3"),
                paragraph("Who we are."),
                styled("berschrift1", "Article 1 Scope"),
                "<w:p>" + run("All ") + run("users", "<w:b/>") + run(" of ") + run("ours", "<w:i/>") + run(", 2*3.")
                        + "</w:p>",
                listed(1, 0, "first"),
                listed(1, 0, "second"),
                listed(1, 1, "of the second"),
                listed(3, 0, "a bullet"),
                listed(3, 1, "one below"),
                styled("Clause", "Article 2 Periods"),
                table("Data|Period", "E-mail|one | year"),
                "<w:p><w:hyperlink r:id=\"rId9\">" + run("Our page") + "</w:hyperlink></w:p>");

        assertThat(converted.title()).isEqualTo("Privacy notice");
        assertThat(converted.markdown()).isEqualTo("""
                # Privacy notice

                Who we are.

                ## Article 1 Scope

                All **users** of *ours*, 2\\*3.

                1. first
                2. second

                (a) of the second

                - a bullet
                  - one below""" + RULES + """

                ## Article 2 Periods

                | Data | Period |  |
                | --- | --- | --- |
                | E-mail | one | year |

                [Our page](https://example.com/)""" + RULES);
        assertThat(converted.clauses())
                .containsExactly(new Converted.Clause("1", "Scope", 2), new Converted.Clause("2", "Periods", 2));
        assertThat(converted.warnings()).isEmpty();
    }

    @Test
    void numbers_that_word_prints_are_written_and_numbered_headings_are_clauses() throws Exception {
        String first =
                "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/>"
                        + "</w:numPr></w:pPr>" + run("Scope") + "</w:p>";
        String second =
                "<w:p><w:pPr><w:pStyle w:val=\"berschrift2\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/>"
                        + "</w:numPr></w:pPr>" + run("Who") + "</w:p>";

        Converted converted =
                word(first, second, paragraph("You."), second, paragraph("Them."), first, paragraph("All."));

        assertThat(converted.clauses())
                .extracting(clause -> clause.number() + " " + clause.title())
                .containsExactly("1 Scope", "1.1 Who", "1.2 Who", "2 Scope");
        assertThat(converted.markdown()).contains("## 1. Scope\n\n### 1.1 Who\n\nYou.");
    }

    @Test
    void a_heading_typed_as_a_plain_paragraph_is_one_where_the_document_does_so() throws Exception {
        Converted goesOn = word(
                styled("berschrift1", "Article 15 Law"),
                paragraph("The law comes first."),
                paragraph("Article 16 Voice assistants"),
                paragraph("They listen to nothing. Article 5 applies to them."),
                paragraph("Article 3 applies to them, too."));
        Converted alone =
                word(paragraph("Notice"), paragraph("Article 16 Voice assistants"), paragraph("They listen."));

        assertThat(goesOn.clauses()).extracting(Converted.Clause::number).containsExactly("15", "16");
        assertThat(goesOn.markdown()).contains("## Article 16 Voice assistants\n");
        assertThat(alone.clauses()).extracting(Converted.Clause::number).containsExactly("1");
        assertThat(alone.warnings()).anyMatch(warning -> warning.contains("No headings were found"));
    }

    @Test
    void plain_text_with_typed_headings_is_divided() throws Exception {
        Converted numbered = text(
                Format.TEXT,
                "Notice\n\nWe care.\n\n1. Scope\n\nAll of you\nare meant.\n\n2. Use\n\n2.1 Letters\n\nWe write:\n\n- one\n- two\n\n3. End\n\nThat is all.\n");
        Converted list = text(Format.TEXT, "Notice\n\nWe need:\n\n1. a name\n\n2. a town\n\n3. a street\n");

        assertThat(numbered.title()).isEqualTo("Notice");
        assertThat(numbered.clauses()).extracting(Converted.Clause::number).containsExactly("1", "2", "2.1", "3");
        assertThat(numbered.markdown()).contains("### 2.1 Letters\n\nWe write:\n\n- one\n- two\n");
        assertThat(list.clauses()).hasSize(1);
    }

    @Test
    void bold_lines_are_headings_where_there_are_no_others_and_get_numbers() throws Exception {
        Converted converted = word(
                styled("Title", "Notice"),
                "<w:p>" + run("What we collect", "<w:b/>") + "</w:p>",
                paragraph("Names."),
                "<w:p>" + run("What we do", "<w:b/>") + "</w:p>",
                paragraph("Letters."));

        assertThat(converted.markdown()).contains("## 1. What we collect\n", "## 2. What we do\n");
        assertThat(converted.warnings()).anyMatch(warning -> warning.contains("have no numbers"));
    }

    @ParameterizedTest
    @CsvSource({"Part A;1. Scope;Part B;1. Use", "(1) Scope;(2) Use", "IV. Scope;V. Use", "Clause 1 Scope;Clause 2 Use"
    })
    void numbers_that_cannot_be_cited_are_made_anew(String headings) throws Exception {
        StringBuilder html = new StringBuilder("<h1>Notice</h1>");
        for (String heading : headings.split(";")) {
            html.append("<h2>").append(heading).append("</h2><p>Words.</p>");
        }

        Converted converted = text(Format.HTML, html.toString());

        assertThat(converted.clauses())
                .extracting(Converted.Clause::number)
                .doesNotHaveDuplicates()
                .startsWith("1", "2");
        assertThat(converted.warnings()).isNotEmpty();
    }

    @Test
    void tracked_changes_are_accepted_and_footnotes_pictures_and_hidden_words_are_told() throws Exception {
        Converted converted = word(
                styled("berschrift1", "1. Use"),
                "<w:p>" + run("We ") + "<w:del>" + run("never ").replace("w:t", "w:delText") + "</w:del><w:ins>"
                        + run("often ")
                        + "</w:ins><w:moveFrom>" + run("moved ") + "</w:moveFrom>" + run("secretly ", "<w:vanish/>")
                        + run("write.")
                        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:drawing/></w:r></w:p>",
                paragraph("More."),
                styled("berschrift1", "2. End"),
                paragraph("An\u200Bd\u202E so on."));

        assertThat(converted.markdown())
                .contains("We often write.\\[1\\]\n\nMore.\n\n\\[1\\] See the \\* register.\n\n```rules", "And so on.");
        assertThat(String.join(" ", converted.warnings()))
                .contains("tracked changes", "Footnotes", "Pictures", "no reader sees");
    }

    @Test
    void a_page_of_html_and_a_paste_from_word_are_read() throws Exception {
        Converted page = text(Format.HTML, """
                <html><head><title>Ours</title><style>p {}</style></head><body><nav>Home</nav><script>alert(1)</script>
                <h1>Privacy &amp; you</h1><h2>1. Scope</h2><p>All <b>users</b>.<br>Really &lt;all&gt;.</p>
                <ul><li>one<ul><li>two</li></ul></li><li>three</li></ul><ol start="3"><li>c</li><li>d</li></ol>
                <p style="display: none">hidden</p>
                <h2>2. Data</h2><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></body></html>""");
        String pasted = FileConverter.pasted("""
                <h1>Article 16 Voice assistants</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
                style='mso-list:Ignore'>·<span>&nbsp;</span></span>They listen</p><p class=MsoListParagraph
                style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>to you</p>""");

        assertThat(page.markdown()).isEqualTo("""
                # Privacy & you

                ## 1. Scope

                All **users**.\\
                Really \\<all\\>.

                - one
                  - two
                - three

                3. c
                4. d""".replace("Privacy &", "Privacy \\&") + RULES + """

                ## 2. Data

                | a | b |
                | --- | --- |
                | 1 | 2 |""" + RULES);
        assertThat(pasted)
                .isEqualTo("## Article 16 Voice assistants\n\n- They listen\n  - to you" + RULES.stripTrailing());
        assertThat(FileConverter.pasted("<p>Only <i>words</i>.</p>")).isEqualTo("Only *words*.");
    }

    @Test
    void markdown_stays_as_it_is_but_for_its_front_matter() throws Exception {
        String policy = Files.readString(Path.of("policies", "website-privacy", "2021-11-01.md"));
        String body = policy.substring(policy.indexOf("\n---\n") + 6);

        Converted own = text(Format.MARKDOWN, policy);
        Converted foreign = text(Format.MARKDOWN, "# Notice\n\n## 1. Use\n\nWe *write*.\n\n~~~\n## no heading\n~~~\n");

        assertThat(own.markdown()).isEqualTo(body);
        assertThat(own.warnings()).anyMatch(warning -> warning.contains("front matter"));
        assertThat(foreign.markdown())
                .isEqualTo("# Notice\n\n## 1. Use\n\nWe *write*.\n\n~~~\n## no heading\n~~~" + RULES);
    }

    @Test
    void words_that_are_signs_of_markdown_stay_words() throws Exception {
        for (String words : List.of(
                "# no heading",
                "- no list",
                "1. no list either",
                "* * *",
                "---",
                "a | b",
                "[x](y)",
                "<b>",
                "&amp;",
                "`code`",
                "~~~",
                "=== x",
                "policy: x",
                "+ x",
                "\\",
                "Permit use of any data for any purpose.",
                "No rule: x",
                "> x",
                "(1) Permit collection of contact for order.",
                "![x](y)",
                "**b**",
                "_i_")) {
            Converted converted = word(
                    styled("berschrift1", "1. Use"),
                    paragraph(words.replace("&", "&amp;").replace("<", "&lt;")),
                    paragraph("End."));

            String html = Documents.html(new Source("d", FRONT + converted.markdown()));
            String escaped = words.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
            assertThat(html).as(converted.markdown()).contains("<p>" + escaped + "</p>");
        }
    }

    @Test
    void whatever_words_there_are_the_document_has_no_errors() throws Exception {
        Random random = new Random(19);
        List<String> bits = List.of(
                "Article 2",
                "1.",
                "(a)",
                "#",
                "```",
                "|",
                "\u202E",
                "\u00AD",
                "\n",
                "\n\n",
                " ",
                "Permit use of any data for x.",
                "---",
                "policy: x",
                "*",
                "§ 3",
                "word",
                "Übung",
                "第三条",
                "\uD83D\uDE00",
                "<p>",
                "&nbsp;",
                "\t",
                "IV.",
                "`",
                "- ",
                "  ");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("w");
            for (int bit = random.nextInt(60); bit > 0; bit--) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            text(Format.TEXT, text.toString());
            text(Format.HTML, text.toString().replace("\n", "<h2>"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.pdf  | A PDF has no headings
            a.doc  | save it as .docx
            a      | ends with .docx, .html, .md or .txt
            """)
    void a_file_of_another_kind_is_named(String name, String said) {
        assertThatThrownBy(() -> FileConverter.format(name))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_bad_file_gets_a_sentence() {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;"
                + "</w:t></w:r></w:p></w:body></w:document>";
        String deep = "<w:sdt><w:sdtContent>".repeat(5_000) + paragraph("x") + "</w:sdtContent></w:sdt>".repeat(5_000);
        Map<byte[], String> bad = Map.of(
                new byte[0],
                "is empty",
                "no zip".getBytes(StandardCharsets.UTF_8),
                "is no .docx",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
                "of an older Word",
                WordFile.zip(Map.of("a.txt", "x")),
                "no document of Word",
                WordFile.zip(Map.of("word/document.xml", " ".repeat(21 * 1024 * 1024))),
                "unpacks to more",
                WordFile.zip(Map.of("media/a.png", " ".repeat(51 * 1024 * 1024))),
                "unpacks to more",
                WordFile.withDocument(entity),
                "no document of Word",
                WordFile.of(deep),
                "can be read",
                WordFile.of(),
                "no text in the file",
                WordFile.of(paragraph(words())),
                "longer than 390 KB");
        bad.forEach((bytes, said) -> assertThatThrownBy(() -> FileConverter.converted("a.docx", Format.DOCX, bytes))
                .as(said)
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(said));
        assertThatThrownBy(() -> FileConverter.converted("a.txt", Format.TEXT, new byte[] {(byte) 0xC3}))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> FileConverter.converted("a.txt", Format.TEXT, new byte[FileConverter.LARGEST + 1]))
                .hasMessageContaining("larger than 5 MB");
        assertThatThrownBy(() -> text(Format.HTML, "<p>" + "word ".repeat(90_000)))
                .hasMessageContaining("longer than 390 KB");
    }

    private static String words() {
        StringBuilder words = new StringBuilder();
        new Random(19).ints(90_000, 10_000, 100_000).forEach(number -> words.append(number)
                .append(' '));
        return words.toString();
    }

    /** Each would take minutes, or all memory, if what is read were copied or read again and again. */
    @Test
    @Timeout(20)
    void a_file_of_very_many_pieces_is_given_up() {
        String note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
        assertThatThrownBy(() -> text(Format.HTML, "a<!-- -->".repeat(500_000))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> text(Format.TEXT, "a\n".repeat(1_000_000))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> text(Format.HTML, "<table>" + "<tr><td>a<td>b".repeat(100_000)))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> FileConverter.converted(
                        "a.docx", Format.DOCX, WordFile.of("<w:p>" + note.repeat(200_000) + "</w:p>")))
                .isInstanceOf(UnreadableFile.class);
    }

    /** Expressions that look again at what they saw took hours for some of these, or ran out of stack. */
    @Test
    void lines_of_blanks_and_rows_without_cells_cost_no_more_than_they_are_long() throws Exception {
        assertThat(text(Format.MARKDOWN, "# a" + " ".repeat(300_000) + "x\n\ntext")
                        .clauses())
                .hasSize(1);
        assertThat(text(Format.TEXT, "one" + "\n".repeat(300_000) + "two").markdown())
                .contains("one", "two");
        assertThat(text(Format.TEXT, "-" + " ".repeat(100_000) + "\u2028x\n- y").markdown())
                .contains("x");
        assertThatThrownBy(() -> text(Format.MARKDOWN, "\n".repeat(2_000_000) + "x"))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> text(
                        Format.HTML, "<table><tr>" + "<td>a".repeat(100) + "<tr><td>b".repeat(100_000) + "</table>"))
                .hasMessageContaining("longer than");
        assertThat(word("<w:tbl><w:tr><w:tc><w:p>" + "<w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr/></w:tbl>")
                        .markdown())
                .contains("a");
    }

    @Test
    void a_number_within_the_words_of_a_heading_stays() throws Exception {
        assertThat(text(Format.HTML, "<h2>Data kept for 30 days</h2><p>x</p><h2>Act 2018</h2><p>y</p>")
                        .clauses())
                .extracting(Converted.Clause::title)
                .containsExactly("Data kept for 30 days", "Act 2018");
        assertThat(text(Format.MARKDOWN, "## Use of C#\n\nx\n\n## Closed ##\n\ny\n")
                        .markdown())
                .contains("1. Use of C\\#\n", "2. Closed\n");
    }

    @Test
    void a_page_that_is_nested_without_end_is_read() throws Exception {
        assertThat(text(Format.HTML, "<div>".repeat(100_000) + "<h2>1. Use</h2>x")
                        .markdown())
                .contains("x");
        assertThat(text(Format.HTML, "<ul><li>x".repeat(10_000)).clauses()).hasSize(1);
    }
}
