/**
 * The wiring: what starts the program, its database and its parts, and the one place that joins ports to the packages
 * that know Drools and PostgreSQL.
 */
@NullMarked
package dev.proviso;

import org.jspecify.annotations.NullMarked;
