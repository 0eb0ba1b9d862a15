/**
 * What is known of users: who they are, what they consented to, objected to, refused, used and accepted. Events come in and
 * are never changed; what was so at one time, as known at another, comes out, through the port
 * {@link dev.proviso.ledger.UserLedger}. What is personal is sealed with a key of the person's own, so that destroying the
 * key erases the person everywhere.
 */
@NullMarked
package dev.proviso.ledger;

import org.jspecify.annotations.NullMarked;
