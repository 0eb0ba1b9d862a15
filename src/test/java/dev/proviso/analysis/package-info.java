@NullMarked
package dev.proviso.analysis;

import org.jspecify.annotations.NullMarked;
