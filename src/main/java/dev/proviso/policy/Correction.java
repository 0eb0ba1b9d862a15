package dev.proviso.policy;

import java.util.Optional;

/**
 * What is wrong with something that was written, and what was probably meant.
 *
 * @param sentence one plain sentence
 * @param nearest what may stand in its place
 */
public record Correction(String sentence, Optional<String> nearest) {}
