@NullMarked
package dev.proviso.http;

import org.jspecify.annotations.NullMarked;
