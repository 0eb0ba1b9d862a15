/** From a file of a word processor or of a browser to the text of a document. */
@NullMarked
package dev.proviso.convert;

import org.jspecify.annotations.NullMarked;
