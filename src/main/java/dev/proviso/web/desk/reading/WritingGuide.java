package dev.proviso.web.desk.reading;

import dev.proviso.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page about writing rules as the desk shows it: what is for those who work with files and commands is left out. */
public record WritingGuide(List<Section> sections) {

    private static final String FILE = "/guide/writing-rules.md";
    private static final String HEADING = "## ";
    private static final Pattern FENCE = Pattern.compile("`{3,}");

    /** Sections for engineers. */
    private static final Set<String> LEFT_OUT =
            Set.of("Five mistakes that are easily made", "Trying it", "Comparing two versions");

    /** @param html without the heading */
    public record Section(String title, String html) {

        /** What a link to it ends with. */
        public String anchor() {
            return "guide-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    public WritingGuide {
        sections = List.copyOf(sections);
    }

    static WritingGuide read() {
        try (@Nullable InputStream in = WritingGuide.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WritingGuide of(String markdown) {
        List<Section> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            if (fence.isEmpty() && line.startsWith(HEADING)) {
                add(section, sections);
            }
            Matcher ticks = FENCE.matcher(line);
            if (ticks.lookingAt()) {
                boolean closes = ticks.group().startsWith(fence) && line.strip().equals(ticks.group());
                fence = fence.isEmpty() ? ticks.group() : closes ? "" : fence;
            }
            section.append(line).append('\n');
        }
        add(section, sections);
        return new WritingGuide(sections);
    }

    /** Closes a section; what stands before the first is none. */
    private static void add(StringBuilder markdown, List<Section> sections) {
        String text = markdown.toString();
        markdown.setLength(0);
        if (text.startsWith(HEADING) && LEFT_OUT.stream().noneMatch(title -> text.startsWith(HEADING + title + "\n"))) {
            sections.add(section(text));
        }
    }

    private static Section section(String markdown) {
        int end = markdown.indexOf('\n');
        return new Section(
                markdown.substring(HEADING.length(), end).strip(), Documents.htmlOfPage(markdown.substring(end + 1)));
    }
}
