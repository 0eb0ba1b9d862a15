package dev.proviso.api.http;

import io.smallrye.mutiny.Multi;

/**
 * A text in UTF-8 that goes out piece by piece as it is made.
 *
 * @param after done when all is out
 */
public record Pieces(Multi<byte[]> all, Runnable after) {}
