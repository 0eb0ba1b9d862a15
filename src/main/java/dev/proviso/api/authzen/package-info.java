/**
 * The OpenID AuthZEN Authorization API 1.0: its questions and searches, translated to those of this service and back.
 */
@NullMarked
package dev.proviso.api.authzen;

import org.jspecify.annotations.NullMarked;
