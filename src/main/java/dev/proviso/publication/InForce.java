package dev.proviso.publication;

/** The version of a document that binds: of those that have started, the latest. Only a new version replaces it. */
public record InForce(ChainRecord record) implements Published {}
