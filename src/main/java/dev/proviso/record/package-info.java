/**
 * The record of decisions, and their replay. A decision is kept with the hash of all that decided before it is answered, and is
 * decided again years later from what was kept.
 */
@NullMarked
package dev.proviso.record;

import org.jspecify.annotations.NullMarked;
