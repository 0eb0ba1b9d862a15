/**
 * Asking. A policy, an instant and the user's uses go in; which version governs, its compiled rulebook, the answer and the
 * hash of all that decided come out. Rulebooks are compiled once, off the threads of those who ask. Questions and answers have
 * one form as JSON, for whoever speaks it: HTTP, the command line, the record.
 */
@NullMarked
package dev.proviso.decision;

import org.jspecify.annotations.NullMarked;
