/**
 * Rule tests: questions with the answers that they should get, written as YAML. Every mistake in a test comes out with its place,
 * or else the tests; and of a run, what was answered, and why it is not what was expected.
 */
@NullMarked
package dev.proviso.ruletest;

import org.jspecify.annotations.NullMarked;
