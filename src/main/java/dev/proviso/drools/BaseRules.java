package dev.proviso.drools;

import dev.proviso.engine.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules that are the same for every policy, in {@code rules/*.drl}: what a Permit defeats, and which rank prevails. There
 * are few different tallies (three values of five ranks), so Drools is asked about each of them once.
 */
final class BaseRules {

    /** The files of {@code rules/}, in the order in which they enter a rulebook's hash. */
    static final List<String> FILES = List.of("notwithstanding.drl", "ranks.drl");

    private final RuleBase notwithstanding = RuleBase.compile(List.of(text("notwithstanding.drl")));
    private final RuleBase ranks = RuleBase.compile(List.of(text("ranks.drl")));
    private final Map<Tally.Counts, Decision> decided = new ConcurrentHashMap<>();

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
