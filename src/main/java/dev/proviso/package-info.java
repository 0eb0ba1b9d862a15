/**
 * Where the program starts.
 */
@NullMarked
package dev.proviso;

import org.jspecify.annotations.NullMarked;
