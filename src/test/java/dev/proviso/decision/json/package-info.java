@NullMarked
package dev.proviso.decision.json;

import org.jspecify.annotations.NullMarked;
