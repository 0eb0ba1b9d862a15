package dev.proviso.convert;

import dev.proviso.convert.Piece.Heading;
import dev.proviso.convert.Piece.Paragraph;
import dev.proviso.convert.Piece.Raw;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text, whose paragraphs stand between blank lines, and Markdown, which stays as it is. */
final class TextReader {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t]*+\\n)++");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*");
    private static final Pattern HEADING = Pattern.compile("(?s) {0,3}(#{1,6})[ \\t]++(.*)");
    private static final Pattern ENTRY = Pattern.compile("(?s)([ \\t]*+)([-*•·‣◦–]|[0-9]{1,4}[.)])[ \\t]++(.*)");

    private final Conversion conversion = new Conversion();

    private TextReader() {}

    static Conversion plain(String text) throws UnreadableFile {
        refuseLong(text);
        TextReader reader = new TextReader();
        for (String paragraph : BLANK_LINES.split(text.strip())) {
            reader.paragraph(paragraph);
        }
        return reader.conversion;
    }

    /** Lines that begin like the entries of a list are some where there are several. */
    private void paragraph(String lines) throws UnreadableFile {
        List<String> all = lines.lines().filter(line -> !line.isBlank()).toList();
        boolean isList = all.size() > 1
                && all.stream().allMatch(line -> ENTRY.matcher(line).matches());
        Inline words = new Inline();
        for (String line : all) {
            Matcher entry = ENTRY.matcher(line);
            if (isList && entry.matches()) {
                Inline said = new Inline();
                said.add(entry.group(3));
                add(Markers.item(entry.group(1).length() / 2, entry.group(2), said), said);
            } else {
                words.add((words.isNew() ? "" : " ") + line.strip());
            }
        }
        if (!words.isEmpty()) {
            add(new Paragraph(words.plain(), words.markdown(), false), words);
        }
    }

    private void add(Piece piece, Inline words) throws UnreadableFile {
        if (words.hadHidden()) {
            conversion.warn("Characters that no reader sees were left out.");
        }
        conversion.add(piece);
    }

    /** Blank lines and a front matter do not count, and are no more than what counts. */
    private static void refuseLong(String text) throws UnreadableFile {
        if (text.length() > 2 * Conversion.LONGEST) {
            throw Conversion.tooLong();
        }
    }

    static Conversion markdown(String text) throws UnreadableFile {
        refuseLong(text);
        TextReader reader = new TextReader();
        Source source = new Source("file", text);
        List<Passage> passages = Documents.passages(source);
        boolean hasFront = passages.stream().anyMatch(passage -> passage.kind() == Passage.Kind.FRONT_MATTER);
        Documents.titlePage(source).title().ifPresent(reader.conversion::titled);
        String body = hasFront ? text.substring(passages.get(0).text().length()) : text;
        if (hasFront) {
            reader.conversion.warn(
                    "The front matter of the file was left out; what it said stands in the fields of the draft.");
        }
        reader.blocks(body);
        return reader.conversion;
    }

    private void blocks(String body) throws UnreadableFile {
        StringBuilder block = new StringBuilder();
        String fence = "";
        for (String line : body.lines().toList()) {
            Matcher mark = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line.stripTrailing());
            if (!fence.isEmpty()) {
                block.append(line).append('\n');
                fence = line.strip().startsWith(fence) ? "" : fence;
                if (fence.isEmpty()) {
                    flush(block);
                }
            } else if (mark.matches()) {
                flush(block);
                fence = mark.group(1);
                block.append(line).append('\n');
            } else if (heading.matches()) {
                flush(block);
                conversion.add(new Heading(heading.group(1).length(), unmarked(unclosed(heading.group(2))), false));
            } else if (line.isBlank()) {
                flush(block);
            } else {
                block.append(line).append('\n');
            }
        }
        flush(block);
    }

    /** Without the signs that may close a heading behind a blank (CommonMark 4.2). */
    private static String unclosed(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') {
            end--;
        }
        boolean closes = end == 0 || Character.isWhitespace(heading.charAt(end - 1));
        return closes ? heading.substring(0, end) : heading;
    }

    private static String unmarked(String heading) {
        return heading.replaceAll("\\*\\*|__|(?<!\\\\)[*`]", "")
                .replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1")
                .strip();
    }

    /** A paragraph, a table or a list of Markdown; a short one may be a heading that was typed as a paragraph. */
    private void flush(StringBuilder block) throws UnreadableFile {
        String text = block.toString().stripTrailing();
        block.setLength(0);
        if (text.isBlank()) {
            return;
        }
        boolean isLine = text.indexOf('\n') < 0 && text.length() <= 100 && Character.isLetter(text.charAt(0));
        conversion.add(isLine ? new Paragraph(text, text, false) : new Raw(text));
    }
}
