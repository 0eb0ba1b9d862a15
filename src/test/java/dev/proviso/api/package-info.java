@NullMarked
package dev.proviso.api;

import org.jspecify.annotations.NullMarked;
