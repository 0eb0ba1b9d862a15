@NullMarked
package dev.proviso.library;

import org.jspecify.annotations.NullMarked;
