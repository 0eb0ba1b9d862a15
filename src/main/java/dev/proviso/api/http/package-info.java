/**
 * What every resource of the interface for programs shares: bodies and their limits, callers and theirs, problems (RFC 9457),
 * preconditions, streams.
 */
@NullMarked
package dev.proviso.api.http;

import org.jspecify.annotations.NullMarked;
