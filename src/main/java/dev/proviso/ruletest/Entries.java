package dev.proviso.ruletest;

import dev.proviso.document.Findings;
import dev.proviso.document.Span;
import dev.proviso.document.YamlTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A mapping of a test file while it is being read. What is wrong is noted, and reading goes on without it. */
final class Entries {

    private static final YamlTree.Mapping NONE = new YamlTree.Mapping(Map.of(), new Span(0, 0));

    private final YamlTree.Mapping mapping;
    private final Findings findings;
    private final Set<String> meant = new HashSet<>();

    Entries(YamlTree.Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
    }

    /** For what stands in no mapping. */
    Entries(Findings findings) {
        this(NONE, findings);
    }

    Findings findings() {
        return findings;
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Optional<YamlTree.Entry> entry(String key) {
        return Optional.ofNullable(mapping.entries().get(key));
    }

    /** The entries whose keys are wanted, in their order. */
    Map<String, YamlTree.Entry> entries(Predicate<String> wanted) {
        Map<String, YamlTree.Entry> found = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (wanted.test(key)) {
                found.put(key, entry);
            }
        });
        return found;
    }

    /** Notes every key that has no meaning here. */
    void refuseOthers(String what, Predicate<String> known, Collection<String> examples) {
        entries(known.negate()).forEach((key, entry) -> {
            Optional<String> near = findings.nearest(key, examples);
            near.ifPresent(meant::add);
            findings.error("unknown-key", entry.key(), what + " has no " + Findings.quoted(key) + ".", near);
        });
    }

    /** A text that must be there. Its absence is noted, unless something misspelt was probably it. */
    Optional<YamlTree.Scalar> required(String key, Span place, String sentence) {
        require(key, place, sentence);
        return scalar(key);
    }

    void require(String key, Span place, String sentence) {
        if (!has(key) && !meant.contains(key)) {
            findings.error("missing-key", place, sentence);
        }
    }

    /** A scalar with something in it. */
    Optional<YamlTree.Scalar> scalar(String key) {
        return entry(key).flatMap(entry -> text(entry.value(), Findings.quoted(key)));
    }

    /** @param name what the text is, for the sentence that says that it is none */
    Optional<YamlTree.Scalar> text(YamlTree value, String name) {
        if (value instanceof YamlTree.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar);
        }
        findings.error("type", value.span(), name + " should be a text.");
        return Optional.empty();
    }

    Optional<Entries> section(String key) {
        return entry(key).flatMap(entry -> section(entry.value(), Findings.quoted(key)));
    }

    Optional<Entries> section(YamlTree value, String name) {
        if (value instanceof YamlTree.Mapping inner) {
            return Optional.of(new Entries(inner, findings));
        }
        findings.error("type", value.span(), name + " should be lines \"key: value\".");
        return Optional.empty();
    }

    List<YamlTree> list(String key) {
        return entry(key)
                .map(entry -> list(entry.value(), Findings.quoted(key)))
                .orElse(List.of());
    }

    List<YamlTree> list(YamlTree value, String name) {
        if (value instanceof YamlTree.Sequence sequence) {
            return sequence.items();
        }
        findings.error("type", value.span(), name + " should be a list.");
        return List.of();
    }

    /** A text, or a list of them. */
    List<YamlTree.Scalar> texts(YamlTree value, String name) {
        List<YamlTree> items = value instanceof YamlTree.Sequence sequence ? sequence.items() : List.of(value);
        List<YamlTree.Scalar> texts = new ArrayList<>();
        items.forEach(item -> text(item, name).ifPresent(texts::add));
        return texts;
    }
}
