/**
 * Questions and answers as JSON, for whoever speaks it: HTTP, the command line, the record. A text goes in; every mistake in
 * it comes out, each with its path and a sentence, or a question in the words of the vocabulary.
 */
@NullMarked
package dev.proviso.decision.json;

import org.jspecify.annotations.NullMarked;
