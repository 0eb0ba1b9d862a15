package dev.proviso.document;

/**
 * A piece of a document that has a language of its own: the inside of a block, a cell, a value of the front matter.
 *
 * @param place where it stands
 * @param exact true if the text stands there unchanged; otherwise (a folded YAML value) places inside it are not
 *     known, and the whole piece is named
 */
record Fragment(String text, Span place, boolean exact) {

    static Fragment of(String document, int start, int end) {
        return new Fragment(document.substring(start, end), new Span(start, end), true);
    }

    /** Whether an offset of the document lies in it or at its end. */
    boolean has(int offset) {
        return place.start() <= offset && offset <= place.end();
    }

    /** Where a part of this piece stands in the document. */
    Span span(int start, int end) {
        return exact ? new Span(place.start() + start, place.start() + end) : place;
    }

    /** This piece without white space at its ends. */
    Fragment stripped() {
        String kept = text.strip();
        int before = kept.isEmpty() ? 0 : text.indexOf(kept);
        return new Fragment(kept, span(before, before + kept.length()), exact);
    }
}
