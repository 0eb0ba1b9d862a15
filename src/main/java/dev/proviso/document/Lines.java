package dev.proviso.document;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends with a line feed, a carriage return, or both together. */
public final class Lines {

    private final int[] starts;
    private final int count;

    public Lines(String text) {
        int[] found = new int[64];
        int size = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = i + 1;
            }
        }
        starts = found;
        count = size;
    }

    private static boolean endsLine(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset, from 1, in UTF-16 units. */
    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }
}
