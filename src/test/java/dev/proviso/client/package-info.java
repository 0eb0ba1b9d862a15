@NullMarked
package dev.proviso.client;

import org.jspecify.annotations.NullMarked;
