/**
 * How much of the documents a run of rule tests exercised: rules, conditions and rows of tables.
 */
@NullMarked
package dev.proviso.coverage;

import org.jspecify.annotations.NullMarked;
