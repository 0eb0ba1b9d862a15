/**
 * A second, simpler evaluator, written from the language's description alone, and seeded random policies and questions. The
 * engine has to give the same answers. Nothing here looks at how the engine works; from its package only the values that go
 * in and come out are used.
 */
@NullMarked
package dev.proviso.reference;

import org.jspecify.annotations.NullMarked;
