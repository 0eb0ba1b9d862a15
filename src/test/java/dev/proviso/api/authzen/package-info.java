@NullMarked
package dev.proviso.api.authzen;

import org.jspecify.annotations.NullMarked;
