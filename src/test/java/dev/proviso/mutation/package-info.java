/**
 * Documents changed in one place, to see whether the tests that ship beside them notice: what a rule test should catch is a
 * sentence that says something else. The documents are changed as they mean, not as they are written, so that every change is
 * one that the engine could be asked under.
 */
@NullMarked
package dev.proviso.mutation;

import org.jspecify.annotations.NullMarked;
