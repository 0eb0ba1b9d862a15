/**
 * The PostgreSQL server that comes with the program for trials, and the folder that the program keeps its files in.
 */
@NullMarked
package dev.proviso.embedded;

import org.jspecify.annotations.NullMarked;
