package dev.proviso.document;

import dev.proviso.policy.Policy.Kind;
import java.util.List;

/** Points out what is probably not meant. */
final class Doubts {

    private Doubts() {}

    static void check(List<ReadRule> rules, Kind kind, Words words, Findings findings) {
        // comes next
    }
}
