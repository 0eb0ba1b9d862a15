/**
 * Joins the parts: makes them from settings, and gives the packages that know Drools and PostgreSQL to those that name what they
 * need from them. Commands and their start are here too.
 */
@NullMarked
package dev.proviso.wiring;

import org.jspecify.annotations.NullMarked;
