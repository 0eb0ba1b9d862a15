/**
 * Signing in and out, with a form or at an OIDC provider, and who may see which page.
 */
@NullMarked
package dev.proviso.web.desk.signin;

import org.jspecify.annotations.NullMarked;
