@NullMarked
package dev.proviso.embedded;

import org.jspecify.annotations.NullMarked;
