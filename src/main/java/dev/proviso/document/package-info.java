/**
 * From Markdown text to a checked policy. {@link dev.proviso.document.Documents} is the whole of it from outside: text goes
 * in; every mistake comes out, each with its place and a sentence; and, if there is no error, a policy whose meaning and
 * whose wording are kept apart.
 */
@NullMarked
package dev.proviso.document;

import org.jspecify.annotations.NullMarked;
