package dev.proviso.drools;

import dev.proviso.engine.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules that are the same for every policy, in {@code rules/*.drl}: what a Permit defeats, and which rank prevails. There
 * are few different tallies (three values of five ranks), so Drools is asked about each of them once.
 */
final class BaseRules {

    private static final String NOTWITHSTANDING = "notwithstanding.drl";
    private static final String RANKS = "ranks.drl";

    private final RuleBase notwithstanding;
    private final RuleBase ranks;
    private final Map<Tally.Counts, Decision> decided = new ConcurrentHashMap<>();

    /**
     * @param texts the text of each file, by its name
     * @throws IllegalArgumentException if other files are there than this program has a use for
     */
    BaseRules(SortedMap<String, String> texts) {
        if (!texts.keySet().equals(Set.of(NOTWITHSTANDING, RANKS))) {
            throw new IllegalArgumentException("these are no base rules: " + texts.keySet());
        }
        notwithstanding = RuleBase.compile(List.of(texts.getOrDefault(NOTWITHSTANDING, "")));
        ranks = RuleBase.compile(List.of(texts.getOrDefault(RANKS, "")));
    }

    /** The files of {@code rules/}, in the order in which they enter a rulebook's hash. */
    static SortedMap<String, String> shipped() {
        SortedMap<String, String> texts = new TreeMap<>();
        List.of(NOTWITHSTANDING, RANKS).forEach(file -> texts.put(file, text(file)));
        return texts;
    }

    static String text(String file) {
        try (InputStream in = BaseRules.class.getResourceAsStream("/rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("rules/" + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks the Forbids among the findings that a Permit defeats. */
    void defeat(Collection<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isStanding)) {
            notwithstanding.fire(findings);
        }
    }

    Decision rank(Tally.Counts counts) {
        Decision known = decided.get(counts);
        return known == null ? decided.computeIfAbsent(counts, this::decide) : known;
    }

    private Decision decide(Tally.Counts counts) {
        Tally tally = new Tally(counts);
        ranks.fire(List.of(tally));
        return tally.decision();
    }
}
