@NullMarked
package dev.proviso.ledger;

import org.jspecify.annotations.NullMarked;
