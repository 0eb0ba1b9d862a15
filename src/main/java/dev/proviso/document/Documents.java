package dev.proviso.document;

import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks texts. Stateless and safe for any thread; no input makes it throw. */
public final class Documents {

    /** The longest text that is read, in UTF-16 units. */
    private static final int LONGEST = 10 * 1024 * 1024;

    private static final Vocabulary NO_VOCABULARY =
            new Vocabulary("", new EnumMap<>(Vocabulary.Section.class), new TreeMap<>(), new TreeMap<>());

    private Documents() {}

    /** Checks a policy or law document against the vocabulary among these that its front matter names. */
    public static Checked<CheckedPolicy> policy(Source source, Collection<Vocabulary> vocabularies) {
        return source.text().length() > LONGEST
                ? tooLong(source)
                : policy(source, vocabularies, new Findings(source.text()));
    }

    /**
     * Reads a document that is published already. Some mistakes are in how a text is put and not in what it says; where they
     * were not looked for when it was published, it means what it meant then.
     */
    public static Checked<CheckedPolicy> publishedPolicy(Source source, Collection<Vocabulary> vocabularies) {
        return source.text().length() > LONGEST
                ? tooLong(source)
                : policy(source, vocabularies, Findings.ofPublished(source.text()));
    }

    private static Checked<CheckedPolicy> policy(
            Source source, Collection<Vocabulary> vocabularies, Findings findings) {
        Outline outline = OutlineReader.read(source.text(), findings);
        if (!findings.isOfPublished()) {
            LegibilityCheck.check(source.text(), outline, findings);
        }
        if (outline.beyond().isPresent()) {
            return findings.outcome(source, Optional.empty());
        }
        List<ClauseText> clauses = ClauseReader.read(outline, findings);
        Optional<FrontMatter> front = outline.frontMatter()
                .flatMap(text -> FrontMatterReader.read(
                        text, new WordReader(new Words(NO_VOCABULARY), Set.of(), findings), findings));
        Optional<Vocabulary> vocabulary = front.flatMap(known -> vocabulary(known, vocabularies, findings));
        if (front.isEmpty() || vocabulary.isEmpty()) {
            checkSyntax(clauses, findings);
            return findings.outcome(source, Optional.empty());
        }
        AddedWords.Read known = AddedWords.read(vocabulary.get(), front.get().words(), findings);
        var words = new WordReader(new Words(known.vocabulary()), PolicyReader.groups(clauses), findings);
        return findings.outcome(source, Optional.of(new PolicyReader(front.get(), words).read(clauses, known.added())));
    }

    /** Without front matter or vocabulary the words cannot be checked, but the sentences can. */
    private static void checkSyntax(List<ClauseText> clauses, Findings findings) {
        for (ClauseText clause : clauses) {
            for (Block block : clause.blocks()) {
                if (block instanceof Block.Rules) {
                    Sentences.read(block.content(), findings);
                }
            }
        }
    }

    private static Optional<Vocabulary> vocabulary(
            FrontMatter front, Collection<Vocabulary> vocabularies, Findings findings) {
        Optional<Vocabulary> found = vocabularies.stream()
                .filter(one -> one.name().equals(front.vocabulary()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names =
                    vocabularies.stream().map(Vocabulary::name).sorted().toList();
            findings.error(
                    "unknown-vocabulary",
                    front.vocabularyPlace(),
                    "There is no vocabulary " + Findings.quoted(front.vocabulary()) + ".",
                    findings.nearest(front.vocabulary(), names));
        }
        return found;
    }

    /** Checks a vocabulary file (YAML). */
    public static Checked<Vocabulary> vocabulary(Source source) {
        return source.text().length() > LONGEST ? tooLong(source) : vocabulary(source, new Findings(source.text()));
    }

    /** Reads a vocabulary that is published already, as {@link #publishedPolicy} does a document. */
    public static Checked<Vocabulary> publishedVocabulary(Source source) {
        return source.text().length() > LONGEST
                ? tooLong(source)
                : vocabulary(source, Findings.ofPublished(source.text()));
    }

    private static Checked<Vocabulary> vocabulary(Source source, Findings findings) {
        Characters.checkHidden(Fragment.of(source.text(), 0, source.text().length()), findings);
        return findings.outcome(source, VocabularyReader.read(source.text(), findings));
    }

    /**
     * The text of a vocabulary with words added, as a version of that label.
     *
     * @return empty if the text has a form in which no line can be added, such as a section in braces
     */
    public static Optional<String> withWords(Source vocabulary, String label, Collection<AddedWord> words) {
        return VocabularyText.with(vocabulary.text(), label, words);
    }

    /**
     * The text of a policy or law document with one word more among those that it adds to its vocabulary.
     *
     * @param label what people call it
     * @param dpv the term of the Data Privacy Vocabulary that it is; may be empty
     * @return empty if the text has no front matter, or its words have a form in which no line can be added
     */
    public static Optional<String> withWord(Source document, Section section, Key key, String label, String dpv) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("label", label);
        if (!dpv.isEmpty()) {
            parts.put("dpv", dpv);
        }
        String written = AddedWords.line(parts, Collections.emptySortedMap());
        return FrontWords.with(document.text(), section, AddedWord.line(key, written));
    }

    /** The sections to which a document may add words. */
    public static List<Section> sectionsOfAddedWords() {
        return AddedWords.SECTIONS;
    }

    /** What a policy or law document says it is, whatever mistakes it has. */
    public static TitlePage titlePage(Source source) {
        return TitlePage.ofPolicy(shortened(source));
    }

    /** What a vocabulary says it is, whatever mistakes it has. */
    public static TitlePage titlePageOfVocabulary(Source source) {
        return TitlePage.ofVocabulary(shortened(source));
    }

    /**
     * The text of a document as HTML for its readers: without front matter and rules, and safe to show. One that asks for more
     * than the check lets pass is shown as it is written.
     */
    public static String html(Source source) {
        return Prose.html(OutlineReader.body(shortened(source)));
    }

    /** The same of a passage, which has no front matter. */
    public static String htmlOfPassage(Source source) {
        return Prose.html(shortened(source));
    }

    /** The same of a passage, each paragraph, list, table and so on by itself; one that is empty if there is nothing to read. */
    public static List<String> htmlOfBlocks(Source source) {
        return Prose.blocks(shortened(source));
    }

    /** A passage as its readers see it, with its rules, and without marks. */
    public static List<TextBlock> text(Source source) {
        return Prose.text(shortened(source));
    }

    /** A page about documents in Markdown, which is no document itself: with its examples, and its headings to be linked to. */
    public static String htmlOfPage(String markdown) {
        return Prose.page(markdown);
    }

    /** The passages of a policy or law document, whatever mistakes it has; one after another they are the text. */
    public static List<Passage> passages(Source source) {
        return source.text().length() > LONGEST
                ? List.of(new Passage(Passage.Kind.OTHER, "", "", "", source.text()))
                : PassageReader.read(source.text());
    }

    /** The tables of a policy or law document, whatever mistakes it has. */
    public static List<WrittenTable> tables(Source source) {
        return WrittenTable.all(shortened(source));
    }

    private static String shortened(Source source) {
        return source.text().length() > LONGEST ? "" : source.text();
    }

    private static <T> Checked<T> tooLong(Source source) {
        var findings = new Findings("");
        findings.error("too-long", new Span(0, 0), "The text is longer than 10 MB and is not read.");
        return findings.outcome(source, Optional.empty());
    }

    /** The diagnostic as a person reads it: place, sentence, source line, underline, suggestion. */
    public static String render(Source source, Diagnostic diagnostic) {
        return DiagnosticText.render(source, diagnostic);
    }

    /** The word that was probably meant, the same as a diagnostic would suggest. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return new Spelling().nearest(word, candidates);
    }

    /**
     * The word among these that this one is, but for a slip or another way to put words together ({@code legal_demand}): much
     * nearer than one that was only probably meant.
     */
    public static Optional<String> misspelt(String word, Collection<String> candidates) {
        return new Spelling().nearest(word, candidates, word.length() / 5);
    }
}
