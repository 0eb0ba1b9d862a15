package dev.proviso.client;

/**
 * The version that governs a user.
 *
 * @param reason what makes it govern: {@code use}, {@code acceptance} or, if no version binds the user, {@code in-force}
 * @param sentence the same for people
 */
public record Governing(String policy, String version, String reason, String sentence) {}
