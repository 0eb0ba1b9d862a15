/**
 * The policy decision point. A question goes in; which version governs, its rulebook and the answer come out. Questions and answers
 * have one form as JSON, for whoever speaks it: HTTP, the command line, the record.
 */
@NullMarked
package dev.proviso.decision;

import org.jspecify.annotations.NullMarked;
