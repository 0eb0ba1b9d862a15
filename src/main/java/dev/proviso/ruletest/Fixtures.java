package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.YamlTree;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a file gives a name to, to be stated by that name: users, recipients, consents and objections. */
final class Fixtures {

    enum Kind {
        USERS("user"),
        RECIPIENTS("recipient"),
        CONSENTS("consent"),
        OBJECTIONS("objection");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        String key() {
            return Expected.lower(this);
        }
    }

    private final Entries file;
    private final Map<Kind, Map<String, YamlTree.Entry>> named = new TreeMap<>();
    private final Set<YamlTree.Entry> used = new HashSet<>();

    Fixtures(Entries file) {
        this.file = file;
        for (Kind kind : Kind.values()) {
            Map<String, YamlTree.Entry> ofKind = new TreeMap<>();
            file.section(kind.key()).ifPresent(section -> section.entries(name -> true)
                    .forEach((name, entry) -> file.section(entry.value(), "A " + kind.noun)
                            .ifPresent(mapping -> ofKind.put(name, entry))));
            named.put(kind, ofKind);
        }
    }

    boolean has(Kind kind, String name) {
        return ofKind(kind).containsKey(name);
    }

    /** What a name stands for; notes it if nobody has that name. */
    Optional<YamlTree.Mapping> find(Kind kind, YamlTree.Scalar name) {
        YamlTree.Entry entry = ofKind(kind).get(name.text());
        if (entry == null) {
            file.findings()
                    .error(
                            "unknown-" + kind.noun,
                            name.span(),
                            "No " + kind.noun + " of this file has the name " + Findings.quoted(name.text()) + ".",
                            file.findings().nearest(name.text(), ofKind(kind).keySet()));
            return Optional.empty();
        }
        used.add(entry);
        return Optional.of((YamlTree.Mapping) entry.value());
    }

    /** A name that no test uses is read by nobody, and what is wrong with it shows nowhere. */
    void warnOfUnused() {
        named.forEach((kind, entries) -> entries.forEach((name, entry) -> {
            if (!used.contains(entry)) {
                file.findings()
                        .warning(
                                "unused",
                                entry.key(),
                                "No test uses the " + kind.noun + " " + Findings.quoted(name) + ".");
            }
        }));
    }

    /** A name that is also a word would hide the word. */
    void refuseWords(Kind kind, Set<String> words) {
        ofKind(kind).forEach((name, entry) -> {
            if (words.contains(name)) {
                file.findings()
                        .error(
                                "name",
                                entry.key(),
                                Findings.quoted(name) + " is a word of the vocabulary; give this " + kind.noun
                                        + " another name.");
            }
        });
    }

    private Map<String, YamlTree.Entry> ofKind(Kind kind) {
        return named.getOrDefault(kind, Map.of());
    }
}
