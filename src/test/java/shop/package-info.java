/** A build that is not this one, and tests a policy of its own with the artifact for that. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
