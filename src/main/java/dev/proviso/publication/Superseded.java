package dev.proviso.publication;

/**
 * A version that another has followed. It still governs users who never came back.
 *
 * @param by the version that followed it
 */
public record Superseded(ChainRecord record, DocumentName by) implements Published {}
