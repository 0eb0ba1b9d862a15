/** Tests of the whole program, and what they share. */
@NullMarked
package dev.proviso;

import org.jspecify.annotations.NullMarked;
