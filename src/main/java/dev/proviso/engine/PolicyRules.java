package dev.proviso.engine;

import java.util.List;

/** The compiled rules of one policy version together with the base rules. Safe to share between threads. */
public interface PolicyRules {

    /** Decides one leaf, given what the law's rules say about it. */
    Verdict decide(Facts facts, List<Ruling> law);
}
