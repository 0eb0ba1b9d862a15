/**
 * The HTTP interface of programs: translates, checks who asks, calls. It decides nothing.
 */
@NullMarked
package dev.proviso.api;

import org.jspecify.annotations.NullMarked;
