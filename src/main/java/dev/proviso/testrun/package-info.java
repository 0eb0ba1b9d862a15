/**
 * Runs rule tests: of files, of what is published, of drafts.
 */
@NullMarked
package dev.proviso.testrun;

import org.jspecify.annotations.NullMarked;
