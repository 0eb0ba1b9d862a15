package dev.proviso.cli;

import dev.proviso.comparison.Change;
import dev.proviso.comparison.Segment;
import java.util.ArrayList;
import java.util.List;

/** The lines of a redline in which something changed, with marks around the words that did. */
final class MarkedLines {

    private final List<String> changed = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean isChanged;

    static List<String> of(List<Segment> segments) {
        MarkedLines lines = new MarkedLines();
        segments.forEach(lines::add);
        lines.end();
        return lines.changed;
    }

    /** Each line has marks of its own, also where a change goes on behind its end. */
    private void add(Segment segment) {
        if (segment.change() == Change.REMOVED && segment.text().isBlank()) {
            return;
        }
        String[] pieces = segment.text().split("\\R", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                end();
            }
            add(segment.change(), pieces[i]);
        }
    }

    /** White space is not marked: where a line was broken otherwise, nothing changed for a reader. */
    private void add(Change change, String words) {
        if (change == Change.KEPT || words.isBlank()) {
            line.append(words);
            return;
        }
        boolean isRemoved = change == Change.REMOVED;
        line.append(isRemoved ? "[-" : "{+").append(words).append(isRemoved ? "-]" : "+}");
        isChanged = true;
    }

    private void end() {
        if (isChanged) {
            changed.add(line.toString().strip());
        }
        line.setLength(0);
        isChanged = false;
    }
}
