/** The real program as a process of its own, killed while it works. */
@NullMarked
package dev.proviso.faults;

import org.jspecify.annotations.NullMarked;
