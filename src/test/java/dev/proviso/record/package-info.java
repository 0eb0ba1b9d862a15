@NullMarked
package dev.proviso.record;

import org.jspecify.annotations.NullMarked;
