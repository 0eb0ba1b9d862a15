/**
 * What all pages of the desk share, where legal staff work, under {@code /desk}. What is published, drafted and decided comes in
 * and goes out as HTML; nothing is decided here. Whoever comes has signed in, and every form that changes something carries a
 * token.
 */
@NullMarked
package dev.proviso.web.desk;

import org.jspecify.annotations.NullMarked;
