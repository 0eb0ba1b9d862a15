@NullMarked
package dev.proviso.testrun;

import org.jspecify.annotations.NullMarked;
