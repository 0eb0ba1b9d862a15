@NullMarked
package dev.proviso.convert;

import org.jspecify.annotations.NullMarked;
