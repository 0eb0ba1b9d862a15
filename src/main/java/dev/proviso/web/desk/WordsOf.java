package dev.proviso.web.desk;

import dev.proviso.decision.Edition;
import dev.proviso.policy.Vocabulary;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The words that forms offer for a policy. */
final class WordsOf {

    private WordsOf() {}

    /** The vocabulary of the last of some versions; no words where there is no version. */
    static Vocabulary latest(List<Edition> versions) {
        return versions.isEmpty()
                ? new Vocabulary("", Map.of(), Collections.emptySortedMap(), Map.of())
                : versions.get(versions.size() - 1).vocabulary();
    }
}
