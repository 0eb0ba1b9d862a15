package dev.proviso.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What looks read and is passed over is told, so that no Forbid is lost without a word. */
class UnreadTextTest {

    private static final String FRONT = "---\npolicy: small\nversion: \"1\"\nkind: policy\ntitle: Small\n"
            + "controller: {name: Example, country: GB}\nvocabulary: small\ntimezone: UTC\neffective: on-publication\n---\n\n";
    private static final String CLAUSE = "## 1 Use\n\n```rules\n(1) Permit use of name for service.\n```\n\n";
    private static final String FORBID = "(2) Forbid use of name if the user is a minor.\n";
    private static final String BLOCK = "```rules\n" + FORBID + "```\n";

    /**
     * A text after a clause that is right.
     *
     * @param code of all that is wrong with it
     * @param marked what the first mark begins with
     */
    private record Case(String name, Severity severity, String code, String text, String marked) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case error(String name, String code, String text, String marked) {
        return new Case(name, Severity.ERROR, code, text, marked);
    }

    private static Case warning(String name, String code, String text, String marked) {
        return new Case(name, Severity.WARNING, code, text, marked);
    }

    /** Of a table: what of it readers do not see as such. */
    private static Case rows(String name, String rows, String marked) {
        return error(
                name, "table-form", "```table retention\n| purpose | period |\n|---|---|\n" + rows + "```\n", marked);
    }

    static final List<Case> CASES = List.of(
            error("indented by four", "unread-block", BLOCK.indent(4), "```rules"),
            error("indented by a tab", "unread-block", "\t" + BLOCK.replace("\n", "\n\t"), "```rules"),
            error("in HTML", "unread-block", "<div>\n" + BLOCK + "</div>\n", "```rules"),
            error("in HTML, sentences alone", "unread-block", "<div>\n" + FORBID + "</div>\n", "(2) Forbid"),
            error("in a comment", "unread-block", "<!--\n" + BLOCK + "-->\n", "```rules"),
            error("in a comment on its line", "unread-block", "<!-- " + FORBID.strip() + " -->\n", "(2) Forbid"),
            error("in a comment with a fence", "unread-block", "<!-- ```rules\n" + FORBID + "``` -->\n", "```rules"),
            error("in a comment without an end", "unread-block", "<!-- a\n\n" + BLOCK, "```rules"),
            error("in a paragraph of HTML", "unread-block", "<pre>\n\n" + BLOCK + "</pre>\n", "```rules"),
            error("in another block", "unread-block", "````markdown\n" + BLOCK + "````\n", "```rules"),
            error("in a block without a name", "unread-block", "```\n" + FORBID + "```\n", "(2) Forbid"),
            error("in a block of text", "unread-block", "```text\n" + FORBID + "```\n", "(2) Forbid"),
            error("sentences, indented", "unread-block", FORBID.indent(4), "(2) Forbid"),
            error("in a quotation", "nested-block", "> " + BLOCK.strip().replace("\n", "\n> ") + "\n", "```rules"),
            error("in a list", "nested-block", "- a\n\n" + BLOCK.indent(2), "```rules"),
            error("in a list and indented", "unread-block", "- a\n\n" + BLOCK.indent(8), "```rules"),
            error("another name", "block-name", BLOCK.replace("rules", "rule"), "```rule"),
            error("capitals", "block-name", BLOCK.replace("rules", "Rules"), "```Rules"),
            error("a colon", "block-name", BLOCK.replace("rules", "rules:"), "```rules:"),
            error("in braces", "unread-block", BLOCK.replace("rules", "{.rules}"), "```{.rules}"),
            error("two backticks", "unread-block", BLOCK.replace("```", "``"), "``rules"),
            error("apostrophes", "unread-block", BLOCK.replace("```", "'''"), "'''rules"),
            error("a table in a comment", "unread-block", "<!--\n```table retention\n```\n-->\n", "```table"),
            error(
                    "rows in another block",
                    "unread-block",
                    "```text\n| purpose | period |\n|---|---|\n```\n",
                    "| purpose"),
            rows("a row after a blank line", "| service | P1Y |\n\n| mailing | P2Y |\n", "| mailing"),
            rows("a row after a line of blanks", "| service | P1Y |\n \t\n| mailing | P2Y |\n", "| mailing"),
            rows("a row that is the definition of a link", "\n[a]: b \"| service | P1Y |\"\n", "[a]"),
            error(
                    "dashes for fewer columns",
                    "table-form",
                    "```table retention\n| purpose | period |\n|---|\n| service | P1Y |\n```\n",
                    "| purpose"),
            error(
                    "a line before the table",
                    "table-form",
                    "```table retention\n\n> | purpose | period |\n|---|---|\n| service | P1Y |\n```\n",
                    "> |"),
            error("without an end", "open-block", BLOCK.replace("\n```\n", "\n"), "```rules"),
            error("another block without an end", "open-block", "```text\na\n\n## 2 B\n", "```text"),
            error("an end with something behind", "open-block", "```rules\nNo rule: a.\n``` b\n\n" + BLOCK, "``` b"),
            error("a heading inside", "open-block", "```rules\nNo rule: a.\n\n## 2 B\n\nC.\n```\n", "## 2"),
            error("a rule behind a reason", "no-rule", "```rules\nNo rule: a.\n" + FORBID + "```\n", "No rule"),
            error(
                    "a rule behind a reason on its line",
                    "no-rule",
                    "```rules\nNo rule: a. Forbid use of name.\n```\n",
                    "No rule"),
            error("a heading without a blank", "unread-heading", "##Article 2 B\n", "##Article"),
            error("a heading of seven", "unread-heading", "####### Article 2 B\n", "#######"),
            error("a heading, indented", "unread-heading", "a\n\n    ## Article 2 B\n", "## Article"),
            error("a heading in a quotation", "unread-heading", "> ## 2.1 Use\n", "## 2.1"),
            error("a heading in a list", "unread-heading", "- ## Section 2\n", "## Section"),
            error("a heading in HTML", "unread-heading", "<div>\n## Article 2 B\n</div>\n", "## Article"),
            error("a heading in a comment", "unread-heading", "<!-- ## Article 2 B -->\n", "## Article"),
            error("another word for clauses", "clause-number", "## Clause 2 B\n", "## Clause"),
            error("a number in parentheses", "clause-number", "## (2) B\n", "## (2)"),
            error("a Roman number", "clause-number", "## II. B\n", "## II."),
            error("digits of another script", "clause-number", "## ２ B\n", "## ２"),
            error("a clause's number in Chinese", "clause-number", "## 第二条 B\n", "## 第二条"),
            error(
                    "a long number",
                    "clause-number",
                    "## 2." + "1".repeat(40) + " B\n\n```rules\nNo rule: a.\n```\n",
                    "## 2.1"),
            error(
                    "a second front matter",
                    "second-front-matter",
                    "---\npolicy: other\neffective: 2020-01-01T00:00:00Z\n---\n",
                    "---"),
            warning("a sentence in prose", "rules-in-prose", FORBID, "(2) Forbid"),
            warning("a sentence in a list", "rules-in-prose", "- Forbid use of name.\n", "Forbid"),
            warning("a heading in bold", "heading-in-prose", "a\n\n**Article 2 Use**\n\nb\n", "**Article"),
            warning("a heading that goes on", "heading-in-prose", "a\n\n2. Voice assistants\n\nb\n", "2. Voice"),
            warning("a heading without signs", "heading-in-prose", "a\n\nArticle 2 Use\n\nb\n", "Article"),
            warning(
                    "rows in prose",
                    "table-in-prose",
                    "| purpose | period |\n|---|---|\n| service | P1Y |\n",
                    "| purpose"),
            warning("a comment of Markdown", "unseen-text", "[//]: # (Forbid use of name.)\n", "[//]"));

    private static final List<String> PROSE = List.of(
            "We permit use of your name. This policy does not apply to linked sites.\n",
            "Require strong passwords.\n",
            "As Article 2 says, we do.\n",
            "# 2022\n\n#1 in the market\n",
            "| Purpose | Period |\n|---|---|\n| Service | one year |\n",
            "a\n\n---\n\nPolicy: b.\n",
            "[a]: https://example.org \"B\"\n\n[a]\n",
            "```text\nPermitted uses of names\n```\n",
            "```table retention\n\n | purpose | period |\n | --- | --- |\n | service | P1Y |\nmarketing | P2Y\n\n```\n",
            "A `rules` block, ```code``` and ''quotes''.\n",
            "## Introduction\n\n### C. Others\n");

    private static Checked<CheckedPolicy> checked(String text) {
        return Documents.policy(new Source("small.md", FRONT + text), Vocabularies.ALL);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void what_is_passed_over_is_told_with_its_place(Case one) {
        Checked<CheckedPolicy> checked = checked(CLAUSE + one.text());

        assertThat(checked.diagnostics())
                .as("what is wrong with " + one.text())
                .extracting(Diagnostic::code)
                .contains(one.code());
        Diagnostic told = checked.diagnostics().stream()
                .filter(found -> found.code().equals(one.code()))
                .findFirst()
                .orElseThrow();
        assertThat(told.severity()).isEqualTo(one.severity());
        assertThat((FRONT + CLAUSE + one.text()).substring(told.span().start())).startsWith(one.marked());
        assertThat(checked.value().isPresent()).isEqualTo(one.severity() == Severity.WARNING);
    }

    @Test
    void a_block_that_is_not_read_is_told_once() {
        assertThat(checked(CLAUSE + "<div>\n" + BLOCK + "</div>\n").diagnostics())
                .hasSize(1);
        assertThat(checked(CLAUSE + BLOCK.indent(4)).diagnostics()).hasSize(1);
        assertThat(checked(CLAUSE + "```Rules\n" + FORBID + FORBID + "```\n").diagnostics())
                .hasSize(1);
    }

    @Test
    void prose_is_left_in_peace() {
        for (String text : PROSE) {
            assertThat(checked(CLAUSE + text).diagnostics()).as(text).isEmpty();
        }
    }

    @Test
    void a_document_without_clauses_is_told_what_the_heading_of_one_looks_like() {
        Checked<CheckedPolicy> checked = checked("# Privacy\n\n## What we collect\n\nNames.\n");

        assertThat(checked.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.severity()).isEqualTo(Severity.ERROR);
            assertThat(told.code()).isEqualTo("no-clauses");
            assertThat(told.message())
                    .isEqualTo(
                            "This document has no clause, so it decides nothing. The heading of a clause has a number, such as"
                                    + " \"## Article 2 Use\" or \"## 2.1 Use\"; \"What we collect\" has none.");
            assertThat(told.line()).isEqualTo(FRONT.lines().count() + 3);
        });
        assertThat(checked("").diagnostics()).extracting(Diagnostic::code).containsExactly("no-clauses");
    }

    @Test
    void a_law_without_clauses_is_refused_too() {
        String law = "---\npolicy: law-x\nversion: \"1\"\nkind: law\ntitle: X\nvocabulary: small\ntimezone: UTC\n"
                + "effective: 2020-01-01T00:00:00Z\nscope: the user lives in DE\n---\n\nText.\n";

        assertThat(Documents.policy(new Source("law.md", law), Vocabularies.ALL).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("no-clauses");
    }

    @Test
    void a_vocabulary_without_words_is_refused() {
        assertThat(Documents.vocabulary(new Source("v", "vocabulary: small\npurposes:\n"))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("no-words");
    }

    @Test
    void a_table_that_was_published_with_a_row_that_nobody_sees_means_what_it_meant() {
        String table = "```table retention\n| purpose | period |\n|---|---|\n\n| service | P1Y |\n```\n";
        var source = new Source("small.md", FRONT + CLAUSE + table);

        Checked<CheckedPolicy> published = Documents.publishedPolicy(source, Vocabularies.ALL);

        assertThat(published.value().orElseThrow().policy().rows()).hasSize(1);
        assertThat(Documents.policy(source, Vocabularies.ALL).value()).isEmpty();
    }

    /** Its records say what it decided, and it goes on deciding that until another version is published. */
    @Test
    void what_was_published_with_something_unread_means_what_it_meant() {
        var source = new Source("small.md", FRONT + CLAUSE + BLOCK.indent(4));

        Checked<CheckedPolicy> published = Documents.publishedPolicy(source, Vocabularies.ALL);

        assertThat(published.value().orElseThrow().policy().rules()).hasSize(1);
        assertThat(Documents.policy(source, Vocabularies.ALL).value()).isEmpty();
    }
}
