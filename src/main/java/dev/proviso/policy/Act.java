package dev.proviso.policy;

/**
 * What a rule is about: operations on data, for purposes, from sources, to recipients. A part that the sentence leaves
 * out is "any", except the recipients of a {@code Permit}, which are then the controller itself.
 */
public record Act(Keys operations, Keys data, Keys purposes, Keys sources, Keys recipients) {}
