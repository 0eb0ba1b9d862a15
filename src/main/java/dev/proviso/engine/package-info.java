/**
 * What deciding means. A {@link dev.proviso.engine.Question} and a {@link dev.proviso.engine.Rulebook} go in; the facts
 * that need arithmetic, dates or sets are derived here; which rules apply and which prevails is decided behind the port
 * {@link dev.proviso.engine.RuleCompiler}; an {@link dev.proviso.engine.Answer} comes out. Nothing here reads a clock, and
 * the same question under the same rulebook has the same answer.
 */
@NullMarked
package dev.proviso.engine;

import org.jspecify.annotations.NullMarked;
