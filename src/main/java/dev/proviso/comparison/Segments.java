package dev.proviso.comparison;

import java.util.ArrayList;
import java.util.List;

/** Gathers segments: neighbours of one kind become one, and what was removed stands before what was added in its place. */
final class Segments {

    private final List<Segment> segments = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    void keep(String text) {
        if (!text.isEmpty()) {
            endChange();
            kept.append(text);
        }
    }

    void replace(String before, String after) {
        removed.append(before);
        added.append(after);
    }

    List<Segment> all() {
        endChange();
        flush(Change.KEPT, kept);
        return List.copyOf(segments);
    }

    /** White space at both ends of what was removed and added was kept. */
    private void endChange() {
        int shorter = Math.min(removed.length(), added.length());
        int first = 0;
        while (first < shorter && isSameSpace(first, first)) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && isSameSpace(removed.length() - 1 - last, added.length() - 1 - last)) {
            last++;
        }
        kept.append(removed, 0, first);
        String behind = removed.substring(removed.length() - last);
        removed.delete(removed.length() - last, removed.length()).delete(0, first);
        added.delete(added.length() - last, added.length()).delete(0, first);
        if (!removed.isEmpty() || !added.isEmpty()) {
            flush(Change.KEPT, kept);
            flush(Change.REMOVED, removed);
            flush(Change.ADDED, added);
        }
        kept.append(behind);
    }

    private boolean isSameSpace(int before, int after) {
        return removed.charAt(before) == added.charAt(after) && Character.isWhitespace(removed.charAt(before));
    }

    private void flush(Change change, StringBuilder text) {
        if (!text.isEmpty()) {
            segments.add(new Segment(change, text.toString()));
            text.setLength(0);
        }
    }
}
