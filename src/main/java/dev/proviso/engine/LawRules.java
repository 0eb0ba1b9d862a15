package dev.proviso.engine;

import java.util.List;

/** The compiled rules of all law documents. Safe to share between threads. */
public interface LawRules {

    /** No law at all. */
    LawRules NONE = facts -> List.of();

    /** The rules of the laws in force and in scope that apply to a leaf, or may. */
    List<Ruling> apply(Facts facts);
}
