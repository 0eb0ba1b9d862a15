/**
 * The pages where legal staff work, under {@code /desk}. What is published, drafted and decided comes in and goes out as HTML;
 * nothing is decided here. Whoever comes has signed in, with a form or at an OIDC provider, and every form that changes
 * something carries a token.
 */
@org.jspecify.annotations.NullMarked
package dev.proviso.web.desk;
