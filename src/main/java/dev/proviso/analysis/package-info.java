/**
 * What can be told of documents without asking them. Two versions go in; out comes what changed from one to the other, in the
 * text and in the meaning, in the authors' own words. It holds that whatever is not listed as changed is the same.
 */
@NullMarked
package dev.proviso.analysis;

import org.jspecify.annotations.NullMarked;
