/** Benchmarks, run by hand with {@code ./mvnw -Pbench verify}; never timed as tests. */
@NullMarked
package dev.proviso.bench;

import org.jspecify.annotations.NullMarked;
