/**
 * A seeded fuzzer: random requests to every call of the interface and every form of the desk, whole and damaged.
 *
 * <p>{@code ./mvnw test -Dtest=FuzzTest -Dfuzz.requests=1000000 -Dfuzz.seed=7} makes a million others.
 */
@NullMarked
package dev.proviso.fuzz;

import org.jspecify.annotations.NullMarked;
