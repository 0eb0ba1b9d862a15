package dev.proviso.comparison;

/**
 * A stretch of text that was kept, added or removed. What was kept and removed is, in order, the text before; what was kept
 * and added the text after.
 */
public record Segment(Change change, String text) {}
