@NullMarked
package dev.proviso.policy;

import org.jspecify.annotations.NullMarked;
