@NullMarked
package dev.proviso.question;

import org.jspecify.annotations.NullMarked;
