/**
 * Tests of policies in other people's builds, with JUnit. A build's own documents and the questions of its tests go in; what
 * is not answered as expected fails, in the words in which rule tests fail. No server, no database, nothing but a class path.
 */
@NullMarked
package dev.proviso.testing;

import org.jspecify.annotations.NullMarked;
