@NullMarked
package dev.proviso.postgres;

import org.jspecify.annotations.NullMarked;
