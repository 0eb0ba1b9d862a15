@NullMarked
package dev.proviso.wiring;

import org.jspecify.annotations.NullMarked;
