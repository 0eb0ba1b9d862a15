@NullMarked
package dev.proviso.law;

import org.jspecify.annotations.NullMarked;
