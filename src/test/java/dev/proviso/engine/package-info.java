/** Tests of what deciding means. */
@NullMarked
package dev.proviso.engine;

import org.jspecify.annotations.NullMarked;
