package dev.proviso.comparison;

/** What became of something from one version to the next. */
public enum Change {
    KEPT,
    ADDED,
    REMOVED,
    /** It stands in both, and says something else. */
    CHANGED,
    /** It says the same in another place, under another number. */
    MOVED
}
