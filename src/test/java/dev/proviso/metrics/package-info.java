@NullMarked
package dev.proviso.metrics;

import org.jspecify.annotations.NullMarked;
