package dev.proviso.document;

import dev.proviso.document.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is wrong with one text. For one thread. */
public final class Findings {

    /** A text with more mistakes than this has them told in turns. */
    private static final int MOST = 1_000;

    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");

    private final String text;
    private final Lines lines;
    private final Spelling spelling = new Spelling();
    private final List<Diagnostic> found = new ArrayList<>();
    private final boolean published;
    private int errors;
    private int untold;

    public Findings(String text) {
        this(text, false);
    }

    private Findings(String text, boolean published) {
        this.text = text;
        this.lines = new Lines(text);
        this.published = published;
    }

    /** For a text that is published: it means what it meant when it was, so {@linkplain #flaw flaws} are passed over. */
    static Findings ofPublished(String text) {
        return new Findings(text, true);
    }

    boolean isOfPublished() {
        return published;
    }

    public void error(String code, Span span, String message) {
        error(code, span, message, Optional.empty());
    }

    /** @param suggestion the nearest right thing, to stand in place of the span */
    public void error(String code, Span span, String message, Optional<String> suggestion) {
        errors++;
        add(Severity.ERROR, code, span, message, suggestion);
    }

    /**
     * An error in how the text is put: it can be read, but its readers may take it for something else, or could not be shown
     * it.
     */
    void flaw(String code, Span span, String message) {
        flaw(code, span, message, Optional.empty());
    }

    void flaw(String code, Span span, String message, Optional<String> suggestion) {
        if (!published) {
            error(code, span, message, suggestion);
        }
    }

    public void warning(String code, Span span, String message) {
        add(Severity.WARNING, code, span, message, Optional.empty());
    }

    void warning(String code, Span span, String message, Optional<String> suggestion) {
        add(Severity.WARNING, code, span, message, suggestion);
    }

    private void add(Severity severity, String code, Span span, String message, Optional<String> suggestion) {
        if (found.size() == MOST) {
            untold++;
            return;
        }
        int start = Math.min(span.start(), text.length());
        Span inside = new Span(start, Math.max(start, Math.min(span.end(), text.length())));
        found.add(new Diagnostic(severity, code, lines.line(start), lines.column(start), inside, message, suggestion));
    }

    /** The word among these that was probably meant. */
    public Optional<String> nearest(String word, Collection<String> candidates) {
        return spelling.nearest(word, candidates);
    }

    public int errors() {
        return errors;
    }

    /** Everything found, in the order of the text. */
    List<Diagnostic> inOrder() {
        List<Diagnostic> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt((Diagnostic d) -> d.span().start())
                .thenComparing(Diagnostic::severity)
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::message));
        List<Diagnostic> told = new ArrayList<>(new LinkedHashSet<>(ordered));
        if (untold > 0) {
            told.add(rest(told.get(told.size() - 1)));
        }
        return List.copyOf(told);
    }

    private Diagnostic rest(Diagnostic last) {
        return new Diagnostic(
                errors > 0 ? Severity.ERROR : Severity.WARNING,
                "more",
                last.line(),
                last.column(),
                last.span(),
                "There is more of this, which is told once the first " + MOST + " are mended.",
                Optional.empty());
    }

    /** The outcome: a value only if nothing is wrong. */
    public <T> Checked<T> outcome(Source source, Optional<T> value) {
        if (errors == 0 && value.isEmpty()) {
            throw new IllegalStateException("no value, and nothing that says why");
        }
        return new Checked<>(source, errors == 0 ? value : Optional.empty(), inOrder());
    }

    /** A word of the author's, fit for a message: short, on one line and in quotation marks. */
    public static String quoted(String words) {
        String folded = fold(words);
        if (folded.length() > 1 && folded.length() <= 80 && folded.startsWith("\"") && folded.endsWith("\"")) {
            return folded;
        }
        return "\"" + (folded.length() <= 80 ? folded : folded.substring(0, 79) + "…") + "\"";
    }

    /** White space folded to single blanks. */
    static String fold(String words) {
        return SPACE.matcher(words.strip()).replaceAll(" ");
    }
}
