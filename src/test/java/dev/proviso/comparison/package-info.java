@NullMarked
package dev.proviso.comparison;

import org.jspecify.annotations.NullMarked;
