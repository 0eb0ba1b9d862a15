package dev.proviso.document;

/**
 * A text and the name it is known by in messages ({@code website-privacy/2016-01-14.md}).
 *
 * @param text as its author wrote it; positions are offsets into it, in UTF-16 units
 */
public record Source(String name, String text) {}
