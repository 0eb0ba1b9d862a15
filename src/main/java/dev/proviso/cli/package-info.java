/**
 * The command line. Files and options go in; findings, answers and rules come out. No database, no port; the exit status is
 * 0, 1 where a document has mistakes, and 2 for wrong use.
 */
@NullMarked
package dev.proviso.cli;

import org.jspecify.annotations.NullMarked;
