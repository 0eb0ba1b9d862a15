/**
 * Documents on their way to publication and after it. Texts come in as drafts; their authors submit them, another person
 * approves, and what is published never changes again: its exact bytes, when it was announced and when it starts to bind,
 * in a chain of hashes that shows any tampering. Every state is a type. The ports are {@link
 * dev.proviso.publication.PolicyStore} and {@link dev.proviso.publication.DraftStore}.
 */
@NullMarked
package dev.proviso.publication;

import org.jspecify.annotations.NullMarked;
