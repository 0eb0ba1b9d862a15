package dev.proviso.document;

import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines with sections of words, each word on a line of its own; a word is added at the end of its section. */
final class SectionLines {

    private static final Pattern TOP = Pattern.compile("[A-Za-z\"'].*");
    private static final Pattern INDENTED = Pattern.compile("[ \\t]+[^ \\t#].*");

    private final List<String> lines;

    /** @param lines changed in place */
    SectionLines(List<String> lines) {
        this.lines = lines;
    }

    /** Adds lines to their section, which is begun where there is none. */
    void add(Section section, List<String> words) {
        String name = section.name().toLowerCase(Locale.ROOT);
        int head = find(Pattern.compile(name + "[ \\t]*:[ \\t]*(#.*)?"));
        if (head < 0) {
            begin(name, words);
            return;
        }
        int last = head;
        String indent = "  ";
        for (int i = head + 1; i < lines.size() && !TOP.matcher(lines.get(i)).matches(); i++) {
            if (INDENTED.matcher(lines.get(i)).matches()) {
                if (last == head) {
                    indent = lines.get(i).replaceAll("[^ \\t].*", "");
                }
                last = i;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            lines.add(last + 1 + i, indent + words.get(i));
        }
    }

    private void begin(String name, List<String> words) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        lines.add(name + ":");
        words.forEach(word -> lines.add("  " + word));
        lines.add("");
    }

    /** The first line of that form; -1 if there is none. */
    int find(Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i).stripTrailing()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a section stands there in braces or brackets, so that no line can be added. */
    boolean isClosed(Section section) {
        return find(Pattern.compile(section.name().toLowerCase(Locale.ROOT) + "[ \\t]*:[ \\t]*[^ \\t#].*")) >= 0;
    }

    /** The lines of a text, whatever ends them. */
    static List<String> of(String text) {
        return new ArrayList<>(List.of(text.split("\r?\n", -1)));
    }

    /** How the lines of a text end. */
    static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
