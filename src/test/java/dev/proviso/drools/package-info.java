/** Tests of the way from a policy to rules that Drools decides. */
@NullMarked
package dev.proviso.drools;

import org.jspecify.annotations.NullMarked;
