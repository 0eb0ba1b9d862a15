package dev.proviso.client;

/**
 * What has to be done by whoever makes use of a permit.
 *
 * @param key of the vocabulary, or {@code mandate} for an act that a law mandates
 * @param rule from which it comes, in {@code document}
 * @param certain false if it is not known whether the rule applies; it has to be fulfilled all the same
 */
public record Obligation(String key, When when, String rule, String document, boolean certain) {

    /** When it has to be done, seen from the act that is permitted. */
    public enum When {
        BEFORE,
        WITH,
        AFTER
    }
}
