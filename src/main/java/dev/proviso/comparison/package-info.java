/**
 * The comparison of two versions of a document. What changed in the text and in the rules comes out, in the words of the
 * documents; whatever is not listed as changed is the same.
 */
@NullMarked
package dev.proviso.comparison;

import org.jspecify.annotations.NullMarked;
