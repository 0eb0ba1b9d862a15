package dev.proviso.publication;

/**
 * A version that was withdrawn before it started, and never will.
 *
 * @param withdrawal the record that withdrew it
 */
public record Withdrawn(ChainRecord record, ChainRecord withdrawal) implements Published {}
