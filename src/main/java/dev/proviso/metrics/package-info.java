/** What the service counts and times, for those who run it. Prometheus reads it at {@code /q/metrics}. */
@NullMarked
package dev.proviso.metrics;

import org.jspecify.annotations.NullMarked;
