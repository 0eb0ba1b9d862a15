@NullMarked
package dev.proviso.coverage;

import org.jspecify.annotations.NullMarked;
