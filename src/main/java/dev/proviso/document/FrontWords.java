package dev.proviso.document;

import dev.proviso.policy.Vocabulary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The front matter's {@code words} as lines of text, for a word to be added to them. */
final class FrontWords {

    private static final Pattern WORDS = Pattern.compile("words[ \\t]*:[ \\t]*(#.*)?");
    private static final String INDENT = "  ";

    private FrontWords() {}

    /**
     * @param word a line of a section
     * @return empty if the text has no front matter, or its words have a form in which no line can be added
     */
    static Optional<String> with(String text, Section section, String word) {
        return Documents.passages(new Source("document", text)).stream()
                .findFirst()
                .filter(passage -> passage.kind() == Passage.Kind.FRONT_MATTER)
                .flatMap(front -> inFront(front.text(), section, word)
                        .map(changed -> changed + text.substring(front.text().length())));
    }

    private static Optional<String> inFront(String front, Section section, String word) {
        List<String> lines = SectionLines.of(front);
        int fence = lastFence(lines);
        int head = new SectionLines(lines).find(WORDS);
        if (fence < 1 || head < 0 && lines.stream().anyMatch(line -> line.startsWith("words"))) {
            return Optional.empty();
        }
        int start = head < 0 ? fence : head + 1;
        int end = start;
        while (end < fence && (lines.get(end).isBlank() || lines.get(end).matches("[ \\t#].*"))) {
            end++;
        }
        List<String> block = outdented(lines.subList(start, end));
        SectionLines sections = new SectionLines(block);
        if (sections.isClosed(section)) {
            return Optional.empty();
        }
        sections.add(section, List.of(word));
        List<String> all = new ArrayList<>(lines.subList(0, start));
        if (head < 0) {
            all.add("words:");
        }
        block.stream().filter(line -> !line.isBlank()).forEach(line -> all.add(INDENT + line));
        all.addAll(lines.subList(end, lines.size()));
        return Optional.of(String.join(SectionLines.lineEnd(front), all));
    }

    private static int lastFence(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).strip().equals("---")) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> outdented(List<String> lines) {
        int least = lines.stream()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .mapToInt(FrontWords::indent)
                .min()
                .orElse(0);
        List<String> block = new ArrayList<>();
        lines.forEach(line -> block.add(line.isBlank() ? "" : line.substring(Math.min(least, indent(line)))));
        return block;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
