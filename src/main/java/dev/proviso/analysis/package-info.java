/**
 * What documents do, found out by asking them. Rule tests go in as YAML, with the documents that they are about; every mistake
 * in a test comes out with its place, or else the tests, each one question to one version and what should be its answer; and,
 * of a run, what was answered, and where that is not what was expected, why.
 */
@NullMarked
package dev.proviso.analysis;

import org.jspecify.annotations.NullMarked;
