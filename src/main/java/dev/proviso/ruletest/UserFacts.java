package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The facts about a user: by the name of someone whom the file describes, spelt out, or spelt out as far as they differ. */
final class UserFacts {

    /** Stands for all that is said of someone else, but for what is said here. */
    private static final String LIKE = "like";

    /** Three ways to say how old someone is, of which one stands. */
    static final Set<String> AGES = Set.of("birthDate", "age", "ageAtLeast");

    private final Fixtures fixtures;
    private final Findings findings;

    UserFacts(Fixtures fixtures, Findings findings) {
        this.fixtures = fixtures;
        this.findings = findings;
    }

    Map<String, YamlTree.Entry> of(YamlTree user) {
        return of(user, new HashSet<>());
    }

    private Map<String, YamlTree.Entry> of(YamlTree user, Set<YamlTree> on) {
        if (!on.add(user)) {
            findings.error("like", user.span(), "This leads back to itself by \"like\".");
            return Map.of();
        }
        if (user instanceof YamlTree.Scalar name) {
            return fixtures.find(Fixtures.Kind.USERS, name)
                    .map(found -> of(found, on))
                    .orElse(Map.of());
        }
        if (user instanceof YamlTree.Mapping facts) {
            return spelt(facts, on);
        }
        findings.error("type", user.span(), "A user should be a name, or lines \"key: value\".");
        return Map.of();
    }

    private Map<String, YamlTree.Entry> spelt(YamlTree.Mapping facts, Set<YamlTree> on) {
        YamlTree.Entry like = facts.entries().get(LIKE);
        Map<String, YamlTree.Entry> all = new LinkedHashMap<>(like == null ? Map.of() : of(like.value(), on));
        if (facts.entries().keySet().stream().anyMatch(AGES::contains)) {
            all.keySet().removeAll(AGES);
        }
        all.putAll(facts.entries());
        all.remove(LIKE);
        return all;
    }
}
