/**
 * The Java client. A typed question goes in, and a typed answer comes out; where none could be had, one that permits nothing
 * and says why. Needs the JDK and Jackson.
 */
@NullMarked
package dev.proviso.client;

import org.jspecify.annotations.NullMarked;
