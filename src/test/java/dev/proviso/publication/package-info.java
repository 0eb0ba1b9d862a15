@NullMarked
package dev.proviso.publication;

import org.jspecify.annotations.NullMarked;
