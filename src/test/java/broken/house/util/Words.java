package broken.house.util;

/** Breaks the table on purpose: lives in a package that the table does not know. */
public record Words(String words) {}
