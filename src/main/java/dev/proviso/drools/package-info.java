/**
 * From a checked policy to rules that Drools decides: DRL that a person can read, and at run time a rule base. The only
 * package that knows Drools.
 */
@NullMarked
package dev.proviso.drools;

import org.jspecify.annotations.NullMarked;
