@NullMarked
package dev.proviso.decision;

import org.jspecify.annotations.NullMarked;
