package dev.proviso.convert;

import dev.proviso.policy.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words in a row, with what is bold, slanted or a link among them. */
final class Inline {

    private static final Pattern BLANKS = Pattern.compile("[\\h\\u0085\\u2028\\u2029\\t\\r]+");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:)[^\\s<>()\\\\]{1,2000}");

    /** @param address where it leads to; empty where it is no link */
    private record Run(String text, boolean bold, boolean slanted, String address) {

        boolean isLike(Run other) {
            return bold == other.bold && slanted == other.slanted && address.equals(other.address);
        }
    }

    private final List<Run> runs = new ArrayList<>();

    /** What follows the last run and is like it. */
    private final StringBuilder more = new StringBuilder();

    private int length;
    private boolean hidden;

    /** Adds words; a line feed among them ends a line. */
    void add(String text, boolean bold, boolean slanted, String address) {
        // What is longer than a document may be is given up where it is added to one.
        String seen = length > Conversion.LONGEST
                ? ""
                : seen(text.substring(0, Math.min(text.length(), Conversion.LONGEST + 1)));
        if (seen.isEmpty()) {
            return;
        }
        length += seen.length();
        Run run = new Run(seen, bold, slanted, ADDRESS.matcher(address).matches() ? address : "");
        int end = runs.size() - 1;
        if (end >= 0 && runs.get(end).isLike(run)) {
            more.append(seen);
        } else {
            settle();
            runs.add(run);
        }
    }

    private List<Run> settle() {
        int end = runs.size() - 1;
        if (!more.isEmpty()) {
            Run last = runs.get(end);
            runs.set(end, new Run(last.text + more, last.bold, last.slanted, last.address));
            more.setLength(0);
        }
        return runs;
    }

    void add(String text) {
        add(text, false, false, "");
    }

    /** The same without characters that no reader sees. */
    private String seen(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> c == '\n' || c == '\t' || !isUnseen(c)).forEach(kept::appendCodePoint);
        hidden |=
                kept.length() < text.length() && text.codePoints().anyMatch(c -> isUnseen(c) && c != 0xAD && c != '\r');
        String seen = PlainText.withoutHidden(kept.toString());
        hidden |= seen.length() < kept.length();
        return seen;
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        boolean joins = c == 0x200C || c == 0x200D;
        return type == Character.CONTROL && c != '\n' && c != '\t'
                || type == Character.FORMAT && !joins
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** Whether nothing was added yet. */
    boolean isNew() {
        return length == 0;
    }

    /** Whether characters were left out that no reader sees. */
    boolean hadHidden() {
        return hidden;
    }

    boolean isEmpty() {
        return plain().isEmpty();
    }

    /** Whether all words are bold. */
    boolean isBold() {
        return !isEmpty() && settle().stream().allMatch(run -> run.bold || run.text.isBlank());
    }

    /** The words alone, on one line. */
    String plain() {
        StringBuilder text = new StringBuilder();
        settle().forEach(run -> text.append(run.text));
        return BLANKS.matcher(text.toString().replace('\n', ' '))
                .replaceAll(" ")
                .strip();
    }

    /** As Markdown on one line, as it is for headings and cells. */
    String markdownOnOneLine() {
        return markdown(" ");
    }

    /** As Markdown; lines that the author ended are ended. */
    String markdown() {
        return markdown("\\\n");
    }

    private String markdown(String lineEnd) {
        List<Run> tidy = tidy();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tidy.size(); i++) {
            Run run = tidy.get(i);
            char before = i == 0 ? ' ' : last(tidy.get(i - 1).text);
            char after = i + 1 == tidy.size() ? ' ' : tidy.get(i + 1).text.charAt(0);
            out.append(marked(run, before, after));
        }
        StringBuilder lines = new StringBuilder();
        for (String line : out.toString().strip().split("\\s*\n\\s*")) {
            if (!line.isEmpty()) {
                lines.append(lines.isEmpty() ? "" : lineEnd).append(Markdown.lineStart(line));
            }
        }
        return lines.toString();
    }

    private List<Run> tidy() {
        List<Run> tidy = new ArrayList<>();
        char before = ' ';
        for (Run run : settle()) {
            String text = BLANKS.matcher(run.text).replaceAll(" ");
            boolean doubled = Character.isWhitespace(before) && text.startsWith(" ");
            String kept = doubled ? text.substring(1) : text;
            if (!kept.isEmpty()) {
                tidy.add(new Run(kept, run.bold, run.slanted, run.address));
                before = last(kept);
            }
        }
        return tidy;
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    private static String marked(Run run, char before, char after) {
        String core = run.text.strip();
        String words = Markdown.escaped(core);
        if (core.isEmpty() || core.indexOf('\n') >= 0) {
            return Markdown.escaped(run.text);
        }
        int start = run.text.indexOf(core);
        String lead = run.text.substring(0, start);
        String trail = run.text.substring(start + core.length());
        if (!run.address.isEmpty()) {
            words = "[" + words + "](" + run.address + ")";
        }
        boolean opens = lead.isEmpty() ? Character.isWhitespace(before) || before == '(' : true;
        boolean closes = trail.isEmpty() ? Character.isWhitespace(after) || ".,;:)!?".indexOf(after) >= 0 : true;
        boolean isWord = Character.isLetterOrDigit(core.codePointAt(0))
                && Character.isLetterOrDigit(core.codePointBefore(core.length()));
        String mark = (run.bold ? "**" : "") + (run.slanted ? "*" : "");
        return opens && closes && isWord && run.address.isEmpty()
                ? lead + mark + words + mark + trail
                : lead + words + trail;
    }
}
