package dev.proviso.document;

import dev.proviso.document.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a text into its passages, whatever mistakes it has. */
final class PassageReader {

    private final String text;
    private final List<Passage> passages = new ArrayList<>();
    private Optional<Heading> open = Optional.empty();
    private int start;

    private PassageReader(String text) {
        this.text = text;
    }

    static List<Passage> read(String text) {
        return new PassageReader(text).read();
    }

    private List<Passage> read() {
        start = text.length() - OutlineReader.body(text).length();
        if (start > 0) {
            passages.add(new Passage(Kind.FRONT_MATTER, "", "", "", text.substring(0, start)));
        }
        for (Outline.Part part : OutlineReader.read(text, new Findings(text)).parts()) {
            part.heading().filter(this::opensPassage).ifPresent(heading -> {
                closeAt(heading.span().start());
                open = Optional.of(heading);
            });
        }
        closeAt(text.length());
        return List.copyOf(passages);
    }

    /** A heading without a number ends a clause that it is not below, and is a part of the passage otherwise. */
    private boolean opensPassage(Heading heading) {
        return heading.number().isPresent()
                || open.filter(clause -> clause.number().isPresent() && heading.depth() <= clause.depth())
                        .isPresent();
    }

    private void closeAt(int end) {
        if (end > start) {
            int body = open.map(heading -> Math.min(
                            end, OutlineReader.lineAfter(text, heading.span().end())))
                    .orElse(start);
            Optional<String> number = open.flatMap(Heading::number);
            passages.add(new Passage(
                    number.isPresent() ? Kind.CLAUSE : Kind.OTHER,
                    number.orElse(""),
                    open.map(Heading::title).orElse(""),
                    text.substring(start, body),
                    text.substring(body, end)));
        }
        start = end;
    }
}
