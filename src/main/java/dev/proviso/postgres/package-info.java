/** The stores on PostgreSQL, and the only SQL. Ports go in; what is kept is kept by the time a call returns. */
@NullMarked
package dev.proviso.postgres;

import org.jspecify.annotations.NullMarked;
