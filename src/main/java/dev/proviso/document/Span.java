package dev.proviso.document;

/** A stretch of a text, as offsets in UTF-16 units: from {@code start} up to but not including {@code end}. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span runs from " + start + " to " + end);
        }
    }
}
