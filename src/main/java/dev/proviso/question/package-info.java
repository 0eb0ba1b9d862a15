/**
 * A question as people and services write it: an object of JSON goes in, with the vocabulary of the version that is asked; an
 * {@link dev.proviso.engine.Question} comes out, or every mistake at once, each with its path and the nearest word. What a
 * field means is the engine's to say.
 */
@NullMarked
package dev.proviso.question;

import org.jspecify.annotations.NullMarked;
