/**
 * What can be told of documents. Two versions go in, and out comes what changed from one to the other, in the text and in the
 * meaning, in the authors' own words; whatever is not listed as changed is the same. Or rule tests go in as YAML, with the
 * documents that they are about; every mistake in a test comes out with its place, or else the tests, each one question to one
 * version and what should be its answer; and, of a run, what was answered, where that is not what was expected, why, and how
 * much of the documents it exercised.
 */
@NullMarked
package dev.proviso.analysis;

import org.jspecify.annotations.NullMarked;
