/**
 * What a policy means: keys, acts, conditions, rules, dated table rows, vocabularies. Values only: no text, no positions,
 * no clock. Whatever is equal here means the same, so two versions of a policy are compared by comparing these records.
 */
@NullMarked
package dev.proviso.policy;

import org.jspecify.annotations.NullMarked;
