/**
 * The pages of rule tests: their results for a version or a draft, and what they reach.
 */
@NullMarked
package dev.proviso.web.desk.tests;

import org.jspecify.annotations.NullMarked;
