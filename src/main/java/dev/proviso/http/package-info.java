/**
 * What holds for every request, whatever it is for: how an address is read, which parameters it may have, by which way of signing
 * in it may come, and how often a password may be tried. Nothing is decided here.
 */
@NullMarked
package dev.proviso.http;

import org.jspecify.annotations.NullMarked;
