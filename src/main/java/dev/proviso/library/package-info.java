/**
 * The published documents that decide, compiled: editions of policies with the law of each period, found by policy and label.
 */
@NullMarked
package dev.proviso.library;

import org.jspecify.annotations.NullMarked;
