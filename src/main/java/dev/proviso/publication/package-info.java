/**
 * Documents as they were published: their exact bytes, when they were announced and when they start to bind. Texts come
 * in; versions that never change again come out, through the port {@link dev.proviso.publication.PolicyStore}.
 */
@NullMarked
package dev.proviso.publication;

import org.jspecify.annotations.NullMarked;
