package dev.proviso.document;

/** Writes a diagnostic for a person to read, with the source line and the words underlined. */
final class DiagnosticText {

    private static final int WIDEST = 120;
    private static final int BEFORE = 40;

    private DiagnosticText() {}

    static String render(Source source, Diagnostic diagnostic) {
        String text = source.text();
        int start = Math.min(diagnostic.span().start(), text.length());
        int lineStart = lineStart(text, start);
        int lineEnd = lineEnd(text, start);
        int end = Math.max(start, Math.min(diagnostic.span().end(), lineEnd));
        int from = lineEnd - lineStart <= WIDEST ? lineStart : Math.max(lineStart, start - BEFORE);
        int to = Math.min(lineEnd, from + WIDEST);
        String before = (from > lineStart ? "…" : "") + shown(text.substring(from, start));
        String marked = shown(text.substring(start, Math.min(end, to)));
        String after = shown(text.substring(Math.min(end, to), to)) + (to < lineEnd ? "…" : "");
        String kind = diagnostic.severity() == Diagnostic.Severity.WARNING ? " (warning)" : "";
        return source.name() + ", line " + diagnostic.line() + ", column " + diagnostic.column() + kind + ": "
                + diagnostic.message() + "\n"
                + "%5d | ".formatted(diagnostic.line()) + (before + marked + after).stripTrailing() + "\n"
                + "      | " + " ".repeat(width(before)) + "^".repeat(Math.max(1, width(marked)))
                + diagnostic
                        .suggestion()
                        .map(word -> "\nDid you mean \"" + word + "\"?")
                        .orElse("");
    }

    private static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    private static int lineEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The text with tabs as blanks and without what moves the cursor, so that the underline stands below its words. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().map(c -> c == '\t' ? ' ' : moves(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean moves(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** How many columns of a terminal a text takes: two for East Asian wide characters, none for combining marks. */
    private static int width(String text) {
        return text.codePoints().map(DiagnosticText::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return between(c, 0x1100, 0x115F)
                || between(c, 0x2E80, 0xA4CF)
                || between(c, 0xAC00, 0xD7A3)
                || between(c, 0xF900, 0xFAFF)
                || between(c, 0xFE30, 0xFE6F)
                || between(c, 0xFF00, 0xFF60)
                || between(c, 0xFFE0, 0xFFE6)
                || between(c, 0x1F300, 0x1FAFF)
                || between(c, 0x20000, 0x3FFFD);
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
